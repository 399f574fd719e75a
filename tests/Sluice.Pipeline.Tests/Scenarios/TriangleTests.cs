namespace Sluice.Pipeline.Tests;

/// <summary>F53: three systems, and a pairing that creates both ways between any two of them.</summary>
public sealed partial class TriangleTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F53_Round_a_triangle_everybody_has_one_record_in_each_system(bool lostAnswer)
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        foreach (var (side, index) in sides.Select((side, index) => (side, index)))
            for (var i = 0; i < 3; i++)
                side.Add($"Person {index}{i}", $"{index}{i}@x.no");

        // One who is in two of them from the beginning, under two spellings.
        sides[0].Add("Eve", "eve@x.no");
        sides[2].Add("Eve", "EVE@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        sides[2].NextAnswerIsLost = lostAnswer;
        await world.QuiesceAsync();

        foreach (var side in sides)
            Assert.Equal(
                ["00@x.no", "01@x.no", "02@x.no", "10@x.no", "11@x.no", "12@x.no", "20@x.no", "21@x.no", "22@x.no",
                    "eve@x.no"],
                side.Keys.Select(key => ((string)side[key]["email"]!).ToLowerInvariant())
                    .Order(StringComparer.Ordinal));
        foreach (var pairing in world.Pairings)
            Assert.Equal(10, (await world.LinksAsync(pairing.Descriptor.Name)).Count);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F53_A_record_that_comes_later_goes_once_into_each_of_the_others()
    {
        await using var world = await World.CreateAsync();
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        FakeEntity[] sides = [world.People, world.Users, gamma["Members"]];
        foreach (var (left, right) in new[] { (0, 1), (0, 2), (1, 2) })
            world.With(new(
                $"{left}/{right}", sides[left].Entity, sides[right].Entity, createsLeft: true, createsRight: true));
        await world.GoLiveAsync();
        sides[1].Add("Ada");

        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal(1, side.Count));
    }

    [Theory]
    [InlineData(DeletePolicy.Ask)]
    [InlineData(DeletePolicy.Ignore)]
    [InlineData(DeletePolicy.Unlink)]
    public async Task F53_What_was_deleted_is_not_made_again_by_way_of_the_third(DeletePolicy policy)
    {
        await using var world = await World.CreateAsync();
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        FakeEntity[] sides = [world.People, world.Users, gamma["Members"]];
        Pair(world, sides, 0, 1);
        Pair(world, sides, 0, 2);
        foreach (var pairing in world.Pairings)
            world.Options.Deletes.Set(pairing.Descriptor.Name, policy);
        await world.GoLiveAsync();
        sides[0].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();
        sides[2].Delete(sides[2].Keys.Single());
        await world.QuiesceAsync();

        Pair(world, sides, 1, 2);
        await world.GoLiveAsync();
        await world.QuiesceAsync();

        Assert.Equal([1, 1, 0], sides.Select(side => side.Count));
    }

    [Fact]
    public async Task F53_What_was_just_made_is_joined_before_another_pairing_creates()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"], ["name"], ["email"]);
        await world.GoLiveAsync();
        sides[0].Add("Ada", "ada@x.no");
        sides[2].Add("Ada Lovelace", "ada@x.no");

        await world.QuiesceAsync();

        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        foreach (var pairing in world.Pairings)
            Assert.Single(await world.LinksAsync(pairing.Descriptor.Name));
    }

    [Fact]
    public async Task F53_Nothing_is_created_while_those_who_know_who_is_who_cannot_look()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, [], ["email"], ["email"]);
        await world.GoLiveAsync();
        foreach (var side in sides)
            side.Add("Ada", "ada@x.no");
        sides[2].NextPageToFail = 1;

        var report = await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Contains(
            "by way of 0/2", report.Pairings.Single(one => one.Name == "0/1").Problem, StringComparison.Ordinal);
        await world.QuiesceAsync();
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        Assert.Single(await world.LinksAsync("0/1"));
    }

    [Fact]
    public async Task F53_A_run_for_a_pairing_alone_makes_nothing_of_which_others_know_whether_it_is_there()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, [], ["email"], ["email"]);
        await world.GoLiveAsync();
        foreach (var side in sides)
            side.Add("Ada", "ada@x.no");

        var report = await world.CycleAsync(new CycleScope { Pairing = "0/1" });

        Assert.Empty(world.Writes);
        var stopped = report.Pairings.Single(one => one.Name == "0/1");
        Assert.Contains("by way of 0/2 only, which this run is not for", stopped.Problem, StringComparison.Ordinal);
        Assert.Contains("without --only", stopped.Fix, StringComparison.Ordinal);
        await world.QuiesceAsync();
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
    }

    [Fact]
    public async Task F53_What_waits_for_a_pairing_that_nobody_has_approved_says_how_to_go_on()
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        Pair(world, sides, 0, 1);
        await world.GoLiveAsync();
        Pair(world, sides, 0, 2, "email");
        Pair(world, sides, 1, 2, "email");
        foreach (var side in sides)
            side.Add("Ada", "ada@x.no");

        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        var reasons = (await world.OpenAsync()).Where(item => item.Pairing == "0/1").Select(item => item.Reason);
        Assert.All(reasons, reason => Assert.Matches(
            "Approve the plan of ./2 \\(sluice plan, then sluice approve HASH\\), or leave it out: sluice pause ./2$",
            reason));
        Assert.NotEmpty(reasons);

        // Either way out is one.
        foreach (var name in new[] { "0/2", "1/2" })
            Assert.Contains(
                "0/1 knows only by way of it who is there already",
                (await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = name })).Text,
                StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.Equal([2, 2, 1], sides.Select(side => side.Count));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task F53_Nothing_is_created_for_what_others_could_not_read_and_link(int unread, bool isListed)
    {
        await using var world = await World.CreateAsync();
        world.Options.RecentRecords = 0;
        var sides = Triangle(world, [], ["email"], ["email"]);
        await world.GoLiveAsync();
        var keys = sides.Select(side => side.Add("Ada", "ada@x.no")).ToList();
        if (isListed)
            sides[unread].BeforeNextRead = () => throw new RemoteException(
                "Acme", RemoteFailure.ServerError, "500: try again.", "Nothing.");
        else
            sides[unread].Broken.Add(keys[unread]);

        await world.CycleAsync();
        sides[unread].Broken.Clear();
        await world.QuiesceAsync();

        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        Assert.Single(await world.LinksAsync("0/1"));
    }

    [Fact]
    public async Task F53_What_is_only_planned_is_planned_once_while_others_create()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        var late = world.Pairings[2];
        world.Pairings.RemoveAt(2);
        await world.GoLiveAsync();
        world.With((CardPairing)late);
        sides[0].Add("Ada", "ada@x.no");
        foreach (var side in new[] { sides[1], sides[2] })
            side.Add("Bob", "bob@x.no");

        var planned = await world.CycleAsync();

        Assert.Contains(world.Writes, write => write.Kind == "create");
        Assert.Single(planned.Plan!.Items, item =>
            item is { Kind: PlanKind.Link, Pairing: "1/2" } && item.Text.Contains("email", StringComparison.Ordinal));
    }

    [Fact]
    public async Task F53_What_cannot_be_made_is_linked_all_the_same_where_its_lineage_has_it()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"], [], ["email"]);
        ((CardPairing)world.Pairings[1]).Demands = "phone";
        await world.GoLiveAsync();
        foreach (var side in sides)
            side.Add("Ada", "ada@x.no");

        await world.QuiesceAsync();

        Assert.Equal(LinkOrigin.Lineage, Assert.Single(await world.LinksAsync("0/2")).Origin);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F53_Two_lost_creates_of_one_origin_that_found_each_other_are_not_made_again()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        await world.GoLiveAsync();
        var origin = sides[1].Add("Ada", "ada@x.no");
        sides[0].NextAnswerIsLost = sides[2].NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));

        // Users edit all three before we know the two: these two still agree with each other.
        sides[1].Edit(origin, "email", "countess@x.no");
        foreach (var side in new[] { sides[0], sides[2] })
            side.Edit(side.Keys.Single(), "name", $"Ada of {side.Entity.System}");
        for (var i = 0; i < 4; i++)
            await world.CycleAsync(TimeSpan.FromMinutes(5));

        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        Assert.Contains(await world.OpenAsync(), item => item.Kind == OpenKind.Review);
    }

    [Fact]
    public async Task F53_What_a_lost_create_made_is_no_stranger_to_another_pairing()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        sides[2].Traced = new(sides[2]);
        await world.GoLiveAsync();
        var origin = sides[1].Add("Ada", "ada@x.no");
        sides[2].NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));

        // The pairing that created cannot look for what it made, and the next one finds that by its address.
        sides[1].Edit(origin, "name", "Ada Lovelace");
        sides[2].BeforeNextRead = () => throw new RemoteException(
            "Gamma", RemoteFailure.Unreachable, "Gamma does not answer.", "Look whether it runs.");
        await world.CycleAsync();
        Assert.Empty(await world.LinksAsync("1/2"));
        Assert.Contains(await world.OpenAsync(), item =>
            item.Kind == OpenKind.Waiting && item.Pairing == "1/2"
            && item.Reason.Contains("is what was created for p01", StringComparison.Ordinal));
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("Ada Lovelace", (string?)side[side.Keys.Single()]["name"]));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F53_What_a_lineage_knows_by_now_is_no_question_however_it_was_edited()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"], ["name"], ["email"]);
        await world.GoLiveAsync();
        sides[1].Add("Ada", "ada@x.no");
        sides[2].NextAnswerIsLost = true;
        await world.CycleAsync();

        // What was created cannot be told by what was sent, and another pairing finds it by its address.
        sides[2].Hidden.Add("name");
        await world.CycleAsync();
        Assert.Single(await world.LinksAsync("1/2"));
        sides[2].Edit(sides[2].Keys.Single(), "email", "countess@x.no");
        sides[2].Edit(sides[2].Keys.Single(), "name", "Countess");
        sides[2].Hidden.Clear();
        for (var i = 0; i < 3; i++)
            await world.CycleAsync(TimeSpan.FromMinutes(5));
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("Countess", (string?)side[side.Keys.Single()]["name"]));
        Assert.Single(await world.LinksAsync("0/2"));
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F53_A_late_write_is_known_for_what_it_is_though_another_pairing_wrote_the_same_before_it()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        await world.GoLiveAsync();
        var origin = sides[2].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();

        sides[2].Edit(origin, "name", "Countess");
        sides[1].NextCommitIsLate = TimeSpan.FromSeconds(15);
        await world.CycleAsync();

        // The first pairing brings the same value; what was edited meanwhile goes the other way round.
        sides[2].BeforeNextRead = () => sides[2].Edit(origin, "name", "Lovelace");
        await world.CycleAsync();
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("Lovelace", (string?)side[side.Keys.Single()]["name"]));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F53_That_is_so_too_where_the_two_had_never_agreed_before_the_late_write()
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        Pair(world, sides, 0, 2, "email");
        Pair(world, sides, 1, 2, "email");
        await world.GoLiveAsync();
        sides[2].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();

        var copy = sides[1].Keys.Single();
        Pair(world, sides, 0, 1, "email");
        await world.ApproveAsync(await world.CycleAsync());
        sides[1].Edit(copy, "name", "Countess");
        await world.CycleAsync();
        sides[0].NextCommitIsLate = TimeSpan.FromSeconds(15);
        await world.CycleAsync();
        Assert.Equal("0/1", Assert.Single(await world.Store.OpenIntentsAsync(null)).Pairing);
        sides[1].BeforeNextRead = () => sides[1].Edit(copy, "name", "Lovelace");
        await world.CycleAsync();
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("Lovelace", (string?)side[side.Keys.Single()]["name"]));
        Assert.Empty(await world.OpenAsync());
    }

    private static FakeEntity[] Triangle(World world, string[] rules) => Triangle(world, rules, rules, rules);

    private static FakeEntity[] Triangle(World world, string[] first, string[] second, string[] third)
    {
        var sides = Systems(world);
        Pair(world, sides, 0, 1, first);
        Pair(world, sides, 0, 2, second);
        Pair(world, sides, 1, 2, third);
        return sides;
    }

    private static FakeEntity[] Systems(World world)
    {
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        return [world.People, world.Users, gamma["Members"]];
    }

    private static CardPairing Pair(World world, FakeEntity[] sides, int left, int right, params string[] rules) =>
        world.With(new(
            $"{left}/{right}", sides[left].Entity, sides[right].Entity, rules, ["email", "name"], createsLeft: true,
            createsRight: true));
}
