namespace Sluice;

/// <summary>A record that is new or differs from what is stored.</summary>
/// <param name="Key">Its key in the entity.</param>
/// <param name="IsNew">Whether it was never seen before.</param>
/// <param name="Links">The links of this entity and key, over all pairings, whatever their state.</param>
public sealed record Sighting(string Key, bool IsNew, IReadOnlyList<LinkedBases> Links);
