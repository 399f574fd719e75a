namespace Sluice.Specification.Schemas;

/// <summary>Kinds of values, in the words of the documents.</summary>
public enum ValueKind
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

    /// <summary>Anything a contract holds that documents cannot name a type for.</summary>
    Other,

    /// <summary>Whatever JSON holds, in each record anew: no contract says.</summary>
    Any,

    /// <summary>A GUID, which JSON writes as text.</summary>
    Guid,
}
