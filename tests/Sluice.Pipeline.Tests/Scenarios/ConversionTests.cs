namespace Sluice.Pipeline.Tests;

/// <summary>Values that are converted on their way, and those that cannot be.</summary>
public sealed class ConversionTests
{
    private static readonly ValueText Number = new(
        text => Cast.Integer(FieldValue.Of(text)), value => value.ToString());

    private static readonly ValueText Numbers = new(
        text => Cast.Integer(FieldValue.Of([.. text.Split(',').Select(part => FieldValue.Of(part))])),
        value => string.Join(',', value.List!));

    [Fact]
    public async Task What_cannot_be_converted_is_listed_with_its_line_and_key_and_stops_nothing_else()
    {
        await using var world = await LinkedAsync(ValuePairing.Field(Canonical.Text), Number, "7");
        world.People.Add("Bob", "bob@x.no", "1");
        world.Users.Add("Bob", "bob@x.no", "1");
        await world.CycleAsync();

        world.People.Edit("p01", ValuePairing.Path, "twelve");
        world.People.Edit("p02", ValuePairing.Path, "2");
        await world.CycleAsync();

        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal(
            (OpenKind.Waiting, Side.Left, "p01", "cards.rst:30: 'twelve' is not an integer", 30),
            (item.Kind, item.Side, item.Key, item.Reason, item.Line));
        Assert.Equal("7", (string?)world.Users["u01"][ValuePairing.Path]);
        Assert.Equal("2", (string?)world.Users["u02"][ValuePairing.Path]);
    }

    [Fact]
    public async Task A_value_that_stays_bad_costs_no_call_and_is_carried_once_it_is_good()
    {
        await using var world = await LinkedAsync(ValuePairing.Field(Canonical.Text), Number, "7");
        world.People.Edit("p01", ValuePairing.Path, "twelve");
        await world.CycleAsync();

        await world.CycleAsync();
        Assert.DoesNotContain(world.Calls, call => call.Kind is "read" or "update");
        Assert.Single(await world.OpenAsync());

        world.People.Edit("p01", ValuePairing.Path, "12");
        await world.CycleAsync();
        Assert.Empty(await world.OpenAsync());
        Assert.Equal("12", (string?)world.Users["u01"][ValuePairing.Path]);
    }

    [Fact]
    public async Task A_bad_value_that_becomes_what_it_was_is_no_longer_listed()
    {
        await using var world = await LinkedAsync(ValuePairing.Field(Canonical.Text), Number, "7");
        world.Users.Edit("u01", ValuePairing.Path, "twelve");
        await world.CycleAsync();
        Assert.Single(await world.OpenAsync());

        world.Users.Edit("u01", ValuePairing.Path, "7");
        await world.CycleAsync();
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task Nothing_is_written_over_a_value_that_cannot_be_read()
    {
        await using var world = await LinkedAsync(ValuePairing.Field(Canonical.Text), Number, "7");
        world.Users.Edit("u01", ValuePairing.Path, "twelve");
        world.People.Edit("p01", ValuePairing.Path, "8");
        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Equal("cards.rst:30: 'twelve' is not an integer", Assert.Single(await world.OpenAsync()).Reason);
    }

    [Fact]
    public async Task A_list_is_carried_without_what_cannot_be_converted_which_is_listed()
    {
        await using var world = await LinkedAsync(ValuePairing.Field(Canonical.Text), Numbers, "1,2");
        world.People.Edit("p01", ValuePairing.Path, "1,two,3");
        await world.CycleAsync();

        Assert.Equal("1,3", (string?)world.Users["u01"][ValuePairing.Path]);
        Assert.Equal("cards.rst:30: 'two' is not an integer", Assert.Single(await world.OpenAsync()).Reason);

        await world.CycleAsync();
        Assert.DoesNotContain(world.Calls, call => call.Kind is "read" or "update");
        Assert.Single(await world.OpenAsync());
    }

    [Fact]
    public async Task What_flows_one_way_leaves_the_far_side_as_a_user_left_it_until_the_source_changes()
    {
        var field = ValuePairing.Field(Canonical.Text) with { OneWay = Side.Right };
        await using var world = await LinkedAsync(field, ValueText.Plain, "a");

        world.Users.Edit("u01", ValuePairing.Path, "b");
        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());

        world.People.Edit("p01", ValuePairing.Path, "c");
        await world.CycleAsync();
        Assert.Equal(("c", "c"), Both(world));

        world.Users.Edit("u01", ValuePairing.Path, "");
        await world.CycleAsync();
        Assert.Equal(("c", ""), Both(world));
    }

    [Fact]
    public async Task What_an_answer_does_not_contain_is_not_made_up_by_a_conversion()
    {
        var dash = new ValueText(ValueText.Plain.Read, value => value.ToString()) { OfNull = FieldValue.Of("-") };
        var field = ValuePairing.Field(Canonical.Text) with { Conversion = "a dash for nothing" };
        await using var world = await LinkedAsync(field, dash, "a");

        world.People["p01"].Remove(ValuePairing.Path);
        await world.CycleAsync();
        Assert.Equal("a", (string?)world.Users["u01"][ValuePairing.Path]);
        Assert.Empty(world.Writes);
    }

    private static async Task<World> LinkedAsync(FieldDescriptor field, ValueText text, string shows)
    {
        var world = await World.CreateAsync();
        world.Pairings.Add(new ValuePairing(field, text, text));
        world.People.Add("Ada", "ada@x.no", shows);
        world.Users.Add("Ada", "ada@x.no", shows);
        await world.GoLiveAsync();
        return world;
    }

    private static (string? Left, string? Right) Both(World world) =>
        ((string?)world.People["p01"][ValuePairing.Path], (string?)world.Users["u01"][ValuePairing.Path]);
}
