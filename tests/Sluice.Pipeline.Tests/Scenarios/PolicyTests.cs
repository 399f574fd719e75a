namespace Sluice.Pipeline.Tests;

public sealed class PolicyTests
{
    private const string Pairing = "acme-people/beta-users";

    [Theory]
    [InlineData("Acme", null, "a", "a")]
    [InlineData("beta", null, "b", "b")]
    [InlineData("Beta Users", null, "b", "b")]
    [InlineData(null, ConflictKind.Hold, "a", "b")]
    [InlineData("Beta", ConflictKind.Hold, "a", "b")]
    [InlineData("Beta", ConflictKind.Latest, "b", "b")]
    public async Task Both_edited_a_field_and_its_own_policy_decides(
        string? prefer, ConflictKind? conflict, string left, string right)
    {
        await using var world = await LinkedAsync();
        world.Options.Fields[Pairing] = new() { ["phone"] = new() { Prefer = prefer, Conflict = conflict } };
        Edit(world);

        await world.CycleAsync();

        Assert.Equal((left, right), Both(world, "phone"));
        Assert.Equal(("a", "a"), Both(world, "name"));
    }

    [Fact]
    public async Task A_field_goes_before_the_pairing_and_the_pairing_before_all()
    {
        await using var world = await LinkedAsync();
        world.Options.Conflict = ConflictKind.Hold;
        world.Options.Fields[Pairing] = new()
        {
            ["*"] = new() { Prefer = "Beta" },
            ["PHONE"] = new() { Prefer = "Acme" },
        };
        Edit(world);

        await world.CycleAsync();

        Assert.Equal(("a", "a"), Both(world, "phone"));
        Assert.Equal(("b", "b"), Both(world, "name"));
    }

    [Fact]
    public void A_system_on_both_sides_is_named_with_its_entity()
    {
        var pairing = new PairingDescriptor(
            "acme-people/acme-staff", "acme-acme.rst", new("Acme", "People", Creation.Never),
            new("Acme", "Staff", Creation.Never), [], []);

        Assert.Null(SystemNames.SideOf(pairing, "Acme"));
        Assert.Equal(Side.Right, SystemNames.SideOf(pairing, "acme staff"));
        Assert.Equal(["Acme People", "Acme Staff"], SystemNames.Of(pairing));
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

    private static void Edit(World world)
    {
        foreach (var field in new[] { "phone", "name" })
        {
            world.People.Edit("p01", field, "a");
            world.Users.Edit("u01", field, "b");
        }
    }

    private static (string?, string?) Both(World world, string field) =>
        ((string?)world.People["p01"][field], (string?)world.Users["u01"][field]);
}
