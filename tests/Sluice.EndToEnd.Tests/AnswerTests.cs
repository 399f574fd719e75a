using System.Net;
using System.Net.Sockets;
using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// Systems that refuse, or answer what nobody can use: each with a clear message, and the other pairings go on.
/// </summary>
public sealed class AnswerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("youtrack", "Systems:YouTrack:Token", "/youtrack-")]
    [InlineData("keap", "Systems:Keap:Token", "keap-")]
    [InlineData("powerofficego", "Systems:Powerofficego", "powerofficego-")]
    [InlineData("customcrm", "Systems:Customcrm:Token", "customcrm-")]
    public async Task A_refused_token_is_told_by_its_setting_and_by_the_exit_code(
        string system, string setting, string pairings)
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.Sandbox.SwitchOnAsync("refuse-token", ("system", system));

        var plan = (await scene.SluiceAsync("plan", "--json")).Returned(4);
        (await scene.SluiceAsync("doctor")).Returned(4).Saying("refuses the sign-in", setting);

        var problems = JsonNode.Parse(plan.LastLine)!["problems"]!.AsArray();
        Assert.All(problems, problem =>
        {
            Assert.Contains(pairings, problem!["pairing"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Contains("refuses the sign-in", problem["problem"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Contains(setting, problem["fix"]!.GetValue<string>(), StringComparison.Ordinal);
        });
        Assert.Equal(system is "youtrack" ? 10 : system is "powerofficego" ? 2 : 4, problems.Count);
    }

    [Fact]
    public async Task A_wrong_token_never_stands_in_a_message()
    {
        const string Wrong = "perm:nobody-should-ever-read-this";
        await using var scene = await Scene.OpenAsync(output);
        scene.Set("Systems__YouTrack__Token", Wrong);

        foreach (var verb in new[] { "plan", "doctor" })
            Assert.DoesNotContain(Wrong, (await scene.SluiceAsync(verb)).Returned(4).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_not_made_for_Hub_is_told_so()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.Set("Systems__YouTrack__Token", scene.Sandbox.Addresses.YouTrackOnlyToken);

        (await scene.SluiceAsync("plan")).Returned(4).Saying(
            "its Hub refuses it", "whose scope holds both YouTrack and Hub");
    }

    [Fact]
    public async Task A_right_that_is_missing_for_one_entity_stops_only_what_needs_it()
    {
        await using var scene = await ApprovedAsync();
        await scene.Sandbox.SwitchOnAsync("right-missing", ("system", "youtrack"), ("entity", "organizations"));

        var report = await StoppedAsync(
            scene, "/youtrack-organizations", "YouTrack does not let us read Organizations", "the right to read it");

        Assert.Equal(8, report.Pairings.Count(row => row.Links > 0));
        (await scene.SluiceAsync("run", "--once")).Returned(1)
            .Saying("YouTrack does not let us read Organizations", "fix:");
        (await scene.SluiceAsync("doctor")).Returned(1).Saying("YouTrack does not let us read Organizations", "fix:");
    }

    [Fact]
    public async Task A_right_to_write_that_is_missing_lets_the_records_wait_and_go_by_themselves_later()
    {
        const string Pairing = "keap-companies/youtrack-organizations";
        await using var scene = await ApprovedAsync();
        await scene.Sandbox.SwitchOnAsync("right-missing", ("system", "keap"), ("entity", "companies"));

        var row = (await scene.RunAsync())[Pairing];
        Assert.Equal((0, 54), (row.Created, row.Waiting));
        (await scene.SluiceAsync("status")).Saying("Keap does not let us write", "the right to");

        await scene.Sandbox.SwitchAllOffAsync();
        row = (await scene.SettleAsync())[Pairing];
        Assert.Equal((54, 0), (row.Links, row.Waiting));
    }

    [Theory]
    [InlineData("html", "answered with a web page instead of Organizations")]
    [InlineData("empty", "answered with nothing instead of Organizations")]
    public async Task An_answer_of_another_kind_is_told_as_what_it_is(string fault, string problem)
    {
        await using var scene = await ApprovedAsync();
        await scene.Sandbox.SwitchOnAsync(fault, ("system", "youtrack"), ("path", "/organizations"));

        await StoppedAsync(scene, "/youtrack-organizations", problem);
    }

    [Theory]
    [InlineData("LongestAnswer", "1", "did not end within 1 megabytes")]
    [InlineData("Timeout", "00:00:02", "gave no complete answer for Organizations, page 1 within 00:00:02")]
    public async Task An_answer_that_never_ends_is_cut_off(string setting, string value, string problem)
    {
        await using var scene = await ApprovedAsync();
        scene.Set($"Systems__YouTrack__{setting}", value);
        await scene.Sandbox.SwitchOnAsync("never-ends", ("system", "youtrack"), ("path", "/organizations"));

        await StoppedAsync(scene, "/youtrack-organizations", problem, $"Systems:YouTrack:{setting}");
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_stops_only_what_needs_it()
    {
        await using var scene = await ApprovedAsync();
        scene.Set(
            "Systems__Customcrm__BaseAddress",
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}/api"));

        await StoppedAsync(scene, "customcrm-", "Customcrm could not be reached", "Systems:Customcrm");
    }

    [Fact]
    public async Task A_system_without_a_section_stops_only_its_pairings()
    {
        await using var scene = await ApprovedAsync();
        await scene.ChangeSettingsAsync(settings => settings["Systems"]!.AsObject().Remove("Keap"));

        await StoppedAsync(scene, "keap-", "Keap is not configured", "Systems:Keap");
    }

    /// <summary>Runs, and expects exactly the pairings whose name contains a text to be stopped.</summary>
    private static async Task<Report> StoppedAsync(Scene scene, string pairings, string problem, string fix = "")
    {
        var report = Report.Of((await scene.SluiceAsync("run", "--once", "--json")).Returned(1).LastLine);
        foreach (var row in report.Pairings)
        {
            if (!row.Name.Contains(pairings, StringComparison.Ordinal))
            {
                Assert.Null(row.Problem);
                Assert.NotEqual(0, row.Links + row.Waiting);
                continue;
            }

            Assert.Contains(problem, row.Problem, StringComparison.Ordinal);
            Assert.Contains(fix, row.Fix, StringComparison.Ordinal);
            Assert.Equal(0, row.Changes);
        }

        return report;
    }

    private async Task<Scene> ApprovedAsync()
    {
        var scene = await Scene.OpenAsync(output);
        await scene.ApproveAsync();
        return scene;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
