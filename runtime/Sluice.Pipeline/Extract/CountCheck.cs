using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>
/// Asks, after a listing of changes, whether as many records are there as should be: what was deleted changed nothing
/// that such a listing shows.
/// </summary>
internal sealed class CountCheck(ILogger log)
{
    /// <returns>Whether the source said that there are more or fewer.</returns>
    /// <param name="source">Whose changes were listed.</param>
    /// <param name="expected">How many there should be.</param>
    /// <param name="token">Stops it.</param>
    public async Task<bool> DiffersAsync(ISource source, int expected, CancellationToken token)
    {
        if (source is not ICountedSource counted)
            return false;

        try
        {
            if (await GuardedSource.HasAsync(counted, expected, token))
                return false;
        }
        catch (RemoteException failure)
        {
            // What was listed stands, and whether something is missing is asked again in the next cycle.
            log.LogInformation("{Entity} could not be counted: {Reason}", source.Entity, failure.Message);
            return false;
        }

        log.LogInformation(
            "{Entity}: there are more or fewer records than the {Expected} there should be, so all are listed",
            source.Entity, expected);
        return true;
    }
}
