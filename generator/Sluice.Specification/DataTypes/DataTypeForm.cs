namespace Sluice.Specification.DataTypes;

/// <summary>How a data type cell was written.</summary>
public enum DataTypeForm
{
    /// <summary>A function by name: <c>"string"</c>.</summary>
    Cast,

    /// <summary>A whole expression.</summary>
    Full,

    /// <summary>An expression in which some casts are bare names.</summary>
    Folded,

    /// <summary>An expression without its opening brackets, and mostly without the current value.</summary>
    Stripped,

    /// <summary><c>N/A</c>: the document does not say.</summary>
    NotGiven,

    /// <summary>None of these.</summary>
    Unreadable,
}
