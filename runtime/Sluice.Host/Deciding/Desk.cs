using Sluice.Host.Configuration;
using Sluice.Host.Running;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Host.Deciding;

/// <summary>A store that is looked at, beside whoever owns it, and the desk where decisions are left for the owner.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    private Desk(SqliteStore store) =>
        (Store, Decisions) = (store, new(store, Flows.Catalogue.Pairings, TimeProvider.System));

    public SqliteStore Store { get; }

    public DecisionDesk Decisions { get; }

    /// <param name="files">Settings files.</param>
    /// <param name="storePath">The store's file, where it was named.</param>
    /// <param name="create">Whether a store is made where there is none: for what is decided before the first plan.
    /// </param>
    public static async Task<Desk> OpenAsync(string[] files, string? storePath, bool create = false)
    {
        var path = StoreSettings.Path(HostSettings.Load(files, storePath));
        if (!File.Exists(path) && create)
            await (await SqliteStore.OpenAsync(path, StoreAccess.Own)).DisposeAsync();
        if (!File.Exists(path))
            throw new HostException(
                $"There is no store at {path} yet.",
                "`sluice plan` or `sluice run` makes one; or name it with --store.");

        return new(await SqliteStore.OpenAsync(path, StoreAccess.Look));
    }

    /// <summary>Leaves one decision for the owner, and says so; fails where the store knows already that it cannot be.
    /// </summary>
    public async Task<int> LeaveAsync(PersonDecision decision, bool json)
    {
        var verdict = await Decisions.JudgeAsync(decision);
        if (!verdict.IsApplied && !verdict.IsLater)
            throw new HostException(verdict.Text, verdict.Fix);

        await Decisions.LeaveAsync(decision);
        Console.WriteLine(json ? LeftText.Json(decision, verdict) : LeftText.Of(verdict));
        return ExitCode.Done;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
