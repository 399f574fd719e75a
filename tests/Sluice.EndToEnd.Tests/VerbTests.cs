using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sluice.EndToEnd.Tests.World;
using Sluice.Snapshots;

namespace Sluice.EndToEnd.Tests;

/// <summary>The verbs by which people look and decide, word for word, and what they say to what cannot be meant.
/// </summary>
public sealed partial class VerbTests(ITestOutputHelper output)
{
    private const string Persons = "powerofficego-contactperson/youtrack-users";
    private const string Contacts = "keap-contacts/youtrack-users";
    private const long Seed = 7;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task What_is_asked_and_where_a_value_came_from()
    {
        await using var scene = await Scene.OpenAsync(output, Seed);
        scene.SetReadOnly("Customcrm", "Keap");
        scene.Set("Pipeline__Conflict", "Hold");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        var links = (await scene.Sandbox.DumpAsync()).ContactPersons.Where(person => person.Email is not null)
            .Join(
                (await scene.Sandbox.DumpAsync()).Users.Where(user => user is { InScope: true, IsVerified: true }),
                person => person.Email!.Trim(), user => user.Email?.Trim(), (person, user) => (person.Key, user.Id),
                StringComparer.OrdinalIgnoreCase)
            .Order().Take(2).ToList();
        await scene.Sandbox.Vendors.SetEmailAsync(links[0].Id, "moved@either.example");
        await scene.RunAsync();
        await scene.Sandbox.Vendors.SetEmailAsync(links[1].Id, "one@either.example");
        await scene.Sandbox.Vendors.SetContactPersonEmailAsync(links[1].Key, "two@either.example");
        await scene.RunAsync();

        await ShowAsync(scene, 2, "review.txt", "review", Persons);
        await ShowAsync(scene, 2, "review.json", "review", Persons, "--json");
        await ShowAsync(scene, 0, "why.txt", "why", "powerofficego", "contactperson", links[0].Key);
        await ShowAsync(scene, 0, "why.json", "why", "YouTrack", "Users", links[0].Id, "profile.email.email", "--json");
        await ShowAsync(scene, 0, "decide.txt", "review", "decide", Persons, $"left/{links[1].Key}", "take:YouTrack");
        await ShowAsync(scene, 0, "unlink.json", "unlink", Persons, links[0].Id, "--json");
        await scene.RunAsync();
        (await scene.SluiceAsync("status")).Returned(2).Saying(
            "decision applied at", "'one@either.example' of YouTrack Users is taken.", "will not be linked again.");
        await ShowAsync(scene, 0, "taken.txt", "why", "powerofficego", "contactperson", links[1].Key);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_told_with_a_way_out()
    {
        await using var scene = await Scene.OpenAsync(output);
        string[][] needStore =
        [
            ["review"], ["review", "export", "r.csv"], ["why", "YouTrack", "Users", "1"], ["pause"], ["resume"],
            ["forget", "YouTrack", "Users", "1"], ["unlink", Contacts, "1"],
        ];
        foreach (var verb in needStore)
            (await scene.SluiceAsync(verb)).Returned(1).Saying("There is no store at", "`sluice plan`", "--store");
        Assert.False(File.Exists(scene.StoreFile));

        scene.SetReadOnly("Customcrm", "Keap");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        var item = (await scene.JsonAsync(2, "review"))["items"]![0]!;
        var (key, answer) = (item["key"]!.GetValue<string>(), item["answers"]![0]!.GetValue<string>());
        (string[] Verb, string[] Says)[] wrong =
        [
            (["review", "nobody/nothing"], ["There is no pairing 'nobody/nothing'.", Contacts]),
            (["review", "decide", Persons, key, answer], [$"is no side of {Persons}.", "left or Powerofficego"]),
            (["review", "decide", Persons, $"left/{key}"], ["One answer is needed.", "--take SYSTEM"]),
            (["review", "decide", Persons, $"left/{key}", "again"], ["'again' is no answer", answer, "none"]),
            (["review", "decide", Persons, $"left/{key}", "none:but"], ["'none:but' is no answer", answer, "none"]),
            (
                ["review", "decide", Persons, $"left/{key}", "link:nobody"],
                ["has no record 'nobody'", "Correct the key"]),
            (["review", "decide", Persons, "left/nobody", "again"], ["Nothing like that is to be decided"]),
            (["link", Persons, key, "nobody"], ["YouTrack Users has no record 'nobody' in the listing", "Correct"]),
            (["unlink", Persons, "nobody"], ["Neither Powerofficego Contactperson nor YouTrack Users has"]),
            (["why", "YouTrack", "Nobody", "1"], ["No document speaks of YouTrack Nobody.", "YouTrack Users"]),
            (["why", "YouTrack", "Users", "nobody"], ["Nothing is known of YouTrack Users nobody.", "Correct the key"]),
            (["forget", "YouTrack", "Users", "nobody"], ["Nothing is known of YouTrack Users nobody."]),
            (["withdraw", "77"], ["No decision 77 waits.", "`sluice status` lists those that wait"]),
            (["withdraw", "r77"], ["No run r77 waits.", "`sluice status` lists those that wait"]),
            (["run", "--only", "nobody"], ["There is no pairing 'nobody'."]),
            (
                ["run", "--key", "nobody"],
                ["No record that this run looked at has the key 'nobody'", "letter by letter"]),
        ];
        foreach (var (verb, says) in wrong)
            (await scene.SluiceAsync(verb)).Returned(1).Saying([.. says, "error:", "fix:"]);

        var told = JsonNode.Parse((await scene.SluiceAsync("run", "--only", "nobody", "--json")).Returned(1).Errors)!;
        Assert.Contains("There is no pairing 'nobody'.", (string?)told["error"], StringComparison.Ordinal);
        Assert.NotEmpty((string)told["fix"]!);
        Assert.Equal(1, (int)told["exitCode"]!);

        foreach (var limit in new[] { "few", "-1", "1.5" })
            (await scene.SluiceAsync("run", "--limit", limit)).Returned(1)
                .Saying($"--limit takes a number from 0, not '{limit}'.");
        foreach (var (verb, help) in new[] { (new[] { "run", "--limit", "few" }, "run "), (["statsu"], "") })
        {
            var misspelt = (await scene.BareAsync([.. verb, "--json"])).Returned(1);
            Assert.Empty(misspelt.Output);
            Assert.Equal(
                $"`sluice {help}--help` shows what there is.", (string?)JsonNode.Parse(misspelt.Errors)!["fix"]);
        }

        (await scene.BareAsync("link", "import", "--help")).Returned(0).Saying("sluice link import <FILE> [options]");
        Assert.Empty((await scene.JsonAsync(2, "review"))["waiting"]!.AsArray());
    }

    [Fact]
    public async Task Hundreds_are_answered_in_a_file_and_what_is_stale_wrong_or_contradicts_is_listed_by_line()
    {
        await using var scene = await Scene.OpenAsync(output, Seed);
        scene.SetReadOnly("Customcrm", "Keap");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        var file = scene.Path("review.csv");
        (await scene.SluiceAsync("review", "export", file)).Returned(2).Saying("sluice review apply");
        Snapshot.Verify(await ReadAsync(file), "export.csv");

        // Three contact persons share the address of one user: 'none' for all of the group, another answer for one.
        var rows = (await ReadAsync(file)).TrimEnd().Split('\n');
        var group = Enumerable.Range(1, rows.Length - 1)
            .Where(row => rows[row].StartsWith("1,", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, group.Count);
        rows[group[0]] += "all none";
        rows[group[1]] += "perhaps";
        var shared = Enumerable.Range(1, rows.Length - 1).Single(row =>
            rows[row].Contains("3 records of", StringComparison.Ordinal));
        rows[shared] += "link:" + rows[group[2]].Split(',')[7];
        await File.WriteAllLinesAsync(file, rows, TestContext.Current.CancellationToken);

        (await scene.SluiceAsync("review", "export", file)).Returned(1).Saying("holds answers, which would be lost");
        (await scene.SluiceAsync("review", "apply", file)).Returned(2).Saying(
            $"review.csv({group[1] + 1}): 'perhaps' is no answer; choose from link:",
            $"review.csv({shared + 1}): 'link:", $"contradicts line {group[2] + 1}; keep one of the two",
            "Decided: 2 answers; 2 rows refused.");
        (await scene.SluiceAsync("review", "apply", file)).Returned(2).Saying(
            "Nothing new was decided; 2 rows refused. 2 answers were decided before and wait for the next cycle: "
                + "nothing changed about them.");
        Assert.Equal(2, (await scene.JsonAsync(2, "review", "apply", file))["waitAlready"]!.GetValue<int>());
        Assert.Equal(2, (await scene.JsonAsync(2, "review"))["waiting"]!.AsArray().Count);
        await scene.RunAsync();

        var left = (await scene.JsonAsync(1, "review", "apply", file))["refused"]!.AsArray();
        Assert.Contains(left, row => row!["reason"]!.GetValue<string>().Contains(
            "any more: it was answered", StringComparison.Ordinal));
        var person = rows[group[1]].Split(',')[7];
        (await scene.SluiceAsync("why", "Powerofficego", "Contactperson", person)).Returned(0).Saying("matched by");
    }

    [Fact]
    public async Task A_row_that_names_nothing_and_a_group_that_is_given_two_answers_are_told()
    {
        await using var scene = await Scene.OpenAsync(output, Seed);
        scene.SetReadOnly("Customcrm", "Keap");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        var file = scene.Path("review.csv");
        (await scene.SluiceAsync("review", "export", file)).Returned(2);
        var rows = (await ReadAsync(file)).TrimEnd().Split('\n');
        rows[1] += "all none";
        rows[2] += "all link:nobody";
        Assert.StartsWith("1,", rows[2], StringComparison.Ordinal);
        string[] cut = [$"9,{Persons},candidates", $"9,{Persons},candidates,,,,middle,7,,,,none"];
        await File.WriteAllLinesAsync(
            file,
            [.. rows, $"{cut[0]},,,,left,,,,,none", cut[1], "9,nobody/nothing,candidates,,,,left,7,,,,none"],
            TestContext.Current.CancellationToken);

        (await scene.SluiceAsync("review", "apply", file)).Returned(1).Saying(
            "review.csv(3): 'all link:nobody' contradicts 'all none' of line 2; keep one of the two",
            $"review.csv({rows.Length + 1}): the key is missing", $"review.csv({rows.Length + 2}): 'middle' is no side",
            $"review.csv({rows.Length + 3}): there is no pairing 'nobody/nothing'",
            "Nothing was decided: ");
    }

    [Fact]
    public async Task A_first_careful_step_is_one_pairing_one_record_or_a_few()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Customcrm");
        await scene.ApproveAsync();
        var user = (await scene.Sandbox.DumpAsync()).Users
            .First(user => user is { InScope: true, Email.Length: > 0, Name: not "Sluice Service" });

        var one = Report.Of((await scene.SluiceAsync(
            "run", "--only", Contacts, "--key", user.Id, "--json")).Returned(0).LastLine);
        Assert.Equal((1, 1), (one.Changes, one[Contacts].Created));
        (await scene.SluiceAsync("run", "--only", Contacts, "--limit", "2")).Returned(0)
            .Saying(
                "9 pairings took no turn: this run is for another pairing.", "the next run looks at them.",
                " customcrm-customer/youtrack-organizations ");

        Assert.Equal(3, (await scene.Sandbox.LogAsync()).Count(entry => entry.IsWrite));
        Assert.Equal(3, (await scene.JsonAsync(0, "status"))["pairings"]!.AsArray()
            .Single(row => row!["name"]!.GetValue<string>() == Contacts)!["links"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_was_decided_and_waits_is_taken_back_by_its_number()
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.JsonAsync(2, "plan");
        (await scene.SluiceAsync("pause")).Returned(0);
        var waiting = Assert.Single((await scene.StatusAsync())["decisions"]!.AsArray())!;
        var number = $"{waiting["number"]}";
        (await scene.SluiceAsync("status")).Saying($"pause all pairings (number {number})");
        (await scene.SluiceAsync("review")).Saying($"pause all pairings (number {number})");

        var said = await scene.JsonAsync(0, "withdraw", number);
        Assert.Equal(
            ("withdraw", $"Decision {number} (pause all pairings) is taken back."),
            ((string?)said["decision"], (string?)said["outcome"]));
        await scene.RunAsync();

        var status = await scene.StatusAsync();
        Assert.DoesNotContain(status["pairings"]!.AsArray(), row => (bool)row!["paused"]!);
        Assert.Equal(
            [true, false], status["decisions"]!.AsArray().Select(decision => (bool)decision!["applied"]!));
        (await scene.SluiceAsync("withdraw", "soon")).Returned(1).Saying("NUMBER is a decision's number", "'soon'");
    }

    // How many cycles it took to settle is not what is shown.
    [GeneratedRegex(@"(?<=""?(run|write)""?:? )\d+")]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)")]
    private static partial Regex Moment { get; }

    private static Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

    /// <summary>Compares what a verb prints with what was accepted; JSON with one member a line.</summary>
    private static async Task ShowAsync(Scene scene, int exitCode, string file, params string[] verb)
    {
        var said = (await scene.SluiceAsync(verb)).Returned(exitCode).Output;
        var text = verb[^1] == "--json" ? JsonNode.Parse(said)!.ToJsonString(Indented) : said;
        Snapshot.Verify(
            Number.Replace(Moment.Replace(text, "(time)"), "0"), file,
            method: nameof(What_is_asked_and_where_a_value_came_from));
    }
}
