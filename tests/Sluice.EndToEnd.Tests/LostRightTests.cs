using Sluice.EndToEnd.Tests.Oracles;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// Listings that lack records, pages or properties: nothing is decided on them, and what does not need them goes on.
/// </summary>
public sealed class LostRightTests(ITestOutputHelper output)
{
    private const string People = "powerofficego-contactperson/youtrack-users";
    private const string Customers = "powerofficego-customers-person/youtrack-users";

    [Theory]
    [InlineData("youtrack", "email", "YouTrack Users", "profile.email")]
    [InlineData("powerofficego", "EmailAddress", "Powerofficego Contactperson", "emailAddress")]
    public async Task A_property_that_vanishes_stops_the_pairings_that_need_it_until_it_shows_again(
        string system, string property, string entity, string path)
    {
        await using var scene = await LinkedAsync();
        var (party, user) = await PairAsync(scene);
        await scene.Sandbox.SwitchOnAsync("hide", ("system", system), ("property", property));
        await scene.Sandbox.Vendors.SetEmailAsync(user, "moved@either.example");
        await scene.Sandbox.Vendors.AddGroupAsync("Rest goes on");
        var before = await scene.Sandbox.LastSequenceAsync();

        var told = (await scene.SluiceAsync("run", "--once", "--json")).Returned(1);

        var report = Report.Of(told.LastLine);
        Assert.Equal(
            [People, Customers], report.Pairings.Where(row => row.Problem is not null).Select(row => row.Name));
        Assert.StartsWith($"None of the records of {entity} shows ", report[People].Problem, StringComparison.Ordinal);
        Assert.Contains(path, report[People].Problem, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("the right to read", report[People].Fix, StringComparison.Ordinal);
        Assert.Equal(1, report["keap-companies/youtrack-groups"].Created);
        (await scene.SluiceAsync("status")).Returned(2).Saying(
            $"stopped: {People}: None of the records of {entity} shows ", "the right to read");
        Assert.DoesNotContain(
            await scene.Sandbox.LogAfterAsync(before),
            entry => entry.IsWrite && entry.System is ("youtrack" or "powerofficego"));

        await scene.Sandbox.SwitchAllOffAsync();
        await scene.SettleAsync();
        Assert.Equal("moved@either.example", (await scene.Sandbox.DumpAsync()).ContactPerson(party).Email);
    }

    [Theory]
    [InlineData("drift", "powerofficego")]
    [InlineData("drift", "youtrack")]
    [InlineData("empty-page-once", "powerofficego")]
    [InlineData("empty-page-once", "youtrack")]
    [InlineData("missing-next", "powerofficego")]
    public async Task Pages_that_lack_records_or_their_mark_link_delete_and_create_nothing_wrong(
        string fault, string system)
    {
        await using var scene = await LinkedAsync();
        var links = (await scene.RunAsync())[People].Links;
        await scene.Sandbox.SwitchOnAsync(fault, ("system", system), ("path", system == "youtrack" ? "/users" : "/C"));
        var before = await scene.Sandbox.LastSequenceAsync();

        for (var cycle = 0; cycle < 2; cycle++)
            Assert.InRange((await scene.SluiceAsync("run", "--once", "--json")).ExitCode, 0, 2);

        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), entry => entry.Committed);
        await scene.Sandbox.SwitchAllOffAsync();
        Assert.Equal(links, (await scene.SettleAsync())[People].Links);
        await Counterparts.CheckAsync(scene.Sandbox);
    }

    private async Task<Scene> LinkedAsync()
    {
        var scene = await Scene.OpenAsync(output);
        await scene.ApproveAsync();
        await scene.SettleAsync();
        return scene;
    }

    private static async Task<(string Party, string User)> PairAsync(Scene scene)
    {
        var oracle = new MatchingPairing(People, dump => dump.ContactPersons, copiesEmail: true);
        oracle.Foresee(await scene.Sandbox.DumpAsync());
        return oracle.Links.Keys.Order().First();
    }
}
