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

    // No rule: what a match finds is found without a trace.
    private static async Task<World> TracedAsync()
    {
        var world = await World.CreateAsync();
        world.Users.Traced = new(world.Users);
        world.With(new(
            "acme-people/beta-users", world.People.Entity, world.Users.Entity, fields: ["email", "name", "phone"],
            createsRight: true));
        world.People.Add("Ada", "ada@x.no", "1");
        await world.ApproveAsync(await world.CycleAsync());
        return world;
    }
}
