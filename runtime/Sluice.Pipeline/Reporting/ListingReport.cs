namespace Sluice.Pipeline;

/// <summary>How the listing of one entity ended.</summary>
/// <param name="Entity">System and entity.</param>
/// <param name="Records">Distinct records seen.</param>
/// <param name="Complete">Whether its end was proved.</param>
/// <param name="Problem">Why not; null where it was.</param>
/// <param name="Bad">Elements that were no records, with the reason.</param>
public sealed record ListingReport(
    string Entity, int Records, bool Complete, string? Problem, IReadOnlyList<BadRecord> Bad)
{
    /// <summary>Whether only what changed was listed: the others are as they were.</summary>
    public bool ChangesOnly { get; init; }
}
