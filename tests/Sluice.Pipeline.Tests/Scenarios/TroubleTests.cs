namespace Sluice.Pipeline.Tests;

public sealed class TroubleTests
{
    [Fact]
    public async Task A_hook_that_throws_is_one_open_item_and_the_others_go_on()
    {
        await using var world = await World.CreateAsync();
        var pairing = world.Copies(createsRight: true);
        pairing.Breaks = "Eve";
        world.People.Add("Ada", "ada@x.no");
        world.People.Add("Eve", "eve@x.no");
        world.People.Add("Fay", "fay@x.no");
        await world.GoLiveAsync();

        Assert.Equal(2, world.Users.Count);
        Assert.Contains("Eve breaks the hook", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.Single(await world.OpenAsync());
        Assert.Empty(world.Writes);

        pairing.Breaks = null;
        await world.CycleAsync();
        Assert.Equal(3, world.Users.Count);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task A_record_on_which_a_hook_fails_is_shown_even_where_not_needed_and_holds_its_counterpart_back()
    {
        await using var world = await World.CreateAsync();
        var pairing = world.Copies(createsLeft: true);
        pairing.Breaks = "Eve";
        world.People.Add("Eve", "eve@x.no");
        world.Users.Add("Eva", "eve@x.no");
        await world.GoLiveAsync();

        Assert.Empty(world.Writes);
        Assert.Empty(await world.LinksAsync());
        Assert.Equal("p01", Assert.Single(await world.OpenAsync()).Key);

        pairing.Breaks = null;
        await world.CycleAsync();
        Assert.Single(await world.LinksAsync());
        Assert.DoesNotContain(await world.OpenAsync(), item => item.Reason.Contains("hook", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hook_that_fails_on_a_linked_record_leaves_its_link_and_goes_on_once_it_works()
    {
        await using var world = await World.CreateAsync();
        var pairing = world.Copies();
        world.People.Add("Eve", "eve@x.no");
        world.Users.Add("Eve", "eve@x.no");
        await world.GoLiveAsync();
        pairing.Breaks = "Eve";
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Single(await world.OpenAsync());

        pairing.Breaks = null;
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData("down")]
    [InlineData("down at the start")]
    [InlineData("right")]
    [InlineData("connector")]
    public async Task One_system_in_trouble_stops_its_own_pairings_only(string trouble)
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        world.With(
            new(
                "acme-people/gamma-users", world.People.Entity, gamma["Users"].Entity, ["name"], ["name"],
                createsRight: true));
        world.People.Add("Ada");
        if (trouble != "down at the start")
        {
            await world.GoLiveAsync();
            world.People.Add("Bob");
        }

        gamma.IsDown = trouble.StartsWith("down", StringComparison.Ordinal);
        gamma["Users"].RightMissing = trouble == "right";
        gamma["Users"].OnPage = trouble == "connector" ? _ => throw new InvalidOperationException("a mistake") : null;
        var report = trouble == "down at the start" ? await world.GoLiveAsync() : await world.CycleAsync();

        Assert.Null(report.Pairings[0].Problem);
        Assert.NotNull(report.Pairings[1].Problem);
        Assert.NotNull(report.Pairings[1].Fix);
        Assert.Equal(trouble == "down at the start" ? 1 : 2, world.Users.Count);
        Assert.Equal(trouble == "down at the start" ? 0 : 1, gamma["Users"].Count);

        gamma.IsDown = false;
        gamma["Users"].RightMissing = false;
        gamma["Users"].OnPage = null;
        await world.QuiesceAsync();
        Assert.Equal(world.People.Count, gamma["Users"].Count);
    }

    [Fact]
    public async Task A_connector_that_breaks_while_it_reads_what_was_not_listed_stops_what_depends_on_it()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        await world.LinkPeopleAsync(2);
        world.Users.Delete("u01");
        world.Users.BeforeNextRead = () => throw new InvalidOperationException("a mistake");

        var broken = await world.CycleAsync();

        Assert.Contains("failed while it read u01", broken.Pairings[0].Problem, StringComparison.Ordinal);
        Assert.Contains("a mistake", broken.Pairings[0].Problem, StringComparison.Ordinal);
        Assert.False((await world.CycleAsync()).HasProblems);
    }

    [Fact]
    public async Task A_system_that_is_not_configured_is_named_with_its_setting()
    {
        await using var world = await World.CreateAsync();
        world.With(new("acme-people/delta-users", world.People.Entity, new("Delta", "Users"), ["name"]));

        var report = await world.CycleAsync();

        Assert.Contains("Delta is not configured", report.Pairings[0].Problem, StringComparison.Ordinal);
        Assert.Contains("Systems:Delta", report.Pairings[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_without_a_contract_that_no_connector_carries_is_named_with_its_document()
    {
        await using var world = await World.CreateAsync();
        world.With(new("acme-people/delta-users", world.People.Entity, new("Delta", "Users"), ["name"])
        {
            RightIsOpen = true,
        });

        var report = await world.CycleAsync();

        Assert.Contains("Delta Users has no connector", report.Pairings[0].Problem, StringComparison.Ordinal);
        Assert.Contains("correct the name in cards.rst, line 10.", report.Pairings[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_and_a_run_are_kept_for_every_cycle()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada");
        var report = await world.GoLiveAsync();

        var stored = await world.Store.LastRunAsync();

        Assert.Equal(report.Run, stored!.Id);
        Assert.Equal(ReportJson.Write(report), stored.Report);
        Assert.Contains("\"created\":1", stored.Report, StringComparison.Ordinal);
    }
}
