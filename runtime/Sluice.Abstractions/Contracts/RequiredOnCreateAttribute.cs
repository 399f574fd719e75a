namespace Sluice;

/// <summary>
/// Marks a member without which the system refuses a new record. What no row of a document supplies, the
/// <c>Creating</c> hook of the pairing must.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredOnCreateAttribute : Attribute;
