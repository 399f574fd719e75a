namespace Sluice;

/// <summary>What a <see cref="FieldValue"/> holds.</summary>
public enum FieldKind
{
    /// <summary>The answer did not contain the property: unknown, and no reason to change anything.</summary>
    Absent,

    /// <summary>The property is there and holds nothing.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of any length.</summary>
    Integer,

    /// <summary>A decimal number, with all the digits it was written with.</summary>
    Decimal,

    /// <summary>A binary floating-point number of 64 bits.</summary>
    Float,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A day without a time.</summary>
    Date,

    /// <summary>A point in time, UTC, to a nanosecond.</summary>
    Instant,

    /// <summary>Values in an order.</summary>
    List,

    /// <summary>An identifier that is no text: a URI.</summary>
    Uri,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Values by name.</summary>
    Object,
}
