namespace Sluice.Specification.DataTypes;

internal enum TokenKind
{
    Open,
    Close,
    Text,
    Number,
    Boolean,
    Null,
}
