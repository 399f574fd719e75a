namespace Sluice.Pipeline.Tests;

public sealed class EditTests
{
    [Fact]
    public async Task An_edit_on_either_side_reaches_the_other_and_then_nothing_is_written_and_only_listings_are_read()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", "1");
        world.Users.Edit("u01", "name", "Ada Lovelace");

        var report = await world.CycleAsync();
        Assert.Equal("1", Phone(world.Users["u01"]));
        Assert.Equal("Ada Lovelace", Name(world.People["p01"]));
        Assert.Equal(
            [("name", Side.Left, "edited in Beta only", 31), ("phone", Side.Right, "edited in Acme only", 32)],
            report.Pairings[0].Moves.OrderBy(move => move.Field)
                .Select(move => (move.Field, move.Written, move.Rule, move.Line)));
        Assert.Equal(2, report.Pairings[0].Updated);

        for (var i = 0; i < 2; i++)
        {
            await world.CycleAsync();
            Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        }
    }

    [Fact]
    public async Task F05_A_write_carries_the_changed_fields_and_nothing_else()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", "1");

        await world.CycleAsync();

        Assert.Equal("""{"phone":"1"}""", Assert.Single(world.Writes).Body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F05_What_a_user_edits_between_our_read_and_our_write_survives(bool left)
    {
        await using var world = await LinkedAsync();
        var (source, target) = left ? (world.People, world.Users) : (world.Users, world.People);
        var (from, to) = left ? ("p01", "u01") : ("u01", "p01");
        source.Edit(from, "phone", "1");
        target.BeforeNextWrite = () => target.Edit(to, "name", "Ada Lovelace");

        await world.CycleAsync();

        Assert.Equal(("1", "Ada Lovelace"), (Phone(target[to]), Name(target[to])));
        await world.QuiesceAsync();
        Assert.Equal(("1", "Ada Lovelace"), (Phone(source[from]), Name(source[from])));
    }

    [Fact]
    public async Task A_clearing_is_an_edit_like_any_other()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", null);

        await world.CycleAsync();

        Assert.Null(Phone(world.Users["u01"]));
    }

    [Theory]
    [InlineData(ConflictKind.Prefer, "Beta", "2", "2")]
    [InlineData(ConflictKind.Prefer, null, "1", "1")]
    [InlineData(ConflictKind.Latest, null, "1", "1")]
    [InlineData(ConflictKind.Hold, null, "1", "2")]
    public async Task Both_edited_one_field_and_the_policy_decides(
        ConflictKind kind, string? preferred, string left, string right)
    {
        await using var world = await LinkedAsync();
        world.Options.Conflict = kind;
        if (preferred is not null)
            world.Options.Preferred["acme-people/beta-users"] = preferred;
        world.People.Edit("p01", "phone", "1");
        world.Users.Edit("u01", "phone", "2");

        await world.CycleAsync();

        Assert.Equal((left, right), (Phone(world.People["p01"]), Phone(world.Users["u01"])));
        var open = await world.OpenAsync();
        if (kind != ConflictKind.Hold)
            Assert.Empty(open);
        else
            Assert.Equal((OpenKind.Review, 32), open.Select(item => (item.Kind, item.Line)).Single());
    }

    [Fact]
    public async Task What_was_held_is_settled_by_whoever_makes_both_sides_equal()
    {
        await using var world = await LinkedAsync();
        world.Options.Conflict = ConflictKind.Hold;
        world.People.Edit("p01", "phone", "1");
        world.Users.Edit("u01", "phone", "2");
        await world.CycleAsync();
        world.Users.Edit("u01", "phone", "1");

        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData("Acme")]
    [InlineData("Beta")]
    public async Task F60_The_edit_that_was_certainly_later_wins_whoever_is_preferred(string preferred)
    {
        await using var world = await LinkedAsync();
        world.Options.Preferred["acme-people/beta-users"] = preferred;

        // The stamp there says that its edit came before the listing of before, in which this record still showed the
        // old value.
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        world.People.Edit("p01", "phone", "1");
        world.Users.Edit("u01", "phone", "2");
        world.Users["u01"]["modified"] = world.Clock.GetUtcNow().AddMinutes(-10);
        await world.CycleAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("1", "1"), (Phone(world.People["p01"]), Phone(world.Users["u01"])));
    }

    [Fact]
    public async Task F60_An_edit_that_waited_does_not_pass_for_a_new_one()
    {
        await using var world = await LinkedAsync();
        world.Options.Conflict = ConflictKind.Latest;
        world.Options.Preferred["acme-people/beta-users"] = "Beta";
        world.Users.NextIsNotDone = true;
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(TimeSpan.FromMinutes(5));

        // The waiting edit here is older than the one there, although this record changed once more since.
        world.Users.Edit("u01", "phone", "2");
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.People.Edit("p01", "name", "Ada L");
        await world.CycleAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("2", Phone(world.People["p01"]));
        Assert.Equal("Ada L", Name(world.Users["u01"]));
    }

    [Fact]
    public async Task F23_What_differs_by_case_blanks_or_composition_matches_and_is_left_as_it_is()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ren\u00e9", "REN\u00c9@x.no\u00a0");
        world.Users.Add("  Rene\u0301 ", "rene\u0301@x.no");

        await world.GoLiveAsync();

        Assert.Single(await world.LinksAsync());
        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F23_An_accent_makes_another_address()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Jose", "jose@x.no");
        world.Users.Add("Jose", "jos\u00e9@x.no");

        await world.GoLiveAsync();

        Assert.Empty(await world.LinksAsync());
    }

    [Theory]
    [InlineData(null, "7", "7", "7")]
    [InlineData("", "7", "7", "7")]
    [InlineData("7", null, "7", "7")]
    [InlineData("7", " ", "7", "7")]
    [InlineData("7", "8", "7", "8")]
    [InlineData(null, "", null, "")]
    public async Task In_a_first_merge_a_value_beats_a_blank_and_two_values_are_held_and_shown(
        string? left, string? right, string? leftThen, string? rightThen)
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", left);
        world.Users.Add("Ada", "ada@x.no", right);

        var plan = await world.CycleAsync();
        await world.ApproveAsync(plan);
        await world.CycleAsync();

        Assert.Equal((leftThen, rightThen), (Phone(world.People["p01"]), Phone(world.Users["u01"])));
        var held = left == "7" && right == "8";
        Assert.Equal(
            held,
            plan.Plan!.Items.Any(item =>
                item.Kind == PlanKind.Review && item.Text.Contains("two different values", StringComparison.Ordinal)));
        Assert.Equal(held ? 1 : 0, (await world.OpenAsync()).Count);
    }

    [Fact]
    public async Task F28_F48_A_property_that_vanished_from_the_answers_changes_nothing()
    {
        await using var world = await LinkedAsync();
        world.Users.Hidden.Add("email");
        world.Users.Hidden.Add("phone");

        await world.CycleAsync();
        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F48_An_edit_made_while_the_other_side_does_not_show_the_field_waits_and_is_not_lost()
    {
        await using var world = await LinkedAsync();
        world.Users.Hidden.Add("phone");
        world.People.Edit("p01", "phone", "1");

        await world.CycleAsync();
        Assert.Contains("does not show phone", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));

        world.Users.Hidden.Clear();
        await world.CycleAsync();
        Assert.Equal("1", Phone(world.Users["u01"]));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F07_An_edit_that_shows_only_in_the_answer_to_our_write_is_merged_at_once()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", "1");
        world.Users.BeforeNextWrite = () => world.Users.Edit("u01", "name", "Countess");

        await world.CycleAsync();

        Assert.Equal("Countess", Name(world.People["p01"]));
        Assert.Equal("1", Phone(world.Users["u01"]));
        await world.CycleAsync();
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task What_a_system_makes_of_a_value_flows_back_once_and_then_rests()
    {
        await using var world = await LinkedAsync();
        world.Users.Normalises = stored =>
            stored["phone"] = ((string?)stored["phone"])?.Replace(" ", "", StringComparison.Ordinal);
        world.People.Edit("p01", "phone", "22 33 44");

        await world.CycleAsync();
        Assert.Equal("223344", Phone(world.People["p01"]));
        await world.CycleAsync();
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F54_An_answer_that_shows_the_value_from_before_our_write_is_no_edit()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", "1");
        world.Users.Answers = (before, answer) => answer["phone"] = before["phone"]?.DeepClone();

        await world.CycleAsync();
        Assert.Single(world.Writes);
        Assert.Equal("1", Phone(world.People["p01"]));
        Assert.Contains("still shows", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F44_A_field_that_a_system_puts_back_is_written_twice_and_then_shown()
    {
        await using var world = await LinkedAsync();
        world.Users.Normalises = stored => stored["phone"] = "0";
        world.People.Edit("p01", "phone", "1");
        var writes = 0;
        for (var i = 0; i < 5; i++)
        {
            await world.CycleAsync(TimeSpan.FromMinutes(5));
            writes += world.Writes.Count();
        }

        Assert.Equal(2, writes);
        Assert.Contains(
            "still shows '0'; it is not sent again", Assert.Single(await world.OpenAsync()).Reason,
            StringComparison.Ordinal);
    }

    private static async Task<World> LinkedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }

    private static string? Phone(System.Text.Json.Nodes.JsonObject record) => (string?)record["phone"];

    private static string? Name(System.Text.Json.Nodes.JsonObject record) => (string?)record["name"];
}
