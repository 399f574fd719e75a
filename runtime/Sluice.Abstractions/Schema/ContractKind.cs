namespace Sluice;

/// <summary>Kinds of values in a contract.</summary>
public enum ContractKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A binary floating-point number.</summary>
    Float,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A day without a time.</summary>
    Date,

    /// <summary>A point in time.</summary>
    Instant,

    /// <summary>An object with members of its own.</summary>
    Object,

    /// <summary>A list.</summary>
    List,

    /// <summary>Anything that documents cannot name a type for.</summary>
    Other,

    /// <summary>Whatever JSON holds, in each record anew.</summary>
    Any,

    /// <summary>A GUID, which JSON writes as text.</summary>
    Guid,
}
