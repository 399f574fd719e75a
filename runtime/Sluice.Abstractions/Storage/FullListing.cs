namespace Sluice;

/// <summary>A complete enumeration of everything there is of an entity.</summary>
/// <param name="EndedAt">When its end was proved.</param>
/// <param name="Pages">How many pages it took.</param>
/// <param name="Lens">
/// A fingerprint of how the pairings looked at its records; null where some could not be looked at.
/// </param>
public sealed record FullListing(DateTimeOffset EndedAt, int Pages, string? Lens);
