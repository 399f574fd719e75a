namespace Sluice.Pipeline.Tests;

/// <summary>What was matched before it was known that both were made for one.</summary>
public sealed partial class TriangleTests
{
    [Fact]
    public async Task F53_What_a_match_found_first_is_no_stranger_once_it_is_known_what_it_was_made_for()
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"]);
        await world.GoLiveAsync();
        sides[2].Add("Ada", "ada@x.no");
        sides[1].NextAnswerIsLost = true;
        await world.CycleAsync();
        var (acme, beta) = (sides[0].Keys.Single(), sides[1].Keys.Single());

        // Its name is hidden, so that it is not told by what was sent, and it is matched by its address.
        sides[1].Hidden.Add("name");
        await world.CycleAsync();
        Assert.Equal(LinkOrigin.Match, Assert.Single(await world.LinksAsync("0/1")).Origin);
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(LinkOrigin.Created, Assert.Single(await world.LinksAsync("1/2")).Origin);

        // The edit is on its way to the third when its answer is lost, so that its version is another one by now.
        sides[0].Edit(acme, "name", "Countess");
        (sides[1].NextPageToFail, sides[2].NextAnswerIsLost) = (1, true);
        await world.CycleAsync();
        sides[1].Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal("Countess", (string?)sides[1][beta]["name"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task F53_What_was_asked_about_a_match_is_no_question_once_it_is_known_what_was_made_for_what(
        bool forAThird, bool isEdited)
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        world.With(new("phones", sides[0].Entity, sides[1].Entity, ["email"], ["phone"]));
        if (forAThird)
            Pair(world, sides, 0, 2, "email");
        Pair(world, sides, forAThird ? 2 : 0, 1).Makes = card => Draft.Ready(
            card with { Id = "", Phone = isEdited ? "0" : null });
        await world.GoLiveAsync();
        sides[forAThird ? 2 : 0].Add("Ada", "ada@x.no");
        sides[1].NextAnswerIsLost = true;
        await world.CycleAsync();
        var (acme, beta) = (sides[0].Keys.Single(), sides[1].Keys.Single());

        // It is not told by what was sent, and matched by its address.
        if (!isEdited)
            sides[1].Hidden.Add("name");
        sides[0].Edit(acme, "phone", "1");
        sides[1].Edit(beta, "phone", "2");
        await world.CycleAsync();
        Assert.Equal(LinkOrigin.Match, Assert.Single(await world.LinksAsync("phones")).Origin);
        Assert.Contains(await world.OpenAsync(), item => item.Cause == OpenCause.Differing);

        sides[1].Hidden.Clear();
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        await world.QuiesceAsync();

        Assert.Empty(await world.OpenAsync());
        Assert.Equal("1", (string?)sides[0][acme]["phone"]);
        Assert.Equal("1", (string?)sides[1][beta]["phone"]);
    }

    // What another pairing wrote shows in a listing, and not in what is read a moment later.
    [Fact]
    public async Task F54_Nothing_is_made_of_what_stood_there_before_our_own_write()
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        string[] fields = ["email", "name", "phone"];
        world.With(new("0/1", sides[0].Entity, sides[1].Entity, ["email"], fields, createsRight: true));
        world.With(new("0/2", sides[0].Entity, sides[2].Entity, ["email"], fields));
        await world.GoLiveAsync();
        await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = "0/1" });
        var ada = sides[0].Add("Ada", "ada@x.no");
        sides[2].Add("Ada", "ada@x.no", "2");
        sides[0].Answers = (before, answer) => answer["phone"] = before["phone"]?.DeepClone();
        await world.CycleAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("2", (string?)sides[0][ada]["phone"]);
        await world.CycleAsync();

        sides[0].ReadLag = TimeSpan.FromSeconds(25);
        await world.DecideAsync(new PersonDecision(DecisionKind.Resume) { Pairing = "0/1" });
        await world.CycleAsync(TimeSpan.FromSeconds(1));
        Assert.Empty(world.Writes);
        Assert.Contains(await world.OpenAsync(), item =>
            item.Kind == OpenKind.Waiting && item.Reason.Contains("before our write", StringComparison.Ordinal));
        sides[0].ReadLag = TimeSpan.Zero;
        await world.CycleAsync(TimeSpan.FromSeconds(1));
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("2", (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    // Of two values that stood there before both were one thing, the policy lets one take the place of the other; a
    // third meets what lost while the write is on its way.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F02_A_first_value_that_lost_by_policy_does_not_come_back_by_way_of_a_third(bool isThere)
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        world.With(new(
            "0/1", sides[0].Entity, sides[1].Entity, ["email"], ["email", "name", "phone"], createsRight: true));
        world.With(new("0/2", sides[0].Entity, sides[2].Entity, ["email"], ["email", "name"]));
        world.With(new(
            "0/2-more", sides[0].Entity, sides[2].Entity, [], ["phone"], createsLeft: true, createsRight: true));
        world.Options.Fields["0/2-more"] = new() { ["phone"] = new() { Prefer = "Gamma" } };
        await world.GoLiveAsync();
        await world.DecideAsync(new PersonDecision(DecisionKind.Pause) { Pairing = "0/1" });
        var ada = sides[0].Add("Ada", "ada@x.no", "1");
        sides[2].Add("Ada", "ada@x.no", "2");
        if (isThere)
            sides[1].Add("Ada", "ada@x.no");
        sides[0].NextCommitIsLate = TimeSpan.FromSeconds(30);
        await world.CycleAsync();
        Assert.Single(await world.Store.OpenIntentsAsync(null));
        Assert.Equal("1", (string?)sides[0][ada]["phone"]);

        await world.DecideAsync(new PersonDecision(DecisionKind.Resume) { Pairing = "0/1" });
        await world.CycleAsync();
        await world.CycleAsync(TimeSpan.FromSeconds(30));
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal("2", (string?)side[side.Keys.Single()]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    // A match knows the record again by what it shows of what was sent; the rest shows when the create can arrive no
    // longer, and the origin's edit has another version by then, because a third was given it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F01_What_a_lost_create_sent_is_no_strangers_value_however_late_it_shows(bool isEditedOnceMore)
    {
        await using var world = await World.CreateAsync();
        var sides = Systems(world);
        Pair(world, sides, 0, 1, "email");
        Pair(world, sides, 0, 2, "email");
        await world.GoLiveAsync();
        var ada = sides[0].Add("Ada", "ada@x.no");
        sides[1].NextAnswerIsLost = true;
        await world.CycleAsync();
        sides[1].Hidden.Add("name");
        await world.CycleAsync();
        Assert.Equal(LinkOrigin.Created, Assert.Single(await world.LinksAsync("0/1")).Origin);

        sides[0].Edit(ada, "name", "Countess");
        await world.CycleAsync();
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("Countess", (string?)sides[2][sides[2].Keys.Single()]["name"]);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        if (isEditedOnceMore)
            sides[0].Edit(ada, "name", "Lovelace");
        sides[1].Hidden.Clear();
        await world.QuiesceAsync();

        Assert.All(sides, side => Assert.Equal(
            isEditedOnceMore ? "Lovelace" : "Countess", (string?)side[side.Keys.Single()]["name"]));
        Assert.Empty(await world.OpenAsync());
    }
}
