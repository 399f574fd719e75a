namespace Sluice;

/// <summary>
/// Marks the member that identifies a record in its system. Any scalar type; the engine sees its text only.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute : Attribute;
