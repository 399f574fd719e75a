namespace Sluice.Pipeline.Tests;

public sealed class ContradictionTests
{
    private const string Pairing = "acme-people/beta-users";

    [Fact]
    public async Task F56_Who_was_linked_by_a_decision_that_waits_is_not_linked_to_another_before_it_is_taken_back()
    {
        await using var world = await AmbiguousAsync();
        Assert.True((await world.LinkAsync("p01", "u01")).IsApplied);

        var refused = await world.LinkAsync("p02", "u01");
        Assert.False(refused.IsApplied);
        Assert.Contains("It was decided already that p01 and u01", refused.Text, StringComparison.Ordinal);
        Assert.Equal($"Take that back first: sluice unlink {Pairing} p01 u01", refused.Fix);
        Assert.True((await world.LinkAsync("p01", "u01")).IsApplied);
        Assert.Single(await world.Store.WaitingAsync());

        // The last word counts.
        Assert.True((await world.UnlinkAsync("p01", "u01")).IsApplied);
        Assert.True((await world.LinkAsync("p02", "u01")).IsApplied);
        await world.CycleAsync();
        Assert.Equal(
            [("p01", "u01", LinkState.Negative), ("p02", "u01", LinkState.Live)],
            (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey, link.State)));
        Assert.All(await world.Store.SettledAsync(3), entry => Assert.True(entry.IsApplied, entry.Outcome));
    }

    [Fact]
    public async Task What_was_decided_and_waits_changes_nothing_when_it_is_decided_again()
    {
        await using var world = await AmbiguousAsync();
        Assert.False((await world.LinkAsync("p01", "u01")).IsWaiting);

        Assert.True((await world.LinkAsync("p01", "u01")).IsWaiting);
        Assert.False((await world.LinkAsync("p02", "u02")).IsWaiting);
        Assert.True((await world.LinkAsync("p01", "u01")).IsWaiting);
        Assert.Equal(2, (await world.Store.WaitingAsync()).Count);

        await world.CycleAsync();
        Assert.False((await world.LinkAsync("p01", "u01")).IsWaiting);
    }

    [Fact]
    public async Task Of_a_decision_and_its_opposite_the_last_word_counts_however_often_it_was_said()
    {
        await using var world = await AmbiguousAsync();
        DecisionKind[] said = [DecisionKind.Pause, DecisionKind.Resume, DecisionKind.Pause, DecisionKind.Pause];
        foreach (var kind in said)
            await world.DecideAsync(
                new PersonDecision(kind) { Pairing = kind == DecisionKind.Resume ? null : Pairing });
        await world.LinkAsync("p01", "u01");
        await world.UnlinkAsync("p01", "u01");
        Assert.False((await world.LinkAsync("p01", "u01")).IsWaiting);
        Assert.Equal(
            ["pause", "resume", "pause", "link", "unlink", "link"],
            (await world.Store.WaitingAsync()).Select(entry => entry.Kind));

        await world.CycleAsync();

        Assert.Equal([Pairing], await world.Store.PausedAsync());
        Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single(link => link.LeftKey == "p01").State);
    }

    [Fact]
    public async Task F58_Of_links_that_are_brought_in_those_are_refused_that_contradict_what_waits()
    {
        await using var world = await AmbiguousAsync();
        await world.LinkAsync("p01", "u01");
        KeyPair[] pairs = [new(Pairing, "p02", "u01", 2), new(Pairing, "p03", "u03", 3), new("none", "a", "b", 4)];

        var verdict = await new DecisionDesk(world.Store, world.Pairings, world.Clock)
            .JudgeAsync(new PersonDecision(DecisionKind.Link) { Pairs = pairs });

        Assert.True(verdict.IsApplied);
        Assert.Equal([2, 4], verdict.Refused.Select(row => row.Pair.Line).Order());
    }

    [Theory]
    [InlineData(Side.Left, "1")]
    [InlineData(Side.Right, "2")]
    public async Task F56_Of_two_values_one_is_taken_and_not_the_other_too(Side first, string value)
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "1");
        world.Users.Add("Ada", "ada@x.no", "2");
        await world.GoLiveAsync();
        var item = Assert.Single(await world.OpenAsync());

        Assert.True((await TakeAsync(world, item, first)).IsApplied);
        Assert.True((await TakeAsync(world, item, first)).IsApplied);
        var refused = await TakeAsync(world, item, first.Other());
        Assert.Contains("decided the other way already", refused.Text, StringComparison.Ordinal);
        await world.QuiesceAsync();

        Assert.Equal((value, value), ((string?)world.People["p01"]["phone"], (string?)world.Users["u01"]["phone"]));
        Assert.Single(await world.Store.SettledAsync(10), entry => entry.Kind == "take");
    }

    [Fact]
    public async Task F20_None_of_several_tells_a_record_apart_from_all_of_them_at_once()
    {
        await using var world = await AmbiguousAsync();

        var verdict = await world.DecideAsync(new(DecisionKind.Unlink)
        {
            Pairs = [new(Pairing, "p01", "u01"), new(Pairing, "p02", "u01")],
        });
        Assert.Equal("unlink 2 pairs", Assert.Single(await world.Store.WaitingAsync()).Subject);
        await world.CycleAsync();

        Assert.True(verdict.IsApplied);
        Assert.Empty(await world.OpenAsync());
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Negative, link.State));
        Assert.Equal(2, (await world.LinksAsync()).Count);

        // One that cannot be told apart lets none of them be.
        Assert.False((await world.DecideAsync(new(DecisionKind.Unlink)
        {
            Pairs = [new(Pairing, "p01", "u01"), new(Pairing, "nobody", "u01")],
        })).IsApplied);
    }

    [Fact]
    public void Decisions_that_cannot_both_be_meant_contradict_each_other_either_way()
    {
        var link = Of(DecisionKind.Link, "p01", "u01");
        var take = new PersonDecision(DecisionKind.Take)
        {
            Pairing = Pairing, Key = "p01", Field = "phone", Winner = Side.Left,
        };
        var again = new PersonDecision(DecisionKind.Again) { Pairing = Pairing, Key = "p01" };
        (PersonDecision One, PersonDecision Other, bool Is)[] cases =
        [
            (link, link, false), (link, Of(DecisionKind.Link, "p01", "u02"), true),
            (link, Of(DecisionKind.Link, "p02", "u01"), true), (link, Of(DecisionKind.Link, "p02", "u02"), false),
            (link, Of(DecisionKind.Unlink, "p01", "u01"), true), (link, Of(DecisionKind.Unlink, "p01", "u02"), false),
            (take, take with { Winner = Side.Right }, true), (take, take, false),
            (take, take with { Winner = Side.Right, Field = "name" }, false), (take, again, false),
            (again, new(DecisionKind.Leave) { Pairing = Pairing, Key = "p01" }, true),
            (again, new(DecisionKind.Leave) { Pairing = Pairing, Key = "p02" }, false),
        ];

        Assert.All(cases, row =>
            Assert.Equal((row.Is, row.Is), (row.One.Contradicts(row.Other), row.Other.Contradicts(row.One))));
    }

    private static PersonDecision Of(DecisionKind kind, string left, string right) =>
        new(kind) { Pairs = [new(Pairing, left, right)] };

    private static async Task<World> AmbiguousAsync()
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no");
        world.People.Add("Ada", "ADA@x.no");
        world.People.Add("Cy", "cy@x.no");
        world.Users.Add("Ada", "ada@x.no");
        world.Users.Add("Bo", "bo@x.no");
        world.Users.Add("Di", "di@x.no");
        await world.GoLiveAsync();
        return world;
    }

    private static Task<Verdict> TakeAsync(World world, OpenItem item, Side winner) =>
        world.DecideAsync(new PersonDecision(DecisionKind.Take)
        {
            Pairing = item.Pairing, Side = item.Side, Key = item.Key, Field = item.Field, Winner = winner,
            LeftValue = item.Left.ToStored(), RightValue = item.Right.ToStored(),
        });
}
