namespace Sluice;

/// <summary>A record of one side that has no link in a pairing.</summary>
/// <param name="Observation">The observation's id.</param>
/// <param name="Key">Its key in the entity.</param>
/// <param name="Identity">The physical record.</param>
public sealed record Unlinked(long Observation, string Key, RecordId Identity)
{
    /// <summary>A record that a person told it apart from; null where there is none.</summary>
    public string? PartedFrom { get; init; }

    /// <summary>What a person decided about it; null where nobody did.</summary>
    public Ruling? Ruling { get; init; }

    /// <summary>When that was said; null where nobody did.</summary>
    public DateTimeOffset? RuledAt { get; init; }

    /// <summary>Whether the document's condition let a counterpart be made for it when it was last looked at.</summary>
    public bool IsWanted { get; init; } = true;

    /// <summary>Whether it had a link that ended when its counterpart went.</summary>
    public bool HasEnded { get; init; }
}
