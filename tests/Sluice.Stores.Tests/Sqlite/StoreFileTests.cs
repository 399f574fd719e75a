using Microsoft.Data.Sqlite;
using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

public sealed class StoreFileTests : IDisposable
{
    private static readonly EntityName Companies = new("Keap", "Companies");
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_its_user_can_read_the_store_and_what_lies_beside_it()
    {
        await File.WriteAllBytesAsync(_folder.Path, [], TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b110_100_100);
        await using var store = await _folder.OwnAsync();
        await store.BeginRunAsync(Noon);

        var files = Directory.GetFiles(_folder.Folder);

        Assert.Equal(
            ["sluice.db", "sluice.db-shm", "sluice.db-wal", "sluice.db.lock"],
            files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
            foreach (var file in files)
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_store_writes_ahead_and_waits_for_the_disk()
    {
        await using var store = await _folder.OwnAsync();

        Assert.Equal(2, Number(store, "pragma synchronous"));
        Assert.Equal(1, Number(store, "pragma foreign_keys"));
        Assert.Equal(5000, Number(store, "pragma busy_timeout"));
        Assert.Equal("wal", Raw("pragma journal_mode"));
    }

    [Fact]
    public async Task A_schema_is_brought_up_step_by_step_and_its_data_stay()
    {
        Opening Opened(params string[] steps) => new(_folder.Path, StoreAccess.Own, steps);
        await File.WriteAllBytesAsync(_folder.Path, [], TestContext.Current.CancellationToken);
        const string First = "create table t (a); insert into t values (1)";
        const string Second = "alter table t add column b default 2";

        Opened(First).Connect().Dispose();
        Assert.Equal(1L, Raw("pragma user_version"));
        Opened(First, Second).Connect().Dispose();
        Opened(First, Second).Connect().Dispose();

        Assert.Equal(2L, Raw("pragma user_version"));
        Assert.Equal(12L, Raw("select a * 10 + b from t"));
        var refused = Assert.Throws<StoreException>(() => Opened(First).Connect());
        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_schema_before_it()
    {
        await File.WriteAllBytesAsync(_folder.Path, [], TestContext.Current.CancellationToken);

        string[] steps = ["create table t (a)", "create table u (a); create table t (a)"];

        Assert.ThrowsAny<Exception>(() => new Opening(_folder.Path, StoreAccess.Own, steps).Connect());

        Assert.Equal(1L, Raw("pragma user_version"));
        Assert.Equal(1L, Raw("select count(*) from sqlite_master"));
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused_and_left_alone()
    {
        await (await _folder.OwnAsync()).DisposeAsync();
        Raw("pragma user_version = 99");

        var refused = await Assert.ThrowsAsync<StoreException>(_folder.OwnAsync);

        Assert.Contains("schema 99", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Raw("select epoch from store"));
    }

    [Fact]
    public async Task One_who_looks_does_not_migrate()
    {
        await File.WriteAllBytesAsync(_folder.Path, [], TestContext.Current.CancellationToken);

        await RefusedAsync(_folder.LookAsync, "older program");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        await File.WriteAllBytesAsync(_folder.Path, [], TestContext.Current.CancellationToken);
        Raw("create table theirs (a)");

        await RefusedAsync(_folder.OwnAsync, "another program's database");
        Assert.Equal(1L, Raw("select count(*) from sqlite_master"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("Dear diary, ", 1000));
        await File.WriteAllTextAsync(_folder.Path, text, TestContext.Current.CancellationToken);

        foreach (var open in new[] { _folder.OwnAsync, _folder.LookAsync })
            await RefusedAsync(open, "not a SQLite database");

        Assert.Equal(text, await File.ReadAllTextAsync(_folder.Path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public async Task A_damaged_store_is_refused(double place)
    {
        await FillAsync(3000);
        await using (var file = File.OpenWrite(_folder.Path))
        {
            file.Position = (long)(file.Length * place) / 4096 * 4096;
            file.Write(Enumerable.Repeat((byte)0xA5, 8192).ToArray());
        }

        await RefusedAsync(_folder.OwnAsync, "damaged");
    }

    [Fact]
    public async Task A_store_that_was_cut_short_is_refused()
    {
        await FillAsync(3000);
        await using (var file = File.OpenWrite(_folder.Path))
            file.SetLength(file.Length / 2);

        await RefusedAsync(_folder.OwnAsync, "damaged");
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var path = Path.Combine(_folder.Folder, "not", "there.db");

        var missing = await Assert.ThrowsAsync<StoreException>(() => SqliteStore.OpenAsync(path, StoreAccess.Own));

        Assert.Contains(
            $"the folder '{Path.GetDirectoryName(path)}' does not exist", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_its_place_is_refused()
    {
        Directory.CreateDirectory(_folder.Path);

        await RefusedAsync(_folder.OwnAsync, "cannot be written");
    }

    [Fact]
    public Task There_must_be_something_to_look_at() => RefusedAsync(_folder.LookAsync, "no such file");

    [Fact]
    public async Task A_full_disk_stores_nothing_of_a_step_and_loses_nothing()
    {
        await using var store = await _folder.OwnAsync();
        var extraction = await store.BeginExtractionAsync(Companies, Noon);
        await store.ObserveAsync(extraction, [Seen("before")]);
        var pages = Number(store, "pragma page_count");
        store.Session.Prepare($"pragma max_page_count = {pages + 2}").Number();

        var full = await Assert.ThrowsAsync<StoreException>(async () =>
            await store.ObserveAsync(extraction, [.. Enumerable.Range(0, 5000).Select(i => Seen($"k{i}"))]));
        Assert.Contains("disk is full", full.Message, StringComparison.Ordinal);

        store.Session.Prepare("pragma max_page_count = 1000000").Number();
        Assert.Equal(new ExtractionEnd(1, 0), await store.CompleteExtractionAsync(extraction, Noon));
        Assert.Single(await store.UnlinkedAsync("p", Side.Left, Companies, 0, 10));
    }

    [Fact]
    public void Faults_of_the_disk_say_what_to_do()
    {
        var words = new[] { (5, "try again"), (8, "read-only"), (10, "disk"), (13, "full"), (14, "opened") };
        foreach (var (code, word) in words)
            Assert.Contains(word, Explained(code), StringComparison.Ordinal);

        var bug = new SqliteException("constraint failed", 19);
        Assert.Same(bug, Faults.Explain(bug, "p"));
    }

    [Fact]
    public async Task A_store_in_memory_leaves_no_file_and_is_its_owners_alone()
    {
        await using var store = await SqliteStore.OpenAsync(":memory:", StoreAccess.Own);
        await using var other = await SqliteStore.OpenAsync(":memory:", StoreAccess.Own);
        Assert.Equal(1, await store.BeginRunAsync(Noon));
        Assert.Equal(1, await other.BeginRunAsync(Noon));

        Assert.False(File.Exists(":memory:.lock"));
        await Assert.ThrowsAsync<ArgumentException>(() => SqliteStore.OpenAsync(":memory:", StoreAccess.Look));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = await _folder.OwnAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.BeginRunAsync(Noon));
    }

    private static string Explained(int code) => Faults.Explain(new SqliteException("x", code), "p").Message;

    private static async Task RefusedAsync(Func<Task<SqliteStore>> open, string words) => Assert.Contains(
        words, (await Assert.ThrowsAsync<StoreException>(open)).Message, StringComparison.Ordinal);

    private async Task FillAsync(int records)
    {
        await using var store = await _folder.OwnAsync();
        var extraction = await store.BeginExtractionAsync(Companies, Noon);
        await store.ObserveAsync(extraction, [.. Enumerable.Range(0, records).Select(i => Seen($"k{i}"))]);
        await store.CompleteExtractionAsync(extraction, Noon);
    }

    private static Observation Seen(string key) => new(
        key, new RecordId(Companies, key), "hash", InScope: true, Noon,
        [new PairingView("p", Side.Left, InScope: true, [MatchKey.Email(key + "@example.com")])], Dirty: []);

    private static long Number(SqliteStore store, string sql) => store.Session.Prepare(sql).Number()!.Value;

    private object? Raw(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
