namespace Sluice.Pipeline.Tests;

public sealed class BlankTests
{
    private const string Was = "1";

    public static TheoryData<string, string, BlanksPolicy, string> Matrix => new()
    {
        // What the source shows, what the target shows, the policy, and the calls to the target that come of it.
        { "absent", "absent", BlanksPolicy.Clear, "" },
        { "absent", "null", BlanksPolicy.Clear, "" },
        { "absent", "value", BlanksPolicy.Clear, "" },
        { "null", "absent", BlanksPolicy.Clear, "" },
        { "null", "null", BlanksPolicy.Clear, "" },
        { "null", "value", BlanksPolicy.Clear, """update {"phone":null}""" },
        { "value", "absent", BlanksPolicy.Clear, "" },
        { "value", "null", BlanksPolicy.Clear, """update {"phone":"2"}""" },
        { "value", "value", BlanksPolicy.Clear, """update {"phone":"2"}""" },
        { "absent", "absent", BlanksPolicy.Keep, "" },
        { "absent", "null", BlanksPolicy.Keep, "" },
        { "absent", "value", BlanksPolicy.Keep, "" },
        { "null", "absent", BlanksPolicy.Keep, "" },
        { "null", "null", BlanksPolicy.Keep, "" },
        { "null", "value", BlanksPolicy.Keep, "" },
        { "value", "absent", BlanksPolicy.Keep, "" },
        { "value", "null", BlanksPolicy.Keep, """update {"phone":"2"}""" },
        { "value", "value", BlanksPolicy.Keep, """update {"phone":"2"}""" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task F28_What_the_source_shows_what_the_target_shows_and_the_policy_give_the_calls(
        string source, string target, BlanksPolicy blanks, string calls)
    {
        await using var world = await LinkedAsync(blanks);
        Show(world.People, "p01", source, edited: true);
        Show(world.Users, "u01", target, edited: false);

        await world.CycleAsync();

        Assert.Equal(calls, string.Join(';', world.Writes.Select(call => $"{call.Kind} {call.Body}")));
        Assert.All(world.Writes, call => Assert.Equal("Users", call.Entity));
    }

    [Fact]
    public async Task F28_A_blank_that_clears_nothing_gives_way_to_the_other_sides_next_value()
    {
        await using var world = await LinkedAsync(BlanksPolicy.Keep);
        world.People.Edit("p01", "phone", null);
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());

        world.Users.Edit("u01", "phone", "3");
        await world.CycleAsync();
        Assert.Equal("""{"phone":"3"}""", Assert.Single(world.Writes).Body);
        Assert.Equal("3", (string?)world.People["p01"]["phone"]);
    }

    [Fact]
    public async Task F28_The_policy_of_a_field_goes_before_that_of_its_pairing_and_of_all()
    {
        await using var world = await LinkedAsync(BlanksPolicy.Keep);
        world.Options.Fields["acme-people/beta-users"] = new()
        {
            ["*"] = new() { Blanks = BlanksPolicy.Clear },
            ["Name"] = new() { Blanks = BlanksPolicy.Keep },
        };
        world.People.Edit("p01", "phone", null);
        world.People.Edit("p01", "name", null);

        await world.CycleAsync();

        Assert.Equal("""{"phone":null}""", Assert.Single(world.Writes).Body);
    }

    private static async Task<World> LinkedAsync(BlanksPolicy blanks)
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.Options.Blanks = blanks;
        world.People.Add("Ada", "ada@x.no", Was);
        world.Users.Add("Ada", "ada@x.no", Was);
        await world.GoLiveAsync();
        Assert.Empty(await world.OpenAsync());
        return world;
    }

    // The target's null stands there since both sides agreed on it; the source's is a clearing.
    private static void Show(FakeEntity entity, string key, string state, bool edited)
    {
        if (state == "absent")
            entity.Hidden.Add("phone");
        else if (edited)
            entity.Edit(key, "phone", state == "null" ? null : "2");
        else if (state == "null")
            entity.Edit(key, "phone", null);
    }
}
