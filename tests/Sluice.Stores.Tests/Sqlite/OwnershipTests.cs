using Microsoft.Data.Sqlite;
using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

public sealed class OwnershipTests : IDisposable
{
    private const string Pairing = "keap-companies/youtrack-groups";
    private static readonly EntityName Companies = new("Keap", "Companies");
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_owner_is_refused_until_the_first_lets_go()
    {
        var first = await _folder.OwnAsync();

        var refused = await Assert.ThrowsAsync<StoreBusyException>(_folder.OwnAsync);
        Assert.Contains(_folder.Path + ".lock", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Stop that", refused.Message, StringComparison.Ordinal);
        await first.DisposeAsync();

        await using var second = await _folder.OwnAsync();
        Assert.True(second.Epoch > first.Epoch);
    }

    [Fact]
    public async Task An_opening_that_fails_gives_the_lock_back()
    {
        await File.WriteAllTextAsync(_folder.Path, new string('x', 5000), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<StoreException>(_folder.OwnAsync);
        File.Delete(_folder.Path);

        await using var store = await _folder.OwnAsync();
        Assert.Equal(1, store.Epoch);
    }

    [Fact]
    public async Task A_store_that_somebody_writes_to_while_it_is_taken_over_is_said_to_be_busy()
    {
        await (await _folder.OwnAsync()).DisposeAsync();
        using var opened = new Opening(_folder.Path, StoreAccess.Own, Migrations.All).Connect();
        using var impatient = opened.CreateCommand();
        impatient.CommandText = "pragma busy_timeout = 1";
        impatient.ExecuteNonQuery();
        using var other = new SqliteConnection($"Data Source={_folder.Path};Pooling=False");
        other.Open();
        using var writing = other.BeginTransaction();

        var busy = Assert.Throws<StoreBusyException>(() => Opening.TakeOver(opened));

        Assert.Equal(_folder.Path, busy.Path);
    }

    [Fact]
    public async Task F41_Whoever_lost_the_store_can_store_nothing_more()
    {
        await using var older = await _folder.OwnAsync();
        var extraction = await older.BeginExtractionAsync(Companies, Noon);
        var link = await older.LinkAsync(Linked("c", "g"));
        var intent = await older.BeginIntentAsync(Create());
        await older.AskAsync("{}", Noon, Noon.AddMinutes(1));
        await older.LeaveSignInAsync("Keap", "old"u8.ToArray(), Noon);
        var signIn = (await older.FindSignInAsync("Keap"))!;
        await using var newer = await TakeOverAsync();
        Func<ValueTask>[] writes =
        [
            async () => await older.BindAsync(new Account("Keap", "id", "name"), Noon),
            async () => await older.BeginExtractionAsync(Companies, Noon),
            async () => await older.CompareAsync(extraction, [new Glimpse("a", "h", InScope: true)]),
            () => older.ObserveAsync(extraction, []),
            async () => await older.CompleteExtractionAsync(extraction, Noon),
            async () => await older.LinkAsync(Linked("d", "h")),
            () => older.MergeAsync(new MergeCommit(link.Id, [], Dirty: true, Noon)),
            () => older.SetLinkStateAsync(link.Id, LinkState.Tombstone, Noon),
            async () => await older.BeginIntentAsync(Create()),
            () => older.EndIntentAsync(intent, IntentState.NotDone, reason: null, Noon),
            () => older.OpenAsync(new OpenItem(OpenKind.Review, Pairing, Side.Left, "c", "why", 1, Noon)),
            () => older.CloseAsync(Pairing, Side.Left, "c"),
            () => older.SavePlanAsync(new NewPlan("hash", Noon, new Dictionary<string, string>(), [])),
            () => older.SettleAsync(new DecisionCommit(1, IsApplied: true, "", Noon, [])),
            async () => await older.PairingStateAsync(Pairing, "f", Noon),
            () => older.GoLiveAsync(Pairing, Noon),
            async () => await older.BeginRunAsync(Noon),
            () => older.EndRunAsync(1, "{}", Noon, []),
            async () => await older.TakeUpAsync(Noon),
            () => older.AnswerAsync(1, run: 1, "{}"),
            async () => await older.MoveSignInAsync(signIn, SignInState.Refreshing, "", Noon),
        ];
        var before = Contents();

        foreach (var write in writes)
        {
            var fenced = await Assert.ThrowsAsync<FencedException>(async () => await write());
            Assert.Contains($"epoch {newer.Epoch}; this is {older.Epoch}", fenced.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Contents());
        Assert.Equal(link, (await newer.FindLinkAsync(Pairing, Side.Left, "c"))!.Link);
        await newer.EndIntentAsync(intent, IntentState.NotDone, "found out", Noon);
    }

    [Fact]
    public async Task F35_Tokens_that_came_to_whoever_lost_the_store_are_the_next_owners()
    {
        await using var older = await _folder.OwnAsync();
        await older.LeaveSignInAsync("Keap", "old"u8.ToArray(), Noon);
        await older.MoveSignInAsync((await older.FindSignInAsync("Keap"))!, SignInState.Refreshing, "", Noon);
        var asked = (await older.FindSignInAsync("Keap"))!;
        await using var newer = await TakeOverAsync();

        Assert.True(await older.RenewSignInAsync(asked, "new"u8.ToArray(), Noon));

        var found = (await newer.FindSignInAsync("Keap"))!;
        Assert.Equal((2, SignInState.Good), (found.Serial, found.State));
        Assert.Equal("new"u8, found.Content.Span);
        Assert.False(await older.RenewSignInAsync(asked, "late"u8.ToArray(), Noon));
    }

    [Fact]
    public async Task One_who_looks_reads_beside_the_owner_and_may_only_leave_decisions()
    {
        await using var owner = await _folder.OwnAsync();
        await owner.PairingStateAsync(Pairing, "f", Noon);
        await owner.SavePlanAsync(new NewPlan("hash", Noon, new Dictionary<string, string> { [Pairing] = "f" }, []));
        await using var looking = await _folder.LookAsync();

        Assert.Equal(0, looking.Epoch);
        Assert.NotNull(await looking.FindPlanAsync("hash"));
        Assert.Equal(PairingState.Observing, await looking.PairingStateAsync(Pairing, "f", Noon));
        Assert.Equal(PairingState.Observing, await looking.PairingStateAsync("new", "f", Noon));
        Assert.Equal("id", (await looking.BindAsync(new Account("Keap", "id", "name"), Noon)).Id);
        await looking.LeaveAsync([new InboxEntry(0, "approve", "plan hash", "{}", Noon)]);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await looking.BeginRunAsync(Noon));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await looking.LinkAsync(Linked("c", "g")));

        var left = Assert.Single(await owner.WaitingAsync());
        await owner.SettleAsync(new(left.Id, IsApplied: true, "approved", Noon, [new PlanApproved("hash")]));
        Assert.Equal("approved", Assert.Single(await looking.SettledAsync(1)).Outcome);
        Assert.Equal(PairingState.Approved, await looking.PairingStateAsync(Pairing, "f", Noon));
        Assert.Equal(PairingState.Observing, await looking.PairingStateAsync(Pairing, "changed", Noon));
        Assert.Single(await looking.CountsAsync());
        Assert.Equal("other", (await owner.BindAsync(new Account("Keap", "other", "name"), Noon)).Id);
    }

    [Fact]
    public async Task F56_A_decision_that_two_owners_take_up_is_applied_once_and_by_the_one_that_owns()
    {
        await using var older = await _folder.OwnAsync();
        await using (var looking = await _folder.LookAsync())
            await looking.LeaveAsync([new InboxEntry(0, "pause", "pause", "{}", Noon)]);
        var seen = Assert.Single(await older.WaitingAsync());
        await using var newer = await TakeOverAsync();
        var pause = new DecisionCommit(seen.Id, IsApplied: true, "paused", Noon, [new PairingPaused(Pairing, true)]);

        await Assert.ThrowsAsync<FencedException>(() => older.SettleAsync(pause).AsTask());
        Assert.Equal(seen, Assert.Single(await newer.WaitingAsync()));
        Assert.Empty(await newer.PausedAsync());

        await newer.SettleAsync(pause);
        await Assert.ThrowsAsync<FencedException>(() => older.SettleAsync(pause).AsTask());
        await Assert.ThrowsAsync<InvalidOperationException>(() => newer.SettleAsync(pause).AsTask());
        Assert.Equal([Pairing], await newer.PausedAsync());
        Assert.Single(await newer.SettledAsync(5));
    }

    [Fact]
    public async Task What_was_said_to_be_stored_is_there_after_a_crash()
    {
        await using var store = await _folder.OwnAsync();
        var extraction = await store.BeginExtractionAsync(Companies, Noon);
        var intent = await store.BeginIntentAsync(Create());

        using var crashed = Crash();
        await using var restarted = await crashed.OwnAsync();

        Assert.Equal(intent, Assert.Single(await restarted.OpenIntentsAsync(null)).Id);
        Assert.True((await restarted.BeginExtractionAsync(Companies, Noon)).Id > extraction.Id);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_step_leaves_what_was_before_it()
    {
        await using var store = await _folder.OwnAsync();
        await store.LinkAsync(Linked("c", "g"));
        var before = Contents();
        using var connection = new SqliteConnection($"Data Source={_folder.Path};Pooling=False");
        connection.Open();

        // A cache of one page, so that a part of the step is on disk before its end.
        Execute(connection, "pragma cache_size = 1");
        Execute(connection, "begin immediate");
        Execute(connection, "update links set dirty = 1");
        Execute(
            connection,
            """
            insert into runs (started_at, report)
            with recursive n (i) as (values (1) union all select i + 1 from n where i < 500)
            select i, hex(zeroblob(2000)) from n
            """);
        Assert.True(new FileInfo(_folder.Path + "-wal").Length > 500_000);

        using var crashed = Crash();
        await using (var restarted = await crashed.OwnAsync())
        {
            Assert.Empty(await restarted.DirtyLinksAsync(Pairing, 0, 10));
            Assert.Equal(1, await restarted.BeginRunAsync(Noon));
        }

        Execute(connection, "rollback");
        Assert.Equal(before, Contents());
    }

    private async Task<SqliteStore> TakeOverAsync()
    {
        // As on a network share that forgets locks: the epoch must hold alone.
        File.Delete(_folder.Path + ".lock");
        return await _folder.OwnAsync();
    }

    // The bytes that a dead process leaves: the files as they are, while the store is still open.
    private StoreFolder Crash()
    {
        var crashed = new StoreFolder();
        foreach (var suffix in new[] { "", "-wal" })
            File.Copy(_folder.Path + suffix, crashed.Path + suffix);

        return crashed;
    }

    private string Contents()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Path};Pooling=False");
        connection.Open();
        var tables = Read(connection, "select name from sqlite_master where type = 'table' order by name");
        var contents = tables.SelectMany(table => Read(connection, $"select * from {table}").Prepend($"== {table}"));
        return string.Join('\n', contents);
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));

        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static NewLink Linked(string left, string right) => new(
        new Link(0, Pairing, left, right, LinkState.Live, LinkOrigin.Match)
        {
            Left = new RecordId(Companies, left),
            Right = new RecordId(new EntityName("YouTrack", "Groups"), right),
        },
        [], Dirty: false, Noon);

    private static Intent Create() => new(0, 1, Pairing, Side.Left, "g", null, "{}", Noon, IntentState.Open);
}
