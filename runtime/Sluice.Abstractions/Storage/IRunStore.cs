namespace Sluice;

/// <summary>What ran, and how it ended.</summary>
public interface IRunStore
{
    /// <summary>Notes that a run begins.</summary>
    /// <returns>Its number.</returns>
    ValueTask<long> BeginRunAsync(DateTimeOffset at);

    /// <summary>Notes how a run ended.</summary>
    /// <param name="run">Its number.</param>
    /// <param name="report">Its report as JSON.</param>
    /// <param name="at">When.</param>
    ValueTask EndRunAsync(long run, string report, DateTimeOffset at);

    /// <summary>The newest run that ended; null where there is none.</summary>
    ValueTask<StoredRun?> LastRunAsync();

    /// <summary>Counts for `status`: one entry per pairing the store knows.</summary>
    ValueTask<IReadOnlyList<PairingCounts>> CountsAsync();
}
