using Microsoft.Data.Sqlite;
using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

/// <summary>What tells an owner that its file is older than what was done with it.</summary>
public sealed class RestoredStoreTests : IDisposable
{
    private const string Pairing = "keap-companies/youtrack-groups";
    private const string Late = "crm-customers/youtrack-groups";
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly StoreFolder _folder = new();

    private string Backup => Path.Combine(_folder.Folder, "backup.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_from_before_a_later_run_is_noticed()
    {
        await LiveAsync(store => store.BeginRunAsync(Noon));
        File.Copy(_folder.Path, Backup);
        await LiveAsync(store => store.BeginRunAsync(Noon.AddHours(2)));

        File.Copy(Backup, _folder.Path, overwrite: true);

        Assert.Equal(
            new Restoration(Noon, Noon.AddHours(2), null), await LiveAsync(store => store.RestorationAsync(Pairing)));
        Assert.Equal(
            new Restoration(Noon, Noon.AddHours(2), null), await LiveAsync(store => store.RestorationAsync(Pairing)));
    }

    [Fact]
    public async Task A_file_from_before_a_later_write_of_the_same_run_is_noticed()
    {
        await using (var store = await _folder.OwnAsync())
        {
            await store.PairingStateAsync(Pairing, "f", Noon);
            var run = await store.BeginRunAsync(Noon);
            CopyLive(Backup);
            await store.BeginIntentAsync(Intent(run, Noon.AddMinutes(3)));
        }

        File.Copy(Backup, _folder.Path, overwrite: true);

        Assert.Equal(
            new Restoration(Noon, Noon.AddMinutes(3), null),
            await LiveAsync(store => store.RestorationAsync(Pairing)));
    }

    [Fact]
    public async Task A_new_file_where_one_has_worked_is_noticed()
    {
        await LiveAsync(store => store.BeginRunAsync(Noon));
        File.Delete(_folder.Path);

        Assert.Equal(new Restoration(null, Noon, null), await LiveAsync(store => store.RestorationAsync(Pairing)));
    }

    [Fact]
    public async Task A_file_that_is_as_new_as_ever_has_lost_nothing()
    {
        await LiveAsync(store => store.BeginRunAsync(Noon));
        await LiveAsync(store => store.BeginIntentAsync(Intent(1, Noon)));
        CopyLive(Backup);
        File.Copy(Backup, _folder.Path, overwrite: true);

        Assert.Null(await LiveAsync(store => store.RestorationAsync(Pairing)));
    }

    [Fact]
    public async Task A_process_that_died_between_the_commit_and_the_witness_has_lost_nothing()
    {
        await LiveAsync(store => store.BeginRunAsync(Noon));
        var witness = await File.ReadAllBytesAsync(_folder.Path + ".lock", TestContext.Current.CancellationToken);
        await LiveAsync(store => store.BeginRunAsync(Noon.AddMinutes(5)));
        await File.WriteAllBytesAsync(_folder.Path + ".lock", witness, TestContext.Current.CancellationToken);

        Assert.Null(await LiveAsync(store => store.RestorationAsync(Pairing)));
    }

    [Fact]
    public async Task The_epoch_goes_beyond_that_of_whoever_owned_the_file_in_its_place()
    {
        await LiveAsync(store => store.BeginRunAsync(Noon));
        File.Copy(_folder.Path, Backup);
        for (var i = 0; i < 5; i++)
            await LiveAsync(store => store.BeginRunAsync(Noon));
        File.Copy(Backup, _folder.Path, overwrite: true);

        await using var store = await _folder.OwnAsync();

        Assert.Equal(7, store.Epoch);
    }

    [Fact]
    public async Task What_was_approved_is_taken_back_and_plans_are_forgotten()
    {
        await LiveAsync(async store =>
        {
            await store.BeginRunAsync(Noon);
            await PlanAsync(store, "approved");
            await ApplyAsync(store, Noon);
            await PlanAsync(store, "asked");
        });
        File.Copy(_folder.Path, Backup);
        await LiveAsync(store => store.BeginRunAsync(Noon));
        File.Copy(Backup, _folder.Path, overwrite: true);

        await using var restored = await _folder.OwnAsync();

        Assert.Equal(PairingState.Observing, await restored.PairingStateAsync(Pairing, "f", Noon));
        Assert.Empty(await restored.WaitingAsync());
        Assert.Null(await restored.FindPlanAsync("approved"));
        Assert.Null(await restored.FindPlanAsync("asked"));
    }

    [Fact]
    public async Task A_pairing_that_the_file_does_not_know_may_have_lost_something_until_a_run_ended()
    {
        await LiveAsync(store => store.BeginRunAsync(Noon));
        File.Delete(_folder.Path);

        await using var store = await _folder.OwnAsync();
        await store.PairingStateAsync(Pairing, "f", Noon);
        await store.EndRunAsync(await store.BeginRunAsync(Noon), "{}", Noon, []);
        await store.PairingStateAsync(Late, "f", Noon);

        Assert.NotNull(await store.RestorationAsync(Pairing));
        Assert.Null(await store.RestorationAsync(Late));
    }

    [Fact]
    public async Task A_pairing_has_recovered_when_it_runs_by_itself_again()
    {
        await using var store = await _folder.OwnAsync();
        await store.PairingStateAsync(Pairing, "f", Noon);
        await store.RestoredAsync();
        await GoLiveAsync(store, Noon.AddHours(1));
        await GoLiveAsync(store, Noon.AddHours(2));

        Assert.Equal(
            new Restoration(null, DateTimeOffset.MinValue, Noon.AddHours(1)), await store.RestorationAsync(Pairing));

        await store.RestoredAsync();
        Assert.Equal(
            new Restoration(null, DateTimeOffset.MinValue, null), await store.RestorationAsync(Pairing));
    }

    [Fact]
    public async Task What_somebody_says_is_lost_since_the_last_run_ended_and_for_good_until_it_is_recovered()
    {
        await using var store = await _folder.OwnAsync();
        await store.PairingStateAsync(Pairing, "f", Noon);
        await RunAsync(Noon, ended: true);
        await store.RestoredAsync();
        var first = new Restoration(Noon.AddMinutes(5), Noon.AddMinutes(5), null);
        Assert.Equal(first, await store.RestorationAsync(Pairing));

        // It observed only: what it saw in that run may be what it lost before.
        await RunAsync(Noon.AddHours(1), ended: true);
        await store.RestoredAsync();
        Assert.Equal(
            first with { StoredUntil = Noon.AddHours(1).AddMinutes(5) }, await store.RestorationAsync(Pairing));

        await GoLiveAsync(store, Noon.AddHours(2));
        await RunAsync(Noon.AddHours(2), ended: false);
        await store.RestoredAsync();
        Assert.Equal(new(Noon.AddHours(2), Noon.AddHours(2), null), await store.RestorationAsync(Pairing));

        async Task RunAsync(DateTimeOffset at, bool ended)
        {
            var run = await store.BeginRunAsync(at);
            if (ended)
                await store.EndRunAsync(run, "{}", at.AddMinutes(5), [new(Pairing, "f", [])]);
        }
    }

    [Fact]
    public async Task Bases_of_a_backup_are_trusted_again_once_nothing_is_open_about_their_link()
    {
        await using var store = await _folder.OwnAsync();
        await store.PairingStateAsync(Pairing, "f", Noon);
        var (clean, dirty, open) = (
            await LinkAsync(store, "clean", dirty: false), await LinkAsync(store, "dirty", dirty: true),
            await LinkAsync(store, "open", dirty: false));
        await store.OpenAsync(new(OpenKind.Review, Pairing, Side.Right, "r-open", "differs", 1, Noon));
        await store.RestoredAsync();
        Assert.Equal([true, true, true], await RestoredAsync(store));

        await GoLiveAsync(store, Noon);
        Assert.Equal([false, true, true], await RestoredAsync(store));

        await store.MergeAsync(new(dirty.Id, [], Dirty: true, Noon));
        await store.MergeAsync(new(open.Id, [], Dirty: false, Noon)
        {
            Open = [new(OpenKind.Review, Pairing, Side.Left, "open", "differs", 1, Noon)],
        });
        Assert.Equal([false, true, true], await RestoredAsync(store));

        await store.MergeAsync(new(dirty.Id, [], Dirty: false, Noon));
        await store.MergeAsync(new(open.Id, [], Dirty: false, Noon));
        Assert.Equal([false, false, false], await RestoredAsync(store));
        Assert.False(clean.IsRestored);
    }

    [Fact]
    public async Task A_lock_file_that_holds_something_else_is_refused_in_words()
    {
        await File.WriteAllTextAsync(_folder.Path + ".lock", "7", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<StoreException>(() => _folder.OwnAsync());

        Assert.Contains("Delete that file if the store was not put back", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Path));
    }

    private static Intent Intent(long run, DateTimeOffset at) =>
        new(0, run, Pairing, Side.Right, "1", null, "{}", at, IntentState.Open);

    private static async Task<Link> LinkAsync(SqliteStore store, string key, bool dirty) =>
        await store.LinkAsync(new(
            new(0, Pairing, key, "r-" + key, LinkState.Live, LinkOrigin.Match)
            {
                Left = new(new("Keap", "Companies"), key),
                Right = new(new("YouTrack", "Groups"), "r-" + key),
            }, [], dirty, Noon));

    private static async Task<IEnumerable<bool>> RestoredAsync(SqliteStore store) =>
        (await store.LinksAsync(Pairing, 0, 10)).Select(linked => linked.Link.IsRestored);

    private static async Task GoLiveAsync(SqliteStore store, DateTimeOffset at)
    {
        await PlanAsync(store, "plan");
        await ApplyAsync(store, at);
        await store.GoLiveAsync(Pairing, at);
    }

    private static async Task ApplyAsync(SqliteStore store, DateTimeOffset at)
    {
        foreach (var left in await store.WaitingAsync())
            await store.SettleAsync(new(left.Id, IsApplied: true, "approved", at, [new PlanApproved(left.Payload)]));
    }

    private static async Task PlanAsync(SqliteStore store, string hash)
    {
        await store.PairingStateAsync(Pairing, "f", Noon);
        await store.SavePlanAsync(new(hash, Noon, new Dictionary<string, string> { [Pairing] = "f" }, []));
        await store.LeaveAsync([new(0, "approve", hash, hash, Noon)]);
    }

    private async Task<T> LiveAsync<T>(Func<SqliteStore, ValueTask<T>> work)
    {
        await using var store = await _folder.OwnAsync();
        await store.PairingStateAsync(Pairing, "f", Noon);
        return await work(store);
    }

    private async Task LiveAsync(Func<SqliteStore, Task> work)
    {
        await using var store = await _folder.OwnAsync();
        await work(store);
    }

    // As a backup of a store that is at work is made: by SQLite, not by copying a file that changes.
    private void CopyLive(string to)
    {
        using var from = new SqliteConnection($"Data Source={_folder.Path};Pooling=False");
        using var into = new SqliteConnection($"Data Source={to};Pooling=False");
        from.Open();
        from.BackupDatabase(into);
    }
}
