namespace Sluice;

/// <summary>Something that is not done, and why.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Side">The side of the record it is about.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Reason">Why, in words that name the records and values concerned.</param>
/// <param name="Line">The document's line that asks for it.</param>
/// <param name="Since">When it was first so.</param>
public sealed record OpenItem(
    OpenKind Kind, string Pairing, Side Side, string Key, string Reason, int Line, DateTimeOffset Since)
{
    /// <summary>
    /// A hash of what it was decided on; a refused write is tried again only when this changes. Empty where that means
    /// nothing.
    /// </summary>
    public string Basis { get; init; } = "";

    /// <summary>What a person is asked.</summary>
    public OpenCause Cause { get; init; }

    /// <summary>The field that it is about; empty where it is about the record.</summary>
    public string Field { get; init; } = "";

    /// <summary>What the left side shows of that field.</summary>
    public FieldValue Left { get; init; }

    /// <summary>What the right side shows of that field.</summary>
    public FieldValue Right { get; init; }
}
