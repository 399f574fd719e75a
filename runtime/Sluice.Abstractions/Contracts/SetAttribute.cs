namespace Sluice;

/// <summary>Marks a list whose order means nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SetAttribute : Attribute;
