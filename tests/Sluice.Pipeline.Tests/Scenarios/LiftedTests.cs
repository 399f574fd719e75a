namespace Sluice.Pipeline.Tests;

/// <summary>F57: what is gone comes back, or is forgotten, after a person wanted another one in its place.</summary>
public sealed class LiftedTests
{
    private const string Pairing = "acme-people/beta-users";

    [Fact]
    public async Task F57_What_is_back_before_another_is_made_for_it_has_its_counterpart_again()
    {
        await using var world = await LostAsync(DeletePolicy.Ask);
        await world.DecideAsync(DecisionKind.Again, Side.Left, "p01");
        world.Users.Add("Ada", "other@x.no", "7", key: "u01");

        await world.QuiesceAsync();

        Assert.Equal((1, 1), (world.People.Count, world.Users.Count));
        Assert.Equal(LinkState.Live, Assert.Single(await world.LinksAsync()).State);
        Assert.Equal("other@x.no", (string?)world.People["p01"]["email"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(DeletePolicy.Ask, 1)]
    [InlineData(DeletePolicy.Ignore, 0)]
    public async Task F57_What_is_back_when_another_was_made_for_it_is_asked_about_and_not_made_across(
        DeletePolicy policy, int asked)
    {
        await using var world = await LostAsync(policy);
        await world.DecideAsync(DecisionKind.Again, Side.Left, "p01");
        await world.QuiesceAsync();
        var made = world.Users.Keys.Single();
        world.Users.Add("Ada", "other@x.no", "7", key: "u01");

        await world.QuiesceAsync();

        Assert.Equal((1, 2), (world.People.Count, world.Users.Count));
        var open = await world.OpenAsync();
        Assert.Equal(asked, open.Count);
        Assert.All(open, item =>
        {
            Assert.Equal((OpenCause.Gone, Side.Right, "u01"), (item.Cause, item.Side, item.Key));
            Assert.Contains($"p01, and that one stands for {made} now", item.Reason, StringComparison.Ordinal);
        });

        // It is a thing of its own once a person says that the two never were the same.
        Assert.True((await world.UnlinkAsync("p01", "u01")).IsApplied);
        Assert.True((await world.DecideAsync(DecisionKind.Again, Side.Right, "u01")).IsApplied);
        await world.QuiesceAsync();
        Assert.Equal((2, 2), (world.People.Count, world.Users.Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData("Acme", false)]
    [InlineData("Acme", true)]
    [InlineData("Beta", false)]
    [InlineData("Beta", true)]
    public async Task F57_What_was_cleared_before_another_was_made_is_agreed_on_with_that(
        string preferred, bool isAnswerLost)
    {
        await using var world = await LostAsync(DeletePolicy.Ask);
        world.Options.Preferred[Pairing] = preferred;
        world.People.Edit("p01", "phone", null);
        await world.DecideAsync(DecisionKind.Again, Side.Left, "p01");
        world.Users.NextAnswerIsLost = isAnswerLost;
        await world.QuiesceAsync();
        var made = world.Users.Keys.Single();
        Assert.Null((string?)world.Users[made]["phone"]);

        world.Users.Edit(made, "phone", "7");
        await world.QuiesceAsync();
        Assert.Equal(("7", "7"), ((string?)world.People["p01"]["phone"], (string?)world.Users[made]["phone"]));

        world.People.Edit("p01", "phone", null);
        await world.QuiesceAsync();
        Assert.Null((string?)world.Users[made]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F57_That_another_is_wanted_can_be_said_twice_and_taken_back_until_it_is_made()
    {
        await using var world = await LostAsync(DeletePolicy.Ask);
        for (var times = 0; times < 2; times++)
        {
            Assert.True((await world.DecideAsync(DecisionKind.Again, Side.Left, "p01")).IsApplied);
            world.Users.NextPageToFail = 1;
            await world.CycleAsync();
            Assert.Equal(LinkState.Ended, Assert.Single(await world.LinksAsync()).State);
        }

        Assert.True((await world.DecideAsync(DecisionKind.Leave, Side.Left, "p01")).IsApplied);
        world.People.Edit("p01", "phone", "9");
        await world.QuiesceAsync();

        Assert.Equal((1, 0), (world.People.Count, world.Users.Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F57_Whoever_is_forgotten_is_so_with_what_another_was_made_for()
    {
        await using var world = await LostAsync(DeletePolicy.Ask);
        await world.DecideAsync(DecisionKind.Again, Side.Left, "p01");
        await world.QuiesceAsync();

        Assert.True((await world.DecideAsync(new PersonDecision(DecisionKind.Forget)
        {
            System = world.People.Entity.System, Entity = world.People.Entity.Entity, Key = "p01",
        })).IsApplied);
        await world.CycleAsync();

        Assert.True((await world.Store.ForgottenAsync()).Contains(new(world.Users.Entity, "u01")));
        Assert.Empty(await world.LinksAsync());
    }

    private static async Task<World> LostAsync(DeletePolicy policy)
    {
        var world = await World.CreateAsync();
        world.Copies(createsRight: true, createsLeft: true);
        world.Options.Deletes.Set(Pairing, policy);
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync();
        world.Users.Delete("u01");
        await world.QuiesceAsync();
        Assert.Equal(LinkState.Tombstone, Assert.Single(await world.LinksAsync()).State);
        return world;
    }
}
