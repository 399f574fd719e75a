namespace Sluice;

/// <summary>Two keys that are the same thing.</summary>
/// <param name="Id">Its number; 0 while it is not stored.</param>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="LeftKey">The key on the left.</param>
/// <param name="RightKey">The key on the right.</param>
/// <param name="State">Whether both ends are there.</param>
/// <param name="Origin">How it came about.</param>
public sealed record Link(long Id, string Pairing, string LeftKey, string RightKey, LinkState State, LinkOrigin Origin)
{
    /// <summary>The physical record on the left.</summary>
    public required RecordId Left { get; init; }

    /// <summary>The physical record on the right.</summary>
    public required RecordId Right { get; init; }

    /// <summary>
    /// The document's line that says so: a match rule's row, or the creation sentence; 0 where a person said so.
    /// </summary>
    public int Line { get; init; }

    /// <summary>Whether it was marked as having something to look at when it was read.</summary>
    public bool IsDirty { get; init; }

    /// <summary>
    /// Whether its bases are those of a backup that was put in the store's place: both sides may have agreed on
    /// something else since.
    /// </summary>
    public bool IsRestored { get; init; }

    /// <summary>Whether the last complete enumeration did not show the left record.</summary>
    public bool LeftGone { get; init; }

    /// <summary>Whether the last complete enumeration did not show the right record.</summary>
    public bool RightGone { get; init; }

    /// <summary>Whether the last complete enumeration did not show the record of one side.</summary>
    public bool IsGone(Side side) => side == Side.Left ? LeftGone : RightGone;

    /// <summary>The key of one side.</summary>
    public string Key(Side side) => side == Side.Left ? LeftKey : RightKey;

    /// <summary>The physical record of one side.</summary>
    public RecordId Identity(Side side) => side == Side.Left ? Left : Right;
}
