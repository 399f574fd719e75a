using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.Processes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>A confined run while a service lives on the same store: the service carries it out.</summary>
public sealed partial class AskedRunTests(ITestOutputHelper output)
{
    private const string Persons = "powerofficego-contactperson/youtrack-users";
    private const string LastOfAll = "powerofficego-customers-person/youtrack-users";
    private const string Asked = "Another process asks for one cycle";
    private const long Seed = 7;

    [Fact]
    public async Task A_run_beside_a_living_one_prints_what_it_prints_alone()
    {
        await using var alone = await SettledAsync();
        await using var beside = await SettledAsync();
        await using var service = await ServeAsync(beside);
        var pairs = await PairsAsync(beside);
        for (var i = 0; i < 4; i++)
            foreach (var scene in new[] { alone, beside })
                await scene.Sandbox.Vendors.SetEmailAsync(pairs[i].User, $"asked{i}@either.example");

        (string[] Verb, int Code)[] runs =
        [
            (["run", "--only", Persons, "--key", pairs[0].User], 2),
            (["run", "--key", pairs[1].Party, "--json"], 2),
            (["run", "--only", Persons, "--limit", "1"], 2),
            (["run", "--only", "nobody/nothing"], 1),
            (["run", "--key", "nobody"], 1),
            (["run", "--key", "nobody", "--json"], 1),
            (["run", "--once", "--json"], 2),
            (["run", "--once"], 2),
        ];
        foreach (var (verb, code) in runs)
        {
            var (here, there) = (await alone.SluiceAsync(verb), await beside.SluiceAsync(verb));
            Assert.Equal(Comparable(here.Returned(code)), Comparable(there.Returned(code)));
        }

        Assert.Equal(
            Enumerable.Range(0, 4).Select(i => $"asked{i}@either.example"),
            await EmailsAsync(beside, pairs.Take(4)));
        Assert.Equal(runs.Length, (await StoppedAsync(beside, service)).Errors.Split(Asked).Length);
    }

