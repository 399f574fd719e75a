namespace Sluice.Pipeline.Tests;

/// <summary>
/// Where a person is asked which of two values is meant, a blank that one of them gives way to may hide it.
/// </summary>
public sealed class AskedBlankTests
{
    [Theory]
    [InlineData(Side.Left, false)]
    [InlineData(Side.Right, false)]
    [InlineData(Side.Left, true)]
    [InlineData(Side.Right, true)]
    public async Task F48_Values_that_are_asked_about_and_vanish_all_at_once_are_not_written_over(
        Side side, bool agreed)
    {
        await using var world = await AskedAsync(30, agreed);
        var asked = await AskedAboutAsync(world);
        Assert.Equal(30, asked.Count);

        Show(world, side, null);
        Assert.True((await world.CycleAsync()).IsBreakerOpen);
        var items = await world.OpenAsync();
        Assert.Equal(30, items.Count);
        Assert.All(items, item => Assert.Equal((OpenKind.Waiting, side.Other()), (item.Kind, item.Side)));
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        world.Restart();
        await world.CycleAsync();
        Assert.Empty(world.Writes);

        Show(world, side, Value(side));
        Assert.False((await world.CycleAsync()).IsBreakerOpen);
        Assert.Equal(asked, await AskedAboutAsync(world));
        await world.QuiesceAsync();
        Assert.All(world.People.Keys, key => Assert.Equal("1", (string?)world.People[key]["phone"]));
        Assert.All(world.Users.Keys, key => Assert.Equal("2", (string?)world.Users[key]["phone"]));
    }

    [Theory]
    [InlineData(BlanksPolicy.Clear)]
    [InlineData(BlanksPolicy.Keep)]
    public async Task F48_Where_a_breaker_lets_nothing_pass_one_blank_is_asked_about_when_it_was_approved(
        BlanksPolicy blanks)
    {
        await using var world = await AskedAsync(1, agreed: false);
        world.Options.Blanks = blanks;
        (world.Options.Breaker.Count, world.Options.Breaker.Share) = (0, 0);

        Show(world, Side.Left, null);
        var plan = (await world.CycleAsync()).Pairings[0].Breaker!.Plan;
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Empty(await AskedAboutAsync(world));

        await world.Store.RequestApprovalAsync(plan, world.Clock.GetUtcNow());
        await world.QuiesceAsync();
        Assert.Equal([("p01", "", "2")], await AskedAboutAsync(world));
        Assert.Equal("", (string?)world.People["p01"]["phone"] ?? "");
        Assert.Equal("2", (string?)world.Users["u01"]["phone"]);
    }

    [Theory]
    [InlineData(Side.Left, false)]
    [InlineData(Side.Right, false)]
    [InlineData(Side.Left, true)]
    [InlineData(Side.Right, true)]
    public async Task Who_empties_a_value_that_is_asked_about_is_asked_whether_the_other_goes(Side side, bool agreed)
    {
        await using var world = await AskedAsync(1, agreed);

        Show(world, side, null);
        await world.QuiesceAsync();
        var (_, left, right) = Assert.Single(await AskedAboutAsync(world));
        Assert.Equal(side == Side.Left ? ("", "2") : ("1", ""), (left, right));

        var item = Assert.Single(await world.OpenAsync());
        await world.DecideAsync(new PersonDecision(DecisionKind.Take)
        {
            Pairing = item.Pairing, Side = item.Side, Key = item.Key, Field = item.Field, Winner = side.Other(),
            LeftValue = item.Left.ToStored(), RightValue = item.Right.ToStored(),
        });
        await world.QuiesceAsync();
        Assert.Equal(Value(side.Other()), (string?)world.People["p01"]["phone"]);
        Assert.Equal(Value(side.Other()), (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F48_What_is_asked_about_a_record_that_cannot_be_read_for_a_while_stays_asked()
    {
        await using var world = await AskedAsync(30, agreed: false);
        var asked = await AskedAboutAsync(world);
        foreach (var key in world.People.Keys)
        {
            world.People.Unanswered[key] = RemoteFailure.ServerError;
            world.People.Edit(key, "name", "New");
        }

        await world.CycleAsync();
        Assert.Equal(60, (await world.OpenAsync()).Count);
        Assert.Equal(asked, await AskedAboutAsync(world));

        world.People.Unanswered.Clear();
        Show(world, Side.Left, null);
        Assert.True((await world.CycleAsync()).IsBreakerOpen);
        await world.QuiesceAsync();
        Assert.All(world.Users.Keys, key => Assert.Equal("2", (string?)world.Users[key]["phone"]));
        Assert.All(world.People.Keys, key => Assert.Equal("", (string?)world.People[key]["phone"] ?? ""));
        Assert.All(world.Users.Keys, key => Assert.Equal("New", (string?)world.Users[key]["name"]));

        Show(world, Side.Left, "1");
        await world.CycleAsync();
        Assert.Equal(asked, await AskedAboutAsync(world));
    }

    [Fact]
    public async Task F48_A_blank_of_which_nobody_was_asked_is_filled()
    {
        await using var world = await AskedAsync(1, agreed: false);

        world.People.Edit("p01", "phone", "2");
        await world.QuiesceAsync();
        Assert.Empty(await world.OpenAsync());
        world.People.Add("Later", "later@x.no");
        world.Users.Add("Later", "later@x.no", "3");
        await world.QuiesceAsync();

        Assert.Equal("3", (string?)world.People["p02"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    // Where the two agreed on a blank before, only who holds conflicts is asked.
    private static async Task<World> AskedAsync(int records, bool agreed)
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.Options.Conflict = agreed ? ConflictKind.Hold : ConflictKind.Latest;
        world.People.PageSize = world.Users.PageSize = 50;
        for (var i = 1; i <= records; i++)
        {
            world.People.Add($"Name {i}", $"n{i}@x.no", agreed ? null : "1");
            world.Users.Add($"Name {i}", $"n{i}@x.no", agreed ? null : "2");
        }

        await world.GoLiveAsync();
        Show(world, Side.Left, "1");
        Show(world, Side.Right, "2");
        await world.CycleAsync();
        return world;
    }

    private static async Task<IReadOnlyList<(string Key, string Left, string Right)>> AskedAboutAsync(World world) =>
    [
        .. from item in await world.OpenAsync()
           where item is { Kind: OpenKind.Review, Cause: OpenCause.Differing }
           orderby item.Key
           select (item.Key, item.Left.ToString(), item.Right.ToString()),
    ];

    private static string Value(Side side) => side == Side.Left ? "1" : "2";

    private static void Show(World world, Side side, string? phone)
    {
        var entity = side == Side.Left ? world.People : world.Users;
        foreach (var key in entity.Keys)
            entity[key]["phone"] = phone;
    }
}
