using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.Processes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>People decide while the service runs in another process.</summary>
public sealed class DecidingTests(ITestOutputHelper output)
{
    private const string Persons = "powerofficego-contactperson/youtrack-users";

    // Pairings are reported in the order of their names.
    private const string LastOfAll = "powerofficego-customers-person/youtrack-users";

    [Fact]
    public async Task F56_A_decision_is_taken_up_once_by_the_service_that_runs_and_outlives_its_death()
    {
        await using var scene = await SettledAsync();
        var question = (await scene.JsonAsync(2, "review", Persons))["items"]!.AsArray().First(item =>
            item!["side"]!.GetValue<string>() == "left" && item["answers"]!.AsArray().Count > 0)!;
        var (key, answer) = (Text(question, "key"), Text(question["answers"]![0]!));
        Assert.StartsWith("link:", answer, StringComparison.Ordinal);
        var shared = Text(question["candidates"]![0]!, "agrees");
        Assert.Contains('@', shared);
        (await scene.SluiceAsync("review", Persons)).Returned(2).Saying($"what they share: {shared}");
        string[] decide = ["review", "decide", Persons, $"left/{key}", answer];

        await using (var service = scene.Start("run"))
        {
            await CyclesAsync(service, 1);
            (await scene.SluiceAsync(decide)).Returned(0).Saying("Decided:", key, "next cycle");
            await service.LogAsync($"{answer[5..]} are linked.");

            // Nobody else can take it up meanwhile.
            (await scene.SluiceAsync("run")).Returned(1).Saying("another process owns it");
            (await scene.SluiceAsync("plan")).Returned(0).Saying("this was planned in a copy of it");
            Assert.Equal(2, (await service.KillAsync()).Errors.Split("are linked.").Length);
        }

        await using var next = scene.Start("run");
        await CyclesAsync(next, 2);
        var applied = Assert.Single(await DecisionsAsync(scene), decision => Text(decision, "decision") == "link");
        Assert.Equal((true, true), (applied["applied"]!.GetValue<bool>(), Text(applied, "subject").Contains(key)));
        var why = await scene.JsonAsync(0, "why", "Powerofficego", "Contactperson", key);
        Assert.Equal(
            ("live", answer[5..], "a person said so"),
            (Text(why["links"]![0]!, "state"), Text(why["links"]![0]!, "right"), Text(why["links"]![0]!, "origin")));

        // What was answered is not asked any more, and cannot be answered once more.
        (await scene.SluiceAsync([.. decide])).Returned(1).Saying("Nothing is asked about");
    }

    [Fact]
    public async Task F21_What_was_unlinked_is_not_linked_again_by_the_service_and_then_by_hand()
    {
        await using var scene = await SettledAsync();
        var pair = await PairAsync(scene);
        var before = await scene.Sandbox.LastSequenceAsync();
        await using var service = scene.Start("run");

        (await scene.SluiceAsync("unlink", Persons, pair.User)).Returned(0).Saying("will not be linked again");
        await service.LogAsync("will not be linked again");
        await CyclesAsync(service, 3);

        var why = await scene.SluiceAsync("why", "YouTrack", "Users", pair.User);
        why.Returned(0).Saying(
            $"told apart: Powerofficego Contactperson {pair.Party}", "a person said so; before: matched by");
        Assert.DoesNotContain(
            $"  linked: Powerofficego Contactperson {pair.Party}", why.Output, StringComparison.Ordinal);

        (await scene.SluiceAsync("link", Persons, pair.Party, pair.User)).Returned(0).Saying("are linked.");
        await service.LogAsync("are linked.");
        await CyclesAsync(service, 1);
        (await scene.SluiceAsync("why", "YouTrack", "Users", pair.User)).Returned(0)
            .Saying($"linked: Powerofficego Contactperson {pair.Party}", "a person said so");
        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), entry => entry.IsWrite);
    }

    [Fact]
    public async Task A_pairing_is_paused_and_resumed_while_the_service_runs()
    {
        await using var scene = await SettledAsync();
        var pair = await PairAsync(scene);
        await using var service = scene.Start("run");

        var paused = await scene.JsonAsync(0, "pause", Persons);
        Assert.Equal(("pause", $"pause {Persons}"), (Text(paused, "decision"), Text(paused, "subject")));
        await service.LogAsync($"{Persons} took no turn: paused by a person");
        Assert.Equal([Persons], await PausedAsync(scene));
        var before = await scene.Sandbox.LastSequenceAsync();
        await scene.Sandbox.Vendors.SetEmailAsync(pair.User, "paused@either.example");
        await CyclesAsync(service, 2);
        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), IsEmail);

        (await scene.SluiceAsync("resume")).Returned(0).Saying("All pairings take their turns again.");
        await service.LogAsync($"{Persons}: 0 linked, 0 created, 1 updated");
        Assert.Empty(await PausedAsync(scene));
        Assert.Single(await scene.Sandbox.LogAfterAsync(before), IsEmail);
        var moved = (await scene.JsonAsync(
            0, "why", "Powerofficego", "Contactperson", pair.Party, "emailaddress"))["history"]![0]!;
        Assert.Equal(
            ("YouTrack", "paused@either.example", "youtrack-powerofficego.rst"),
            (Text(moved, "from"), Text(moved, "new"), Text(moved, "document")));
        Assert.True(moved["write"]!.GetValue<long>() > 0);
    }

    private static bool IsEmail(LogEntry entry) => entry is { System: "powerofficego", Method: "PATCH" };

    /// <summary>A contact person and a user that are linked.</summary>
    private static async Task<(string Party, string User)> PairAsync(Scene scene)
    {
        var oracle = new MatchingPairing(Persons, dump => dump.ContactPersons, copiesEmail: true);
        oracle.Foresee(await scene.Sandbox.DumpAsync());
        return oracle.Links.Keys.Order().First();
    }

    private static async Task<IReadOnlyList<string>> PausedAsync(Scene scene) =>
    [
        .. (await StatusAsync(scene))["pairings"]!.AsArray().Where(row => row!["paused"]!.GetValue<bool>())
            .Select(row => Text(row!, "name")),
    ];

    private static async Task<IReadOnlyList<JsonNode>> DecisionsAsync(Scene scene) =>
        [.. (await StatusAsync(scene))["decisions"]!.AsArray().Select(decision => decision!)];

    /// <summary>Waits until the service has ended some more cycles; one may be under way.</summary>
    private static Task CyclesAsync(SluiceProcess service, int more) =>
        service.LogMoreAsync($"{LastOfAll}: ", more + 1);

    private static async Task<JsonNode> StatusAsync(Scene scene) =>
        JsonNode.Parse((await scene.SluiceAsync("status", "--json")).Output)!;

    private static string Text(JsonNode node, string? name = null) =>
        (name is null ? node : node[name]!).GetValue<string>();

    /// <summary>A scene whose pairings are live, and in which only PowerOffice and YouTrack are written.</summary>
    private async Task<Scene> SettledAsync()
    {
        var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Customcrm", "Keap");
        scene.Set("Pipeline__Interval", "00:00:01");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        return scene;
    }
}