    [Fact]
    public async Task Who_asks_while_another_waits_comes_next_and_a_paused_pairing_takes_no_turn()
    {
        await using var scene = await SettledAsync();
        await using var service = await ServeAsync(scene);
        (await scene.SluiceAsync("pause", LastOfAll)).Returned(0);
        await service.SignalAsync("STOP");
        await using var first = scene.Start("run", "--only", Persons, "--json");
        await WaitingAsync(scene, 1);
        await using var second = scene.Start("run", "--only", LastOfAll);
        await WaitingAsync(scene, 2);
        (await scene.SluiceAsync("status")).Returned(2).Saying("one cycle was asked for at");

        await service.SignalAsync("CONT");

        var report = Report.Of(scene.Checked(["run"], await first.EndAsync()).Returned(2).LastLine);
        Assert.NotEqual(0, report[Persons].Links);
        scene.Checked(["run"], await second.EndAsync()).Returned(2)
            .Saying($"{LastOfAll} took no turn: paused by a person.");
        Assert.Empty((await scene.StatusAsync())["requests"]!.AsArray());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Who_gives_up_waiting_withdraws_the_run(string signal)
    {
        await using var scene = await SettledAsync();
        await using var service = await ServeAsync(scene);
        await service.SignalAsync("STOP");
        await using var asking = scene.Start("run", "--only", Persons, "--json");
        await WaitingAsync(scene, 1);

        await asking.SignalAsync(signal);
        var told = scene.Checked(["run"], await asking.EndAsync()).Returned(1);

        Assert.Contains("it was withdrawn", Text(JsonNode.Parse(told.Errors)!, "error"), StringComparison.Ordinal);
        Assert.Empty((await scene.StatusAsync())["requests"]!.AsArray());
        await service.SignalAsync("CONT");
        Assert.DoesNotContain(Asked, (await StoppedAsync(scene, service)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_waits_is_taken_back_by_its_number_and_who_asked_is_told()
    {
        await using var scene = await SettledAsync();
        await using var service = await ServeAsync(scene);
        await service.SignalAsync("STOP");
        await using var asking = scene.Start("run", "--only", Persons, "--json");
        await WaitingAsync(scene, 1);
        var number = Text((await scene.StatusAsync())["requests"]![0]!, "number");
        (await scene.SluiceAsync("status")).Saying($"(number {number})");

        Assert.Equal(
            $"Run {number} is taken back. Nothing of it was done.",
            Text(await scene.JsonAsync(0, "withdraw", number), "outcome"));

        var told = scene.Checked(["run"], await asking.EndAsync()).Returned(1);
        Assert.Contains(
            "This run was taken back", Text(JsonNode.Parse(told.Errors)!, "error"), StringComparison.Ordinal);
        (await scene.SluiceAsync("withdraw", number)).Returned(1).Saying($"No run {number} waits.");
        await service.SignalAsync("CONT");
        Assert.DoesNotContain(Asked, (await StoppedAsync(scene, service)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_the_service_had_not_taken_up_when_it_died_is_run_by_who_asked()
    {
        await using var scene = await SettledAsync();
        var (party, user) = (await PairsAsync(scene))[0];
        await using var service = await ServeAsync(scene);
        await service.SignalAsync("STOP");
        await scene.Sandbox.Vendors.SetEmailAsync(user, "orphan@either.example");
        await using var asking = scene.Start("run", "--only", Persons, "--key", user, "--json");
        await WaitingAsync(scene, 1);

        Assert.DoesNotContain(Asked, (await service.KillAsync()).Errors, StringComparison.Ordinal);

        var report = Report.Of(scene.Checked(["run"], await asking.EndAsync()).Returned(2).LastLine);
        Assert.Equal(1, report[Persons].Updated);
        Assert.Equal("orphan@either.example", (await scene.Sandbox.DumpAsync()).ContactPerson(party).Email);
        Assert.Equal(0, (await scene.RunAsync()).Changes);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task A_run_in_whose_midst_the_service_ends_is_not_run_again_and_told(string signal)
    {
        await using var scene = await SettledAsync();
        var (party, user) = (await PairsAsync(scene))[0];
        scene.Set("Systems__Powerofficego__Timeout", "00:00:05");
        await using var service = await ServeAsync(scene);
        await scene.Sandbox.Vendors.SetEmailAsync(user, "midst@either.example");
        await scene.Sandbox.SwitchOnAsync("hold-answer-once", ("system", "powerofficego"), ("method", "PATCH"));
        var before = await scene.Sandbox.LastSequenceAsync();
        await using var asking = scene.Start("run", "--only", Persons, "--key", user);
        await scene.Sandbox.RequestAsync("held answer", entry => entry.Fault is not null);

        await service.SignalAsync(signal);
        await service.EndAsync();

        scene.Checked(["run"], await asking.EndAsync()).Returned(1)
            .Saying("ended before it was done", "What it wrote is in the journal", "run the same again");
        await scene.SettleAsync();
        Assert.Equal("midst@either.example", (await scene.Sandbox.DumpAsync()).ContactPerson(party).Email);
        Assert.Single(await scene.Sandbox.LogAfterAsync(before), entry => entry.IsWrite);
    }

    [Fact]
    public async Task Who_waits_is_told_of_a_service_that_died_where_the_next_one_lives_already()
    {
        await using var scene = await SettledAsync();
        var (party, user) = (await PairsAsync(scene))[0];
        scene.Set("Systems__Powerofficego__Timeout", "00:00:05");
        await using var service = await ServeAsync(scene);
        await scene.Sandbox.Vendors.SetEmailAsync(user, "midst@either.example");
        await scene.Sandbox.SwitchOnAsync("hold-answer-once", ("system", "powerofficego"), ("method", "PATCH"));
        await using var asking = scene.Start("run", "--only", Persons, "--key", user);
        await scene.Sandbox.RequestAsync("held answer", entry => entry.Fault is not null);

        await asking.SignalAsync("STOP");
        await service.KillAsync();
        await using var next = await ServeAsync(scene);
        await asking.SignalAsync("CONT");

        scene.Checked(["run"], await asking.EndAsync()).Returned(1)
            .Saying("ended before it was done", "What it wrote is in the journal", "run the same again");
        Assert.DoesNotContain(Asked, (await StoppedAsync(scene, next)).Errors, StringComparison.Ordinal);
        Assert.Equal("midst@either.example", (await scene.Sandbox.DumpAsync()).ContactPerson(party).Email);
    }

    [Fact]
    public async Task A_file_of_answers_that_is_applied_again_says_what_became_of_the_first_time()
    {
        await using var scene = await SettledAsync();
        await using var service = await ServeAsync(scene);
        var file = scene.Path("review.csv");
        await scene.SluiceAsync("review", "export", file);
        var rows = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).TrimEnd().Split('\n');
        rows[1] += "all none";
        await File.WriteAllLinesAsync(file, rows, TestContext.Current.CancellationToken);
        var answers = rows.Count(row => row.StartsWith("1,", StringComparison.Ordinal));
        Assert.NotEqual(0, answers);

        (await scene.SluiceAsync("review", "apply", file)).Returned(0).Saying($"Decided: {answers} answers.");
        (await scene.SluiceAsync("review", "apply", file)).Returned(0).Saying(
            $"Nothing new was decided. {answers} answers were decided before and wait for the next cycle: nothing "
                + "changed about them.");
        var first = rows[1].Split(',');
        (await scene.SluiceAsync("review", "decide", first[1], $"{first[6]}/{first[7]}", "none")).Returned(0)
            .Saying("Decided before:", "It waits to be taken up at the start of the next cycle; nothing changed.");

        // A run that the service is asked for takes up what was decided, as every cycle does.
        await scene.SluiceAsync("run", "--only", first[1], "--limit", "0");
        (await scene.SluiceAsync("review", "apply", file)).Returned(1).Saying(
            "any more: it was answered, or has settled by itself", "Nothing was decided:");
        Assert.All(
            (await scene.StatusAsync())["decisions"]!.AsArray(), decision => Assert.True((bool)decision!["applied"]!));
    }

    [Fact]
    public async Task A_run_waits_for_a_plan_that_owns_the_store_and_then_runs_by_itself()
    {
        await using var scene = await SettledAsync();
        await scene.Sandbox.DrainLogAsync();

        // Slow systems hold the plan up. To stop the process could stop it in the middle of a transaction, for which
        // all others would have to wait.
        await scene.Sandbox.SwitchOnAsync("delay", ("milliseconds", 8000));
        await using var plan = scene.Start("plan");
        await scene.Sandbox.RequestAsync("listing", _ => true);
        await using var asking = scene.Start("run", "--only", Persons, "--json");
        await WaitingAsync(scene, 1);

        await scene.Sandbox.SwitchAllOffAsync();
        var report = Report.Of(scene.Checked(["run"], await asking.EndAsync()).Returned(2).LastLine);
        Assert.NotEqual(0, report[Persons].Links);
    }

    /// <summary>
    /// What was printed, without what differs from run to run: so does how many records count as changed lately.
    /// </summary>
    private static string Comparable(Result result) =>
        Differing().Replace($"{result.Output}\n{result.Errors}", "\"$1\":…");

    [GeneratedRegex("\"(run|startedAt|endedAt|records)\":[^,]*")]
    private static partial Regex Differing();

    private static async Task WaitingAsync(Scene scene, int requests) => await Eventually.FindAsync(
        "request",
        async () => (await scene.StatusAsync())["requests"]!.AsArray() is { } asked && asked.Count == requests
            ? asked
            : null);

    private static async Task<Result> StoppedAsync(Scene scene, SluiceProcess service)
    {
        await service.SignalAsync("TERM");
        return scene.Checked(["run"], await service.EndAsync()).Returned(0);
    }

    /// <summary>A service that has ended its first cycle, and does not begin the next by itself.</summary>
    private static async Task<SluiceProcess> ServeAsync(Scene scene)
    {
        scene.Set("Pipeline__Interval", "23:00:00");
        var service = scene.Start("run");
        await service.LogAsync($"{LastOfAll}: ");
        return service;
    }

    private static async Task<IReadOnlyList<(string Party, string User)>> PairsAsync(Scene scene)
    {
        var oracle = new MatchingPairing(Persons, dump => dump.ContactPersons, copiesEmail: true);
        oracle.Foresee(await scene.Sandbox.DumpAsync());
        return [.. oracle.Links.Keys.Order()];
    }

    private static async Task<IEnumerable<string?>> EmailsAsync(
        Scene scene, IEnumerable<(string Party, string User)> pairs)
    {
        var dump = await scene.Sandbox.DumpAsync();
        return [.. pairs.Select(pair => dump.ContactPerson(pair.Party).Email)];
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>A scene whose pairings are live, and in which only PowerOffice and YouTrack are written.</summary>
    private async Task<Scene> SettledAsync()
    {
        var scene = await Scene.OpenAsync(output, Seed);
        scene.SetReadOnly("Customcrm", "Keap");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        return scene;
    }
}
