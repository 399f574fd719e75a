namespace Sluice.Pipeline;

/// <summary>What is known of where a side's value comes from.</summary>
/// <param name="Kind">How much is known.</param>
/// <param name="Version">Which edit it is, where it was carried before; for a fresh one, the edit it was made over. A
/// later edit has a higher one.</param>
public readonly record struct Claim(ClaimKind Kind, long Version)
{
    /// <summary>
    /// Whether the value was carried from or to the record before, and nobody has edited it since; or it lost against
    /// one that was, or a person decided against it.
    /// </summary>
    public bool IsKnown =>
        Kind is ClaimKind.Own or ClaimKind.Copy or ClaimKind.Overruled or ClaimKind.DecidedAgainst;

    /// <summary>Whether it is an edit that nobody has carried yet.</summary>
    public bool IsEdit => Kind is ClaimKind.Fresh or ClaimKind.Overruled;

    /// <summary>
    /// The version to carry it with; 0 where it is to have a new one. One that lost is older than all that is newer
    /// than what it was made over, but newer than that.
    /// </summary>
    internal long Carried => Kind == ClaimKind.Overruled ? VersionClock.AfterLoss(Version) : IsKnown ? Version : 0;
}
