namespace Sluice.Pipeline.Tests;

/// <summary>Edits that a listing shows and the read after it does not.</summary>
public sealed class HiddenEditTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F48_An_edit_on_the_far_side_of_what_flows_one_way_is_not_waited_for(bool isLate)
    {
        await using var world = await World.CreateAsync();
        world.Pairings.Add(new ValuePairing(
            ValuePairing.Field(Canonical.Text) with { OneWay = Side.Right }, ValueText.Plain, ValueText.Plain));
        world.People.Add("Ada", "ada@x.no", "a");
        world.Users.Add("Ada", "ada@x.no", "a");
        await world.GoLiveAsync();
        await world.CycleAsync();

        world.Users.Edit("u01", ValuePairing.Path, "b");
        if (isLate)
            world.Users.ReadLag = Second * 5;
        else
            world.Users.BeforeNextRead = () => world.Users.Hidden.Add(ValuePairing.Path);
        await world.CycleAsync(Second);

        Assert.Single(world.Users.Calls("read"));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F48_What_both_agreed_on_through_another_mapping_does_not_tell_that_a_hidden_value_is_no_edit()
    {
        await using var world = await LinkedAsync();
        await world.CycleAsync();
        world.Pairings.Clear();
        world.With(new(
            "acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"], ["email", "name", "phone"],
            leftPaths: ["email", "name", "parent"]));
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.BeforeNextRead = () => world.Users.Hidden.Add("phone");
        await world.CycleAsync();
        Assert.Empty(world.Writes);

        world.Users.Hidden.Clear();
        await world.QuiesceAsync();

        Assert.Equal("0", (string?)world.People["p01"]["parent"]);
        Assert.Empty(await world.OpenAsync());
    }

    private static async Task<World> LinkedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        return world;
    }
}
