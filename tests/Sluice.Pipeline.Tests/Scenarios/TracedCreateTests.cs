namespace Sluice.Pipeline.Tests;

/// <summary>Creates whose answer was lost, in a system that tells whose each record is.</summary>
public sealed class TracedCreateTests
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task What_was_made_is_known_again_whoever_has_edited_it_since()
    {
        await using var world = await TracedAsync();
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        world.Users.Edit("u01", "name", "Countess");
        world.Users.Edit("u01", "email", "countess@x.no");

        await world.QuiesceAsync();

        Assert.Equal("u01", Assert.Single(await world.LinksAsync()).RightKey);
        Assert.Equal("Countess", (string?)world.People["p01"]["name"]);
        Assert.Empty(await world.OpenAsync());
        Assert.Single(world.Users.Keys);
    }

    [Fact]
    public async Task What_looks_like_it_is_not_taken_for_it_while_it_may_still_arrive()
    {
        await using var world = await TracedAsync();
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(60);
        await world.CycleAsync();
        var alike = world.Users.Add("Ada", "ada@x.no", "1");

        await world.CycleAsync();
        Assert.Empty(await world.LinksAsync());
        Assert.Contains("may still arrive", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
        await world.QuiesceAsync();

        Assert.NotEqual(alike, Assert.Single(await world.LinksAsync()).RightKey);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task What_never_arrived_is_made_once_and_bears_the_same_identity()
    {
        await using var world = await TracedAsync();
        world.Users.NextCommitIsLate = TimeSpan.FromDays(1000);
        await world.CycleAsync();

        await world.CycleAsync(Later);
        await world.QuiesceAsync();

        Assert.Single(world.Users.Keys);
        Assert.Single(await world.LinksAsync());
        Assert.Equal(2, world.Users.Intents.Count);
        Assert.Single(world.Users.Intents.Distinct());
    }

    [Theory]
    [InlineData(RemoteFailure.ServerError)]
    [InlineData(RemoteFailure.RightMissing)]
    public async Task What_cannot_be_asked_for_stops_nobody_else(RemoteFailure failure)
    {
        await using var world = await TracedAsync();
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        world.Users.Unanswered["u01"] = failure;
        world.People.Add("Bob", "bob@x.no", "2");

        for (var i = 0; i < 3; i++)
        {
            var report = await world.CycleAsync(Later);
            Assert.All(report.Pairings, pairing => Assert.Null(pairing.Problem));
        }

        Assert.Equal(2, world.Users.Count);
        var bob = Assert.Single(await world.LinksAsync());
        Assert.Equal("Bob", (string?)world.Users[bob.RightKey]["name"]);
        Assert.Contains($"{failure}", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        world.Users.Unanswered.Clear();
        await world.QuiesceAsync();
        Assert.Equal(2, world.Users.Count);
        Assert.Equal(2, (await world.LinksAsync()).Count);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task Nobody_asks_about_a_create_that_was_answered()
    {
        await using var world = await TracedAsync();

        await world.CycleAsync();
        await world.QuiesceAsync();

        Assert.Single(await world.LinksAsync());
        Assert.Equal(0, world.Users.Traced!.Asked);
    }

    [Theory]
    [InlineData(LinkOrigin.Match)]
    [InlineData(LinkOrigin.Person)]
    public async Task What_was_linked_before_it_was_known_again_was_made_all_the_same(LinkOrigin origin)
    {
        await using var world = await TracedAsync(match: origin == LinkOrigin.Match ? "email" : null);
        world.Users.NextAnswerIsLost = true;
        world.Users.Traced!.IsBehind = true;
        await world.CycleAsync();
        world.Users.Edit("u01", "name", "Countess");
        world.People.Edit("p01", "phone", "2");
        await world.CycleAsync();
        if (origin == LinkOrigin.Person)
            Assert.True((await world.LinkAsync("p01", "u01")).IsApplied);
        await world.CycleAsync();
        Assert.Equal(origin, Assert.Single(await world.LinksAsync()).Origin);
        Assert.Contains("two different", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
        world.Users.Edit("u01", "phone", "3");
        await world.CycleAsync();

        world.Users.Traced.IsBehind = false;
        await world.QuiesceAsync();

        Assert.Equal(LinkOrigin.Created, Assert.Single(await world.LinksAsync()).Origin);
        Assert.Equal("Countess", (string?)world.People["p01"]["name"]);
        Assert.Equal("3", (string?)world.People["p01"]["phone"]);
        Assert.Equal("Countess", (string?)world.Users["u01"]["name"]);
        Assert.Equal("3", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        Assert.Single(world.Users.Keys);
    }

    /// <summary>A match told it by all that shows: what did not was agreed on all the same.</summary>
    [Fact]
    public async Task What_was_hidden_when_a_match_knew_it_again_is_what_was_sent()
    {
        await using var world = await TracedAsync(match: "email");
        world.Users.NextAnswerIsLost = true;
        world.Users.Traced!.IsBehind = true;
        await world.CycleAsync();
        world.Users.Hidden.Add("name");
        await world.CycleAsync();
        Assert.Equal(LinkOrigin.Created, Assert.Single(await world.LinksAsync()).Origin);
        world.Users.Hidden.Clear();
        world.People.Edit("p01", "name", "Countess");

        world.Users.Traced.IsBehind = false;
        await world.QuiesceAsync();

        Assert.Equal("Countess", (string?)world.Users["u01"]["name"]);
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    // No rule: what a match finds is found without a trace.
    private static async Task<World> TracedAsync(string? match = null)
    {
        var world = await World.CreateAsync();
        world.Users.Traced = new(world.Users);
        world.With(new(
            "acme-people/beta-users", world.People.Entity, world.Users.Entity, match is null ? [] : [match],
            ["email", "name", "phone"], createsRight: true));
        world.People.Add("Ada", "ada@x.no", "1");
        await world.ApproveAsync(await world.CycleAsync());
        return world;
    }
}
