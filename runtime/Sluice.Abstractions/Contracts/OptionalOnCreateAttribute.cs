namespace Sluice;

/// <summary>
/// Marks a member that the system takes with a new record and people expect there, such as a person's name, though the
/// system does not demand it. The <c>Creating</c> hook of a pairing may fill it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionalOnCreateAttribute : Attribute;
