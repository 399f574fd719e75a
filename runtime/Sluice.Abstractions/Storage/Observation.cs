namespace Sluice;

/// <summary>A new or changed record, to be stored.</summary>
/// <param name="Key">Its key in the entity.</param>
/// <param name="Identity">The physical record.</param>
/// <param name="Hash">A hash of what the answer contained.</param>
/// <param name="InScope">Whether the contract counts it in.</param>
/// <param name="SeenAt">When it was seen.</param>
/// <param name="Views">What each pairing that looks at the entity makes of it. Replaces what was stored.</param>
/// <param name="Dirty">Links whose fields no longer show what they showed when both sides last agreed.</param>
public sealed record Observation(
    string Key,
    RecordId Identity,
    string Hash,
    bool InScope,
    DateTimeOffset SeenAt,
    IReadOnlyList<PairingView> Views,
    IReadOnlyList<long> Dirty)
{
    /// <summary>What it shows of its links since their sides last agreed; links that are left out stay as they
    /// are.</summary>
    public IReadOnlyList<LinkEdits> Edits { get; init; } = [];

    /// <summary>The records that it names, as far as some pairing asks. Replaces what was stored.</summary>
    public IReadOnlyList<NamedRecord> Names { get; init; } = [];
}
