namespace Sluice.Specification.DataTypes;

/// <summary>A constant. Numbers stay text: they are carried into the output and never evaluated here.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, decoded; <c>true</c>, <c>false</c> or <c>null</c> for these.</param>
public sealed record Literal(LiteralKind Kind, string Text) : Expression;
