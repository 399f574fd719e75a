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

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A day without a time.</summary>
    Date,

    /// <summary>A point in time, UTC, to 100 nanoseconds.</summary>
    Instant,
}
