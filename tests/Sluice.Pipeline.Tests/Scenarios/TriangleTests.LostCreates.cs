namespace Sluice.Pipeline.Tests;

/// <summary>Two pairings that create in one system, of which one has no turn while its create is in question.</summary>
public sealed partial class TriangleTests
{
    [Theory]
    [InlineData("paused", false)]
    [InlineData("paused", true)]
    [InlineData("down", false)]
    [InlineData("down", true)]
    [InlineData("passed by", false)]
    [InlineData("passed by", true)]
    public async Task F01_A_create_in_question_is_settled_where_its_pairing_has_no_turn(string state, bool arrived)
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        Pair(world, sides, 0, 1, "email");
        Pair(world, sides, 2, 1, "email");
        await world.GoLiveAsync();
        sides[0].Add("Ada", "ada@x.no");
        if (arrived)
            sides[1].NextAnswerIsLost = true;
        else
            sides[1].NextCommitIsLate = TimeSpan.FromDays(9);
        await world.CycleAsync();
        Assert.Single(await world.Store.OpenIntentsAsync(null));

        if (state == "paused")
            await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = "0/1" });
        world.Acme.IsDown = state == "down";
        var scope = state == "passed by" ? new CycleScope { Pairing = "2/1" } : CycleScope.Whole;
        sides[2].Add("Bob", "bob@x.no");
        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync(scope);
            world.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        Assert.Contains(sides[1].Keys, key => (string?)sides[1][key]["name"] == "Bob");
        Assert.Equal(arrived ? 1 : 0, (await world.LinksAsync("0/1")).Count);

        world.Acme.IsDown = false;
        await world.DecideAsync(new PersonDecision(DecisionKind.Resume));
        await world.QuiesceAsync();
        Assert.Equal([2, 2, 2], sides.Select(side => side.Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F53_What_a_person_told_apart_is_not_linked_for_its_lineage_and_stops_nobody()
    {
        await using var world = await World.CreateAsync();
        var (sides, origin, made) = await MetAsync(world);
        await world.DecideAsync(new PersonDecision(DecisionKind.Unlink) { Pairs = [new("0/2", origin, made)] });
        sides[0].Add("Bob", "bob@x.no");

        await UnhinderedAsync(world);

        Assert.Equal([2, 2, 2], sides.Select(side => side.Count));
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        Assert.DoesNotContain(
            await world.LinksAsync("0/2"), link => link.LeftKey == origin && link.State == LinkState.Live);
        Assert.Contains(
            await world.OpenAsync(), item => item is { Pairing: "0/2", Cause: OpenCause.Parted } && item.Key == origin);
    }

    [Theory]
    [InlineData(RemoteFailure.Malformed)]
    [InlineData(RemoteFailure.ServerError)]
    [InlineData(RemoteFailure.RightMissing)]
    public async Task F53_What_a_lost_create_made_by_what_a_lineage_says_stops_nobody_where_it_cannot_be_read(
        RemoteFailure failure)
    {
        await using var world = await World.CreateAsync();
        var (sides, origin, made) = await MetAsync(world);
        sides[2].Unanswered[made] = failure;
        sides[0].Add("Bob", "bob@x.no");

        await UnhinderedAsync(world);

        Assert.Equal([2, 2, 2], sides.Select(side => side.Count));
        Assert.Contains(
            await world.OpenAsync(), item => item is { Pairing: "0/2", Kind: OpenKind.Waiting } && item.Key == origin);
        sides[2].Unanswered.Clear();
        await world.QuiesceAsync();
        Assert.Equal([2, 2, 2], sides.Select(side => side.Count));
        Assert.Contains(await world.LinksAsync("0/2"), link => link.LeftKey == origin && link.RightKey == made);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F53_An_edit_that_shows_where_a_create_is_traced_and_was_not_listed_is_seen_by_every_pairing()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, []);
        sides[0].Traced = new(sides[0]);
        await world.GoLiveAsync();
        var origin = sides[1].Add("Ada", "ada@x.no");
        sides[0].NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
        var (made, third) = (sides[0].Keys.Single(), sides[2].Keys.Single());

        // The pairing that made it has nobody to tell any more; the other links the two as they were listed.
        sides[1].Delete(origin);
        sides[0].BeforeNextRead = () => sides[0].Edit(made, "name", "Countess");
        await world.CycleAsync();
        Assert.Equal(LinkOrigin.Lineage, Assert.Single(await world.LinksAsync("0/2")).Origin);
        await world.QuiesceAsync();

        Assert.Equal("Countess", (string?)sides[2][third]["name"]);
    }

    [Fact]
    public async Task F53_An_edit_that_shows_where_a_create_is_told_by_a_lineage_is_seen_by_every_pairing()
    {
        await using var world = await World.CreateAsync();
        var (sides, origin, made) = await MetAsync(world, "email");
        await world.CycleAsync();
        Assert.Equal("countess@x.no", (string?)sides[1][sides[1].Keys.Single()]["email"]);

        sides[0].Delete(origin);
        sides[2].BeforeNextRead = () => sides[2].Edit(made, "email", "duchess@x.no");
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        await world.QuiesceAsync();

        Assert.Equal("duchess@x.no", (string?)sides[1][sides[1].Keys.Single()]["email"]);
    }

    // A second pairing of the same two, which prefers what it shows, meets what was created before anybody knows it.
    [Theory]
    [InlineData("2")]
    [InlineData(null)]
    public async Task F01_What_a_lost_create_sent_is_not_written_over_an_edit_of_its_origin_that_a_third_was_given(
        string? edited)
    {
        await using var world = await World.CreateAsync();
        var sides = await MetUnknownAsync(
            world, preferred: "Beta", (origin, made) => origin.Edit(origin.Keys.Single(), "phone", edited));

        Assert.Equal(edited, (string?)sides[2][sides[2].Keys.Single()]["phone"]);
        sides[1].Hidden.Clear();
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal(edited, (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    // The same pairing prefers what the third was given.
    [Theory]
    [InlineData("2")]
    [InlineData(null)]
    public async Task F01_What_is_typed_over_what_a_lost_create_made_is_an_edit_to_whoever_meets_it_first(
        string? edited)
    {
        await using var world = await World.CreateAsync();
        var sides = await MetUnknownAsync(
            world, preferred: "Gamma", (origin, made) => made.Edit(made.Keys.Single(), "phone", edited));

        Assert.Equal(edited, (string?)sides[1][sides[1].Keys.Single()]["phone"]);
        sides[1].Hidden.Clear();
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal(edited, (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    // What 0/1 created for Ada hides by what that would know it again, and is found by its address.
    private static async Task<FakeEntity[]> MetUnknownAsync(
        World world, string preferred, Action<FakeEntity, FakeEntity> edit)
    {
        var sides = Systems(world);
        foreach (var (left, right, rule) in new[] { (0, 1, "name"), (0, 2, "email") })
            world.With(new(
                $"{left}/{right}", sides[left].Entity, sides[right].Entity, [rule], ["email", "name", "phone"],
                createsRight: true));
        world.With(new("1/2", sides[1].Entity, sides[2].Entity, ["email"], ["email"]));
        world.With(new(
            "1/2-more", sides[1].Entity, sides[2].Entity, [], ["phone"], createsLeft: true, createsRight: true));
        world.Options.Fields["1/2-more"] = new() { ["phone"] = new() { Prefer = preferred } };
        await world.GoLiveAsync();
        sides[0].Add("Ada", "ada@x.no", "1");
        sides[1].NextAnswerIsLost = true;
        sides[1].Hidden.Add("name");
        await world.CycleAsync(new CycleScope { Pairing = "0/1" });
        edit(sides[0], sides[1]);
        await world.CycleAsync();
        await world.CycleAsync();

        Assert.Equal(LinkOrigin.Lineage, Assert.Single(await world.LinksAsync("1/2-more")).Origin);
        Assert.Equal("0/1", Assert.Single(await world.Store.OpenIntentsAsync(null)).Pairing);
        return sides;
    }

    // What 0/2 created for Ada was found by another pairing, by its address, before somebody edited all that was sent.
    private static async Task<(FakeEntity[] Sides, string Origin, string Made)> MetAsync(
        World world, params string[] third)
    {
        var sides = Systems(world);
        Pair(world, sides, 0, 1, "email");
        Pair(world, sides, 0, 2, "name");
        world.With(new(
            "1/2", sides[1].Entity, sides[2].Entity, ["email"], third is [] ? ["email", "name"] : third,
            createsLeft: true, createsRight: true));
        await world.GoLiveAsync();
        sides[1].Add("Ada", "ada@x.no");
        sides[2].NextAnswerIsLost = true;
        await world.CycleAsync();
        sides[2].Hidden.Add("name");
        await world.CycleAsync();
        Assert.Single(await world.LinksAsync("1/2"));
        var (origin, made) = (sides[0].Keys.Single(), sides[2].Keys.Single());
        sides[2].Edit(made, "email", "countess@x.no");
        sides[2].Edit(made, "name", "Countess");
        sides[2].Hidden.Clear();
        var intent = Assert.Single(await world.Store.OpenIntentsAsync(null));
        Assert.Equal(("0/2", origin), (intent.Pairing, intent.OriginKey));
        return (sides, origin, made);
    }

    private static async Task UnhinderedAsync(World world)
    {
        for (var i = 0; i < 3; i++)
        {
            var report = await world.CycleAsync(TimeSpan.FromMinutes(5));
            Assert.All(report.Pairings, pairing => Assert.Null(pairing.Problem));
        }
    }
}
