using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// A system fails while it is listed: nothing is decided on what was not seen, and what does not need it goes on.
/// </summary>
public sealed class FailingSystemTests(ITestOutputHelper output)
{
    private const string People = "powerofficego-contactperson/youtrack-users";

    [Theory]
    [InlineData("youtrack", "/users")]
    [InlineData("powerofficego", "/ContactPersons")]
    public async Task A_first_page_that_fails_once_changes_nothing_of_the_outcome(string system, string path)
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.ApproveAsync();
        await scene.Sandbox.SwitchOnAsync("fail-page-once", ("system", system), ("path", path), ("page", 1));

        new Oracle().Check(await Cycle.RunAsync(scene));

        Assert.Single(await scene.Sandbox.LogAsync(), entry => entry is { Status: 500, Fault: "fail-page-once" });
    }

    [Theory]
    [InlineData("youtrack", "/users", "YouTrack failed when asked for Users, page 1 (500")]
    [InlineData("powerofficego", "/ContactPersons", "Powerofficego failed when asked for Contactperson, page 1 (500")]
    public async Task A_first_page_that_keeps_failing_links_and_creates_nothing_blindly(
        string system, string path, string problem)
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.ApproveAsync();
        await scene.Sandbox.SwitchOnAsync(
            "fail-page-once", ("system", system), ("path", path), ("page", 1), ("count", 1000));

        var result = (await scene.SluiceAsync("run", "--once", "--json")).Returned(1);

        var report = Report.Of(result.LastLine);
        foreach (var row in report.Pairings)
            Assert.Equal(Needs(row.Name, system), row.Problem is not null);
        Assert.All(report.Pairings.Where(row => row.Problem is not null), row =>
        {
            Assert.StartsWith(problem, row.Problem, StringComparison.Ordinal);
            Assert.NotEmpty(row.Fix!);
            Assert.Equal((0, 0, 0), (row.Linked, row.Created, row.Links));
        });
        Assert.All(report.Pairings.Where(row => row.Problem is null), row => Assert.NotEqual(0, row.Links));

        await scene.Sandbox.SwitchAllOffAsync();
        await scene.SettleAsync();
        await Counterparts.CheckAsync(scene.Sandbox);
    }

    [Fact]
    public async Task What_could_not_be_listed_is_not_planned_and_the_rest_can_be_approved()
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.Sandbox.SwitchOnAsync("right-missing", ("system", "powerofficego"), ("entity", "ContactPersons"));

        var plan = JsonNode.Parse((await scene.SluiceAsync("plan", "--json")).Returned(1).LastLine)!;
        Assert.DoesNotContain(plan["items"]!.AsArray(), item => item!["pairing"]!.GetValue<string>() == People);
        Assert.DoesNotContain(plan["needApproval"]!.AsArray(), name => name!.GetValue<string>() == People);
        (await scene.SluiceAsync("approve", plan["hash"]!.GetValue<string>())).Returned(0);
        (await scene.SluiceAsync("run", "--once", "--json")).Returned(1);
        await Counterparts.CheckAsync(scene.Sandbox);

        await scene.Sandbox.SwitchAllOffAsync();
        await scene.ApproveAsync();
        var report = await scene.RunAsync();
        Assert.NotEqual(0, report[People].Linked);
        await Counterparts.CheckAsync(scene.Sandbox);
    }

    private static bool Needs(string pairing, string system) => system == "youtrack"
        ? pairing.EndsWith("/youtrack-users", StringComparison.Ordinal)
        : pairing == People;
}
