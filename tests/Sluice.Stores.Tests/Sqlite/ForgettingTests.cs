using System.Text;
using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

public sealed class ForgettingTests : IDisposable
{
    private const string Pairing = "keap-companies/youtrack-groups";
    private static readonly EntityName Companies = new("Keap", "Companies");
    private static readonly EntityName Groups = new("YouTrack", "Groups");
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task F57_No_page_of_the_file_and_no_line_of_its_log_holds_what_was_forgotten()
    {
        const int People = 150;
        await using var store = await _folder.OwnAsync();
        for (var round = 0; round < 3; round++)
            for (var i = 0; i < People; i++)
                await FillAsync(store, i, round);
        Assert.True(Bytes().Contains("person-120-round-2", StringComparison.Ordinal));

        for (var i = 0; i < People; i += 7)
            await ForgetAsync(store, i);
        Assert.True(await store.ScrubAsync());

        var bytes = Bytes();
        for (var i = 0; i < People; i++)
            foreach (var text in Texts(i))
                Assert.Equal(i % 7 != 0 && !IsOld(text), bytes.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(13)]
    [InlineData(14)]
    public void Whoever_has_too_little_room_for_the_copy_is_told_where_it_lies(int code)
    {
        var told = Scrubbing.Explain(new("disk", code), _folder.Path, "/elsewhere");

        Assert.Equal(
            $"Store '{_folder.Path}': it cannot be written anew, which takes away what was forgotten (disk). "
            + "That needs room for a copy in '/elsewhere' (set SQLITE_TMPDIR to have it in another folder), and as "
            + "much beside the store.",
            Assert.IsType<StoreException>(told).Message);
        Assert.IsType<StoreBusyException>(Scrubbing.Explain(new("busy", 5), _folder.Path, "/elsewhere"));
    }

    [Fact]
    public async Task Who_looks_meanwhile_holds_the_scrubbing_up_and_the_next_time_it_is_done()
    {
        await using var store = await _folder.OwnAsync();
        await FillAsync(store, 0, 2);
        await ForgetAsync(store, 0);
        await using (var looking = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.Path}"))
        {
            looking.Open();
            using var snapshot = looking.BeginTransaction(deferred: true);
            using var command = looking.CreateCommand();
            command.CommandText = "select count(*) from links";
            command.Transaction = snapshot;
            command.ExecuteScalar();
            store.Session.Prepare("pragma busy_timeout = 1").Number();
            Assert.False(await store.ScrubAsync());
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.True(await store.ScrubAsync());
        Assert.DoesNotContain("person-0-", Bytes(), StringComparison.Ordinal);
        var before = new FileInfo(_folder.Path).LastWriteTimeUtc;
        Assert.True(await store.ScrubAsync());
        Assert.Equal(before, new FileInfo(_folder.Path).LastWriteTimeUtc);
    }

    [Fact]
    public async Task Every_table_that_names_a_person_is_erased()
    {
        // A new table is either erased with the links, records or intents that it refers to, or it is listed here with
        // the reason.
        string[] harmless =
        [
            "accounts", "approved_documents", "breaker_approvals", "breakers", "cursors", "documents", "entities",
            "forgotten", "pairings", "plan_operations", "plan_pairings", "plans", "restores", "sqlite_schema",
            "shown_paths", "sign_ins", "sqlite_sequence", "store",
        ];
        string[] erased =
        [
            "bases", "history", "inbox", "intent_values", "intents", "links", "marks", "match_keys", "records",
            "review", "rulings", "run_requests", "runs", "views",
        ];
        await using var store = await _folder.OwnAsync();
        using var rows = store.Session.Prepare(
            """
            select m.name, exists (
                select 1 from pragma_foreign_key_list(m.name) f where f."table" in ('links', 'records', 'intents'))
            from sqlite_master m where m.type = 'table' order by m.name
            """).Query();
        while (rows.Read())
            Assert.True(
                rows.Flag(1) || harmless.Contains(rows.Text(0)) || erased.Contains(rows.Text(0)),
                $"Does '{rows.Text(0)}' name a person?");
    }

    private static bool IsOld(string text) => !text.EndsWith("round-2", StringComparison.Ordinal);

    private static string[] Texts(int i) =>
        [.. Enumerable.Range(0, 3).Select(round => $"person-{i}-round-{round}"), $"key-of-{i}-there-round-2"];

    private static async Task FillAsync(SqliteStore store, int i, int round)
    {
        var text = FieldValue.Of($"person-{i}-round-{round}");
        var (left, right) = (new RecordId(Companies, $"{i}"), new RecordId(Groups, $"key-of-{i}-there-round-2"));
        var listing = await store.BeginExtractionAsync(Companies, Noon);
        await store.ObserveAsync(
            listing, [Seen(left, Side.Left, $"{text}"), Seen(new(Companies, "free"), Side.Left, "f")]);
        await store.ObserveAsync(
            await store.BeginExtractionAsync(Groups, Noon), [Seen(right, Side.Right, $"{text}")]);
        var link = await store.LinkAsync(new NewLink(
            new Link(0, Pairing, left.Key, right.Key, LinkState.Live, LinkOrigin.Match) { Left = left, Right = right },
            [], Dirty: false, Noon));
        var intent = await store.BeginIntentAsync(
            new Intent(
                0, 1, Pairing, Side.Right, left.Key, right.Key, $"{{\"name\":\"{text}\"}}", Noon, IntentState.Open)
            {
                Sent = new Dictionary<string, FieldValue> { ["name"] = text },
            });
        await store.MergeAsync(new MergeCommit(link.Id, [new("name", text, text, "m")], Dirty: true, Noon)
        {
            Settled = [intent],
            Marks = [new(right, "name", text, 1, IsCopy: true)],
            Open = [new(OpenKind.Review, Pairing, Side.Left, left.Key, $"'{text}' differs", 1, Noon) { Left = text }],
            History =
            [
                new(1, Pairing, left.Key, right.Key, Side.Right, "name", text, text, "edited", 1, Noon),
            ],
        });
        await store.BeginIntentAsync(
            new Intent(0, 1, Pairing, Side.Right, left.Key, right.Key, "{}", Noon, IntentState.Open)
            {
                Overruled = [new(right, "name", FieldValue.Of($"{text} and more"), 1, IsCopy: false)],
            });
        await store.OpenAsync(
            new(OpenKind.Review, Pairing, Side.Left, $"free{i}", $"It is like {right.Key}.", 1, Noon));
        var run = await store.BeginRunAsync(Noon);
        await store.EndRunAsync(run, $$"""{"moves":[{"left":"{{left.Key}}","right":"{{right.Key}}"}]}""", Noon, []);

        // What was moved before is history; of a record that was never written only the last one counts.
        if (round < 2)
            store.Session.Prepare("delete from history").Run();
        if (round < 2)
            store.Session.Prepare("delete from intent_values").Run();
        if (round < 2)
            store.Session.Prepare("delete from intents").Run();
    }

    private static async Task ForgetAsync(SqliteStore store, int i)
    {
        await store.LeaveAsync([new(0, "forget", "forget", $$"""{"key":"{{i}}"}""", Noon)]);
        var left = Assert.Single(await store.WaitingAsync());
        await store.SettleAsync(new(
            left.Id, IsApplied: true, "forgotten", Noon, [new RecordForgotten(new RecordId(Companies, $"{i}"))]));
    }

    private static Observation Seen(RecordId record, Side side, string email) => new(
        record.Key, record, $"hash of {record.Key.Length}", InScope: true, Noon,
        [new PairingView(Pairing, side, InScope: true, [MatchKey.Email(email)])], Dirty: []);

    private string Bytes()
    {
        var text = new StringBuilder();
        foreach (var file in new[] { _folder.Path, _folder.Path + "-wal" })
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
