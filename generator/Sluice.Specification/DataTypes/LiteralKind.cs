namespace Sluice.Specification.DataTypes;

/// <summary>What a literal is.</summary>
public enum LiteralKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, as written.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Null.</summary>
    Null,
}
