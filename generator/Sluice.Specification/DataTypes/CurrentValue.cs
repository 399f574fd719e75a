namespace Sluice.Specification.DataTypes;

/// <summary>The source value, <c>_.</c>, or a property of it, <c>_.name</c>.</summary>
/// <param name="Path">The property's path; empty for the value itself.</param>
public sealed record CurrentValue(string Path) : Expression;
