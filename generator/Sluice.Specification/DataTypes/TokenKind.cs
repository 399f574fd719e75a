namespace Sluice.Specification.DataTypes;

internal enum TokenKind
{
    Open,
    Close,
    OpenObject,
    CloseObject,
    Colon,
    Text,
    Number,
    Boolean,
    Null,
}
