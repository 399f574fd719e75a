using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>The store cannot be written, or is not the one it was: the systems end as if nothing had been.</summary>
public sealed class TroubledStoreTests(ITestOutputHelper output)
{
    private static readonly string[] Systems = ["keap", "customcrm", "powerofficego", "youtrack"];

    [Fact]
    public async Task A_disk_that_fills_up_amid_writes_costs_nothing_but_the_run()
    {
        await using var scene = await Scene.OpenAsync(output);
        var (crowd, end) = await SettledScene.PrepareAsync(scene);
        scene.Set("Pipeline__LateCommitBound", "00:00:01");
        await WorkAsync(crowd, 40);

        // Room for some commits of a run, and then for more, until it has room for all.
        var amid = new List<int>();
        for (var (room, isFull) = ((int)new FileInfo(scene.StoreFile).Length, true); isFull; room += 64 * 1024)
        {
            await using var run = scene.StartOnSmallDisk(room, "run", "--once");
            var result = scene.Checked(["run", "--once"], await run.EndAsync());
            isFull = result.ExitCode == 1;
            if (isFull)
                result.Saying("the disk");
            amid.Add(EndState.HostWrites(await scene.Sandbox.LogAsync()).Count(entry => entry.Committed));
        }

        await scene.SettleAsync();

        var log = await scene.Sandbox.DrainLogAsync();
        output.WriteLine($"{string.Join(", ", amid)} writes so far whenever the disk was full");
        Assert.True(amid.Distinct().Count() > 3, "No disk was full amid the writes.");
        await end.CheckAsync(log, Journal.Read(scene.StoreFile));
    }

    [Fact]
    public async Task A_store_that_somebody_else_locks_amid_writes_costs_nothing_but_the_run()
    {
        await using var scene = await Scene.OpenAsync(output);
        var (crowd, end) = await SettledScene.PrepareAsync(scene);
        scene.Set("Pipeline__LateCommitBound", "00:00:01");
        scene.Set("Systems__Keap__Timeout", "00:00:02");
        await crowd.AddUserAsync();
        await WorkAsync(crowd, 8);
        await scene.Sandbox.SwitchOnAsync(
            "hold-answer-once", ("system", "keap"), ("method", "POST"), ("path", "/contacts"));

        await using (var run = scene.Start("run", "--once"))
        {
            await scene.Sandbox.RequestAsync("held answer", entry => entry.Fault is not null);
            await using var other = await LockAsync(scene.StoreFile);
            scene.Checked(["run", "--once"], await run.EndAsync()).Returned(1)
                .Saying("another process is writing to it");
        }

        await scene.SettleAsync();

        await end.CheckAsync(await scene.Sandbox.DrainLogAsync(), Journal.Read(scene.StoreFile));
    }

    [Fact]
    public async Task F43_A_store_restored_from_two_hours_ago_creates_nothing_twice()
    {
        await using var scene = await Scene.OpenAsync(output);
        var (crowd, end) = await SettledScene.PrepareAsync(scene);
        scene.Set("Pipeline__LateCommitBound", "00:00:01");
        File.Copy(scene.StoreFile, scene.Path("backup.db"));
        var (edited, fought) = (crowd.Links[1], crowd.Links[2]);
        await WorkAsync(crowd, 30);
        await crowd.EditUserAsync(edited);
        await crowd.EditUserAsync(fought);
        await scene.SettleAsync();
        await crowd.AddUserAsync();
        await Killing.AtWriteAsync(scene, "keap", "POST", "/contacts");
        await crowd.EditUserAsync(fought);
        var log = new List<LogEntry>(await scene.Sandbox.DrainLogAsync());
        var journal = Journal.Read(scene.StoreFile).ToList();

        Restore(scene);
        var report = await scene.RunAsync();
        Assert.All(report.Pairings, row => Assert.Equal(("observing", 0), (row.State, row.Changes)));
        (await scene.SluiceAsync("status")).Returned(2).Saying("The store was restored", "sluice plan");
        var plan = JsonNode.Parse((await scene.SluiceAsync("plan", "--json")).Returned(2).LastLine)!;
        Assert.NotNull(plan["restored"]);
        Assert.DoesNotContain(await scene.Sandbox.DrainLogAsync(), entry => entry.IsWrite);
        Assert.DoesNotContain(plan["items"]!.AsArray(), item => item!["kind"]!.GetValue<string>() == "create");

        (await scene.SluiceAsync("approve", plan["hash"]!.GetValue<string>())).Returned(0);
        await scene.SettleAsync();
        Assert.Contains(
            $"{fought.Party}: ", (await scene.SluiceAsync("status")).Said, StringComparison.Ordinal);
        await crowd.AgreeAsync(fought);
        await crowd.EditUserAsync(edited);
        await crowd.AddUserAsync();
        await scene.SettleAsync();

        log.AddRange(await scene.Sandbox.DrainLogAsync());
        journal.AddRange(Journal.Read(scene.StoreFile));
        await end.CheckAsync(log, journal);
    }

    [Fact]
    public async Task F43_A_backup_in_another_folder_is_one_when_somebody_says_so()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Keap", "Customcrm");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        File.Copy(scene.StoreFile, scene.Path("elsewhere.db"));
        scene.Set("Store__Path", scene.Path("elsewhere.db"));
        Assert.All((await scene.RunAsync()).Pairings, row => Assert.Equal("live", row.State));

        (await scene.SluiceAsync("restored")).Returned(2).Saying("sluice plan");

        (await scene.SluiceAsync("status")).Returned(2).Saying("The store was restored");
        Assert.All((await scene.RunAsync()).Pairings, row => Assert.Equal("observing", row.State));
        (await scene.SluiceAsync("restored", "--store", scene.Path("nowhere.db"))).Returned(1)
            .Saying("There is no store");
    }

    private static async Task WorkAsync(Crowd crowd, int edits)
    {
        for (var edit = 0; edit < edits; edit++)
            await crowd.WorkAsync(Systems[edit % Systems.Length]);
    }

    // As a person does who follows the manual: what SQLite left beside the old file belongs to that file.
    private static void Restore(Scene scene)
    {
        File.Delete(scene.StoreFile + "-wal");
        File.Delete(scene.StoreFile + "-shm");
        File.Copy(scene.Path("backup.db"), scene.StoreFile, overwrite: true);
    }

    private static async Task<SqliteConnection> LockAsync(string store)
    {
        var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var command = connection.CreateCommand();
        command.CommandText = "begin immediate";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
