namespace Sluice;

/// <summary>One enumeration of an entity, or of what changed of it.</summary>
/// <param name="Id">Its number; grows with every enumeration.</param>
/// <param name="Entity">What is enumerated.</param>
/// <param name="StartedAt">When it was opened.</param>
/// <param name="PreviousAt">When the last one that was seen to its end was opened, be it of everything or of changes:
/// what differs now changed after that. Null the first time.</param>
public sealed record Extraction(long Id, EntityName Entity, DateTimeOffset StartedAt, DateTimeOffset? PreviousAt)
{
    /// <summary>The source's own mark up to which everything was observed; null where there is none.</summary>
    public string? Cursor { get; init; }

    /// <summary>The last complete enumeration of everything; null where there was none.</summary>
    public FullListing? Full { get; init; }
}
