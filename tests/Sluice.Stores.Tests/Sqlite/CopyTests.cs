using Microsoft.Data.Sqlite;
using Sluice.Stores.Sqlite;

namespace Sluice.Stores.Tests;

/// <summary>A store as one may try something on, while another process owns it.</summary>
public sealed class CopyTests : IDisposable
{
    private const string Pairing = "keap-companies/youtrack-groups";
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_copy_is_the_store_of_one_moment_and_nothing_done_in_it_reaches_the_owner()
    {
        await using var owner = await _folder.OwnAsync();
        await owner.BindAsync(new Account("Keap", "id", "name"), Noon);

        await using var copy = await CopyAsync();
        await owner.BindAsync(new Account("YouTrack", "later", "name"), Noon);
        await copy.BindAsync(new Account("Custom CRM", "tried", "name"), Noon);
        await copy.SavePlanAsync(Plan());

        Assert.Equal("id", (await copy.BindAsync(new Account("Keap", "other", "name"), Noon)).Id);
        Assert.Equal("mine", (await copy.BindAsync(new Account("YouTrack", "mine", "name"), Noon)).Id);
        Assert.Equal("own", (await owner.BindAsync(new Account("Custom CRM", "own", "name"), Noon)).Id);
        Assert.Null(await owner.FindPlanAsync("hash"));
        Assert.Equal(["sluice.db", "sluice.db-shm", "sluice.db-wal", "sluice.db.lock"], Files());
    }

    [Fact]
    public async Task A_plan_that_is_left_in_the_store_is_approved_there_operation_by_operation()
    {
        await using var owner = await _folder.OwnAsync();
        await owner.PairingStateAsync(Pairing, "f", Noon);
        await using var copy = await CopyAsync();
        await copy.SavePlanAsync(Plan());

        await copy.LeavePlanAsync("hash");

        var kept = await owner.FindPlanAsync("hash");
        Assert.Equal((2, Noon), (kept!.Operations, kept.At));
        await owner.LeaveAsync([new(0, "approve", "approve hash", "hash", Noon)]);
        var left = Assert.Single(await owner.WaitingAsync());
        await owner.SettleAsync(new(left.Id, IsApplied: true, "", Noon, [new PlanApproved("hash")]));
        Assert.True(await owner.IsApprovedAsync(Pairing, "one"));
        Assert.False(await owner.IsApprovedAsync(Pairing, "three"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => copy.LeavePlanAsync("other"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => owner.LeavePlanAsync("hash"));
    }

    [Fact]
    public async Task A_copy_of_an_older_programs_store_is_brought_up_and_the_store_itself_is_not()
    {
        await File.WriteAllBytesAsync(_folder.Path, [], TestContext.Current.CancellationToken);
        new Opening(_folder.Path, StoreAccess.Own, [.. Migrations.All.SkipLast(1)]).Connect().Dispose();
        var before = Version();

        await using var copy = await CopyAsync();
        await copy.SavePlanAsync(Plan());
        var refused = await Assert.ThrowsAsync<StoreException>(() => copy.LeavePlanAsync("hash"));

        Assert.Contains("older program", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Version());
    }

    [Fact]
    public async Task There_is_no_copy_of_what_is_not_there()
    {
        var missing = await Assert.ThrowsAsync<StoreException>(CopyAsync);
        Assert.Contains("there is no such file", missing.Message, StringComparison.Ordinal);

        await File.WriteAllTextAsync(_folder.Path, new string('x', 5000), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<StoreException>(CopyAsync);
    }

    private static NewPlan Plan() => new(
        "hash", Noon, new Dictionary<string, string> { [Pairing] = "f" }, [new(Pairing, "one"), new(Pairing, "two")]);

    private Task<SqliteStore> CopyAsync() => SqliteStore.OpenAsync(_folder.Path, StoreAccess.Copy);

    private IEnumerable<string?> Files() =>
        Directory.EnumerateFiles(_folder.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private long Version()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Path};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("pragma user_version", connection);
        return (long)command.ExecuteScalar()!;
    }
}
