namespace Sluice.Specification.DataTypes;

internal readonly record struct Token(TokenKind Kind, string Text);
