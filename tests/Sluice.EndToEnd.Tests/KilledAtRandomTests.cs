using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>The service is killed again and again while people work and the systems fail.</summary>
public sealed class KilledAtRandomTests(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int AtLeastInside = 20;
    private const string Held = "hold-answer-once";

    private static readonly string[] Systems = ["keap", "customcrm", "powerofficego", "youtrack"];

    [Fact]
    public async Task A_service_that_is_killed_fifty_times_duplicates_loses_and_deletes_nothing()
    {
        await using var scene = await Scene.OpenAsync(output);
        var (crowd, end) = await SettledScene.PrepareAsync(scene);
        var random = new Random((int)scene.Sandbox.Seed);
        scene.Set("Pipeline__Interval", "00:00:01");
        scene.Set("Pipeline__LateCommitBound", "00:00:01");
        await crowd.DeleteKeapContactAsync((await scene.Sandbox.DumpAsync()).KeapContacts.Keys.Last());
        var log = new List<LogEntry>();
        var (inside, lastRun) = (0, Journal.Read(scene.StoreFile).Max(line => line.Run));

        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(scene, crowd, random, kill);
            log.AddRange(await scene.Sandbox.DrainLogAsync());
            var journal = Journal.Read(scene.StoreFile);
            inside += journal.Any(line => line.Run > lastRun && !line.IsSettled) ? 1 : 0;
            lastRun = journal.Max(line => line.Run);
        }

        await scene.Sandbox.SwitchAllOffAsync();
        await scene.SettleAsync();
        log.AddRange(await scene.Sandbox.DrainLogAsync());
        output.WriteLine(
            $"{Kills} kills, {inside} inside an open intent; {crowd.Count} edits, {log.Count} requests, "
            + $"{log.Count(entry => entry.Committed)} writes, {log.Count(entry => entry.Fault is not null)} faults");

        Assert.True(inside >= AtLeastInside, $"Only {inside} kills hit an open intent.");
        await end.CheckAsync(log, Journal.Read(scene.StoreFile));
        await scene.RunAsync();
        Assert.DoesNotContain(await scene.Sandbox.LogAsync(), entry => entry.IsWrite && !entry.IsSignIn);
    }

    private static async Task KillAsync(Scene scene, Crowd crowd, Random random, int kill)
    {
        var system = Systems[random.Next(Systems.Length)];
        await scene.Sandbox.SwitchAllOffAsync();
        await DisturbAsync(scene.Sandbox, random, Systems.Where(other => other != system).ToArray());

        // Three of five die between a write and its answer, the others wherever they are.
        var amidWrite = kill % 5 < 3;
        await (amidWrite ? crowd.CauseWriteAsync(system) : crowd.WorkAsync(system));
        if (amidWrite)
            await scene.Sandbox.SwitchOnAsync(Held, ("system", system), WriteOf(system), PlaceOf(system));

        await using var service = scene.Start("run");
        await crowd.WorkAsync(Systems[random.Next(Systems.Length)]);
        var requests = random.Next(1, 60);
        await Eventually.FindAsync("moment to kill at", async () =>
        {
            var log = await scene.Sandbox.LogAsync();
            return amidWrite ? log.FirstOrDefault(entry => entry.Fault == Held) : log.ElementAtOrDefault(requests);
        });

        Assert.Equal(137, scene.Checked(["run"], await service.KillAsync()).ExitCode);
    }

    private static Task DisturbAsync(SandboxUnderTest sandbox, Random random, string[] systems)
    {
        var system = systems[random.Next(systems.Length)];
        return random.Next(6) switch
        {
            0 => sandbox.SwitchOnAsync("drop-answer-once", ("system", system), WriteOf(system), PlaceOf(system)),
            1 => sandbox.SwitchOnAsync("fail-page-once", ("system", system), ("method", "GET")),
            2 => Once("status", ("status", 500)),
            3 => Once("status", ("status", 429), ("retryAfter", 1)),
            4 => Once("html"),
            _ => Task.CompletedTask,
        };

        Task Once(string kind, params (string Name, System.Text.Json.Nodes.JsonNode Value)[] more) =>
            sandbox.SwitchOnAsync(
                kind, [("system", system), WriteOf(system), PlaceOf(system), ("count", 1), .. more]);
    }

    private static (string Name, System.Text.Json.Nodes.JsonNode Value) WriteOf(string system) =>
        ("method", system == "powerofficego" ? "PATCH" : "POST");

    // What people send must not fail in the host's place.
    private static (string Name, System.Text.Json.Nodes.JsonNode Value) PlaceOf(string system) =>
        ("path", system switch { "powerofficego" => "/ContactPersons/", "youtrack" => "/users/", _ => "/" });
}
