namespace Sluice;

/// <summary>
/// That a pairing's store was found to be older than what was done with it: a backup was put in its place, or nothing.
/// Links, bases and intents of the time in between are lost, and so are decisions.
/// </summary>
/// <param name="StoredUntil">When the last run that the store knows of began, or ended, where only a person knows that
/// something is lost; null where it knows of none.</param>
/// <param name="RanUntil">When the last run or write that is lost began; where nobody knows that, not later than
/// <paramref name="StoredUntil"/>, and the first moment there is where that is null. What the store saw before that is
/// not what was made in the time that it lost.</param>
/// <param name="RecoveredAt">When the pairing ran by itself again, after a plan that was approved since; null while it
/// does not.</param>
public sealed record Restoration(
    DateTimeOffset? StoredUntil, DateTimeOffset RanUntil, DateTimeOffset? RecoveredAt);
