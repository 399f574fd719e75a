using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Reads the records that hints named, after the listing, which may be behind them.</summary>
internal sealed class HintedRecords(Hints hints, ILogger log)
{
    /// <param name="source">Where the records are.</param>
    /// <param name="show">Takes one in as if it had been listed.</param>
    /// <param name="token">Stops it.</param>
    public async Task ReadAsync(ISource source, Func<Record, Task> show, CancellationToken token)
    {
        foreach (var key in hints.Take(source.Entity))
            try
            {
                // What is not there is no proof that it is gone: that is for a complete listing. Of what answers in its
                // place nobody said that it changed.
                if (Keys.Own(await GuardedSource.ReadAsync(source, key, token), key) is { } record)
                    await show(record);
            }
            catch (RemoteException failure)
            {
                log.LogInformation(
                    "{Entity} {Key} was said to have changed and could not be read: {Reason}", source.Entity, key,
                    failure.Message);
            }
    }
}
