namespace Sluice;

/// <summary>What ran, and how it ended.</summary>
public interface IRunStore
{
    /// <summary>Notes that a run begins, and removes what is kept for a time only.</summary>
    /// <param name="at">When it begins.</param>
    /// <param name="keepSince">
    /// Reports of runs, settled updates and deletes, and plans that nobody waits for are removed bit by bit where they
    /// are older than this; null keeps them all. What was moved is history, and stays.
    /// </param>
    /// <returns>Its number.</returns>
    ValueTask<long> BeginRunAsync(DateTimeOffset at, DateTimeOffset? keepSince = null);

    /// <summary>
    /// Notes how a run ended, and what it ran. What the pairings with an approval were compiled from is what plans are
    /// compared with from then on. A pairing that is there no more observes should it come back, however little it
    /// changed.
    /// </summary>
    /// <param name="run">Its number.</param>
    /// <param name="report">Its report as JSON.</param>
    /// <param name="at">When.</param>
    /// <param name="pairings">All pairings that there are, also those that had no turn.</param>
    ValueTask EndRunAsync(long run, string report, DateTimeOffset at, IReadOnlyList<CompiledPairing> pairings);

    /// <summary>The newest run that ended; null where there is none.</summary>
    ValueTask<StoredRun?> LastRunAsync();

    /// <summary>Counts for `status`: one entry per pairing the store knows.</summary>
    ValueTask<IReadOnlyList<PairingCounts>> CountsAsync();
}
