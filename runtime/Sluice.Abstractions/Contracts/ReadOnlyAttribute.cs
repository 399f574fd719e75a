namespace Sluice;

/// <summary>Marks a member that the system sets and refuses to take: a document that writes it is wrong.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadOnlyAttribute : Attribute;
