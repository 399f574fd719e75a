using Microsoft.Data.Sqlite;
using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

/// <summary>How documents lie in the file, and what a file from before there were any says of them.</summary>
public sealed class DocumentStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_text_lies_there_once_and_goes_with_the_last_pairing_that_was_approved_with_it()
    {
        await using var store = await _folder.OwnAsync();
        var (shared, own) = (new CompiledDocument("a-b.rst", "shared"), new CompiledDocument("b-a.rst", "own"));
        await LiveAsync(store, "one", "other");

        await RunAsync(store, new("one", "f", [shared]), new("other", "f", [shared, own]));
        Assert.Equal(["own", "shared"], Texts());
        await RunAsync(store, new("one", "f", [shared]), new("other", "f", [shared with { Text = "later" }]));
        Assert.Equal(["later", "shared"], Texts());
        await RunAsync(store, new CompiledPairing("other", "f", [shared with { Text = "later" }]));
        Assert.Equal(["later"], Texts());
        await RunAsync(store);
        Assert.Empty(Texts());
    }

    [Fact]
    public async Task A_file_from_before_does_not_know_what_its_pairings_were_approved_with_until_they_ran_again()
    {
        await File.WriteAllBytesAsync(_folder.Path, [], TestContext.Current.CancellationToken);
        new Opening(_folder.Path, StoreAccess.Own, [.. Migrations.All.TakeWhile(step =>
            !step.Contains("approved_documents", StringComparison.Ordinal))]).Connect().Dispose();
        Raw("insert into pairings (name, fingerprint, state) values ('live', 'f', 2), ('observing', 'f', 0)");

        await using var store = await _folder.OwnAsync();
        var unknown = Assert.Single(await store.ApprovedAsync());
        Assert.Equal(("live", ""), (unknown.Name, unknown.Fingerprint));
        Assert.Empty(unknown.Documents);

        await RunAsync(store, new("live", "f", [new("a-b.rst", "text")]), new("observing", "f", []));
        Assert.Equal(("live", "f"), (await store.ApprovedAsync()).Select(one => (one.Name, one.Fingerprint)).Single());
    }

    private static async Task LiveAsync(SqliteStore store, params string[] pairings)
    {
        foreach (var pairing in pairings)
            await store.PairingStateAsync(pairing, "f", Noon);
        await store.SavePlanAsync(new(
            "hash", Noon, pairings.ToDictionary(pairing => pairing, _ => "f", StringComparer.Ordinal), []));
        await store.LeaveAsync([new(0, "approve", "approve hash", "hash", Noon)]);
        var left = Assert.Single(await store.WaitingAsync());
        await store.SettleAsync(new(left.Id, IsApplied: true, "", Noon, [new PlanApproved("hash")]));
    }

    private static async Task RunAsync(SqliteStore store, params CompiledPairing[] compiled) =>
        await store.EndRunAsync(await store.BeginRunAsync(Noon), "{}", Noon, compiled);

    private List<string> Texts()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "select text from documents order by text";
        using var rows = command.ExecuteReader();
        var texts = new List<string>();
        while (rows.Read())
            texts.Add(rows.GetString(0));

        return texts;
    }

    private void Raw(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_folder.Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
