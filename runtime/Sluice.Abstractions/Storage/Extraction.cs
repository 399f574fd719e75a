namespace Sluice;

/// <summary>One enumeration of an entity.</summary>
/// <param name="Id">Its number; grows with every enumeration.</param>
/// <param name="Entity">What is enumerated.</param>
/// <param name="StartedAt">When it was opened.</param>
/// <param name="PreviousAt">When the last complete one was opened: what differs now changed after that. Null the first
/// time.</param>
public sealed record Extraction(long Id, EntityName Entity, DateTimeOffset StartedAt, DateTimeOffset? PreviousAt);
