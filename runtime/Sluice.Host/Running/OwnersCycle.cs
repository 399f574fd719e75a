using Microsoft.Extensions.Configuration;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Host.Running;

/// <summary>
/// One cycle, where another process owns the store: that process is asked for it. Where it ends without having taken
/// the request up, this one runs the cycle.
/// </summary>
internal static class OwnersCycle
{
    // An owner that has only just begun may not have made the store, or brought it up, yet.
    private const int Tries = 20;

    /// <exception cref="HostException">Nothing came of it, or nobody knows what.</exception>
    public static async Task<RanCycle> RunAsync(
        IConfiguration settings, CycleScope scope, IProgress<CycleProgress> progress, CancellationToken token)
    {
        var path = StoreSettings.Path(settings);
        SqliteStore? owned = null;
        try
        {
            var outcome = await AskAsync(
                path, scope, async () => (owned ??= await TryOwnAsync(path)) is not null, progress, token);
            if (outcome.End != RequestEnd.Ours)
                return Read(outcome);

            await using var engine = await Engine.OpenAsync(settings, writes: true, Logs.Quiet, owned: owned);
            return await OneCycle.CarryOutAsync(engine, scope, progress, token);
        }
        finally
        {
            if (owned is not null)
                await owned.DisposeAsync();
        }
    }

    private static async Task<RequestOutcome> AskAsync(
        string path, CycleScope scope, Func<Task<bool>> own, IProgress<CycleProgress> progress, CancellationToken token)
    {
        await using var store = await LookAsync(path, token);
        var program = RequestedScope.ProgramOf(CycleRunner.CompiledFrom(Flows.Catalogue.Pairings));
        var watched = new WatchedRequests(store);
        var asked = await AskedRun.AskAsync(watched, new(scope, program), TimeProvider.System);
        var outcome = await asked.WaitAsync(own, progress, token);
        return !watched.IsTakenAway ? outcome : throw new HostException(
            "This run was taken back before the process that owns the store had taken it up. Nothing of it was done.",
            "Run the same again, where it is wanted after all.");
    }

    private static RanCycle Read(RequestOutcome outcome) => outcome.End switch
    {
        RequestEnd.Answered when outcome.Answer.Length > 0 => Read(RunAnswer.Read(outcome.Answer)),
        RequestEnd.Answered => throw new HostException(
            "This run was carried out by the `sluice run` that owns the store, and its answer was not kept so long.",
            "`sluice status` shows what came of it."),
        RequestEnd.Withdrawn => throw new HostException(
            "Stopped waiting: the process that owns the store had not taken this run up, and it was withdrawn. "
                + "Nothing of it was done.",
            "Run the same again."),
        RequestEnd.UnderWay => throw new HostException(
            "Stopped waiting: the `sluice run` that owns the store has taken this run up, and carries it out to its "
                + "end.",
            "`sluice status` shows what came of it."),
        _ => throw new HostException(
            "The `sluice run` that had taken this run up ended before it was done. What it wrote is in the journal, "
                + "and the next cycle goes on from there; it is not run a second time by itself.",
            "See `sluice status`; then run the same again, where something is left to do."),
    };

    private static RanCycle Read(RunAnswer answer) =>
        answer.Ran ?? throw new HostException(answer.Refusal ?? "The run was refused.", answer.Fix ?? "");

    private static async Task<SqliteStore> LookAsync(string path, CancellationToken token)
    {
        for (var left = Tries; ; left--)
            try
            {
                return await SqliteStore.OpenAsync(path, StoreAccess.Look);
            }
            catch (StoreException unready)
            {
                if (left == 0)
                    throw new HostException(
                        $"Another process owns the store, and cannot be asked for a run. {unready.Message}",
                        "Where that is a `sluice run` of an older program, stop it and start this one's.");

                await Task.Delay(AskedRun.Look, TimeProvider.System, token);
            }
    }

    private static async Task<SqliteStore?> TryOwnAsync(string path)
    {
        try
        {
            return await SqliteStore.OpenAsync(path, StoreAccess.Own);
        }
        catch (StoreBusyException)
        {
            return null;
        }
    }
}
