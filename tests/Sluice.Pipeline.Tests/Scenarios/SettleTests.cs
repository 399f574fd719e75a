using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>What stood in a field before our own write is no edit before the system has settled, and one after
/// it.</summary>
public sealed class SettleTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F39_A_listing_that_shows_the_value_from_before_our_write_writes_nothing_back(bool delta)
    {
        await using var world = await LinkedAsync(delta);
        world.Users.IndexLag = Second * 8;
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);

        // Something else changes in the record while its listing is behind, so that it is looked at.
        world.Users.Edit("u01", "name", "Countess");
        var writes = 0;
        for (var i = 0; i < 15; i++)
        {
            await world.CycleAsync(Second);
            writes += world.Writes.Count(call => call.Body!.Contains("phone", StringComparison.Ordinal));
        }

        Assert.Equal(0, writes);
        Assert.Equal(("1", "1"), Phones(world));
        Assert.Equal("Countess", (string?)world.People["p01"]["name"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_A_record_read_from_a_copy_that_is_behind_writes_nothing_back()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);
        world.Users.ReadLag = Second * 5;
        world.People.Edit("p01", "name", "Ada L");

        var writes = 0;
        for (var i = 0; i < 10; i++)
        {
            await world.CycleAsync(Second);
            writes += world.Writes.Count();
        }

        Assert.Equal(1, writes);
        Assert.Equal(("1", "1"), Phones(world));
        Assert.Equal("Ada L", (string?)world.Users["u01"]["name"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_Values_from_before_several_writes_of_ours_are_no_edits_either()
    {
        await using var world = await LinkedAsync();
        world.Users.ReadLag = Second * 12;
        for (var i = 1; i <= 4; i++)
        {
            world.People.Edit("p01", "phone", $"{i}");
            await world.CycleAsync(Second * 5);
        }

        await world.QuiesceAsync();
        Assert.Equal(("4", "4"), Phones(world));
    }

    [Fact]
    public async Task F54_A_system_that_settles_after_its_answer_sees_one_write_and_no_flip()
    {
        await using var world = await LinkedAsync();
        world.Users.ReadLag = world.Users.IndexLag = Second * 5;
        world.Users.Answers = Stale;
        world.People.Edit("p01", "phone", "1");

        var writes = 0;
        for (var i = 0; i < 10; i++)
        {
            await world.CycleAsync(Second * 2);
            writes += world.Writes.Count();
        }

        Assert.Equal(1, writes);
        Assert.Equal(("1", "1"), Phones(world));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_What_both_agreed_on_before_the_value_we_wrote_over_is_no_edit_either()
    {
        await using var world = await LinkedAsync();
        world.Users.Edit("u01", "phone", "9");
        world.Clock.Advance(Second);
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);
        Assert.Equal(("1", "1"), Phones(world));

        // A copy that is further behind than the one the value was read from.
        world.Users.ReadLag = world.Users.IndexLag = Second * 9;
        var writes = 0;
        for (var i = 0; i < 15; i++)
        {
            await world.CycleAsync(Second);
            writes += world.Writes.Count();
        }

        Assert.Equal(0, writes);
        Assert.Equal(("1", "1"), Phones(world));
    }

    [Fact]
    public async Task F54_A_user_who_puts_the_old_value_back_is_heard_when_the_system_has_settled()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);
        world.Users.Edit("u01", "phone", "0");

        await world.CycleAsync(Second * 5);
        Assert.Equal(("1", "0"), Phones(world));
        Assert.Contains("before our write", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        await world.CycleAsync(Second * 30);
        Assert.Equal(("0", "0"), Phones(world));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_That_is_heard_even_where_the_record_is_listed_as_it_was_before_our_write()
    {
        await using var world = await LinkedAsync();
        world.Users.Hidden.Add("modified");
        world.People.Hidden.Add("modified");
        await world.CycleAsync();
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);
        Assert.Equal(("1", "1"), Phones(world));

        // Undone between two listings.
        world.Users.Edit("u01", "phone", "0");
        await world.CycleAsync(Second * 40);
        await world.QuiesceAsync();
        Assert.Equal(("0", "0"), Phones(world));
    }

    [Fact]
    public async Task F54_An_edit_that_came_and_went_between_two_listings_stands_nowhere()
    {
        await using var world = await LinkedAsync();
        world.Users.Hidden.Add("modified");
        world.People.Hidden.Add("modified");
        await world.CycleAsync();
        world.People.Edit("p01", "phone", "7");
        world.Users.BeforeNextRead = () => world.Users.Edit("u01", "phone", "7");
        await world.CycleAsync(Second);
        Assert.Equal(("7", "7"), Phones(world));

        world.Users.Edit("u01", "phone", "0");
        await world.CycleAsync(Second * 40);
        await world.QuiesceAsync();
        Assert.Equal(("0", "0"), Phones(world));
    }

    [Fact]
    public async Task F54_While_it_is_not_clear_nothing_is_asked_that_the_listing_shows()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);
        world.Users.Edit("u01", "phone", "0");
        await world.CycleAsync(Second * 5);

        await world.CycleAsync(Second * 5);

        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
    }

    [Fact]
    public async Task F54_Nothing_is_written_over_a_record_that_hides_our_last_write_and_so_what_was_edited_since()
    {
        await using var world = await LinkedAsync();
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);

        // Somebody edits the record behind our write, and nobody is shown either yet.
        world.Users.Edit("u01", "name", "Countess");
        world.Users.ReadLag = world.Users.IndexLag = Second * 12;
        world.People.Edit("p01", "phone", "2");
        world.People.Edit("p01", "email", "ada@y.no");
        await world.CycleAsync(Second * 5);
        Assert.Empty(world.Writes);
        Assert.Contains(
            await world.OpenAsync(),
            item => item.Kind == OpenKind.Waiting
                && item.Reason.Contains("does not show our write of '1' yet", StringComparison.Ordinal));

        world.Users.ReadLag = world.Users.IndexLag = TimeSpan.Zero;
        await world.QuiesceAsync();
        Assert.Equal(("2", "2"), Phones(world));
        Assert.Equal("Countess", (string?)world.People["p01"]["name"]);
        Assert.Equal("ada@y.no", (string?)world.Users["u01"]["email"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_A_value_that_the_answer_hides_is_sent_again_when_the_system_has_settled_without_it()
    {
        await using var world = await LinkedAsync();
        world.Users.Answers = Stale;

        // A user puts the old value back before we ever see ours.
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);
        world.Users.Edit("u01", "phone", "0");
        world.Users.Answers = null;
        await world.CycleAsync(Second * 10);
        Assert.Empty(world.Writes);

        await world.CycleAsync(Second * 30);
        Assert.Equal(("1", "1"), Phones(world));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_A_first_value_of_ours_that_shows_late_is_no_second_opinion()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.Answers = Stale;
        world.Users.ReadLag = world.Users.IndexLag = Second * 5;
        await world.CycleAsync(Second);
        Assert.Equal(("0", "0"), Phones(world));

        world.People.Edit("p01", "phone", "1");
        world.Users.Answers = null;
        await world.QuiesceAsync();
        Assert.Equal(("1", "1"), Phones(world));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_What_was_put_back_twice_is_left_alone_until_something_else_stands_there()
    {
        await using var world = await LinkedAsync();
        world.Users.Normalises = record => record["phone"] = "0";
        world.People.Edit("p01", "phone", "1");
        for (var i = 0; i < 4; i++)
            await world.CycleAsync(Second * 40);
        Assert.Empty(world.Writes);
        Assert.Equal(("1", "0"), Phones(world));

        world.Users.Normalises = null;
        world.Users.Edit("u01", "phone", "7");
        await world.QuiesceAsync();
        Assert.Equal(("7", "7"), Phones(world));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_What_we_wrote_for_one_pairing_is_known_to_the_others()
    {
        await using var world = await LinkedAsync();
        var staff = await ThirdAsync(world);

        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(Second);
        await world.CycleAsync(Second);
        Assert.Equal("1", (string?)staff["s01"]["phone"]);
        world.Users.ReadLag = Second * 20;
        staff.Edit("s01", "name", "Ada L");
        var writes = new List<Call>();
        for (var i = 0; i < 10; i++)
        {
            await world.CycleAsync(Second * 2);
            writes.AddRange(world.Writes);
        }

        Assert.DoesNotContain(writes, call => call.Body!.Contains("phone", StringComparison.Ordinal));
        Assert.Equal("1", (string?)staff["s01"]["phone"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F54_What_another_pairing_saw_before_the_value_we_wrote_over_is_no_edit_either(bool lostAnswer)
    {
        await using var world = await LinkedAsync();
        var staff = await ThirdAsync(world);
        var scope = new CycleScope { Pairing = "acme-people/beta-users" };
        world.Users.Answers = Stale;
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync(scope);
        world.Users.Answers = null;
        world.Clock.Advance(Second * 40);
        await world.CycleAsync(new CycleScope { Pairing = "beta-users/gamma-staff" });
        Assert.Equal("1", (string?)staff["s01"]["phone"]);

        // The field is empty for a moment, be it hidden.
        world.Users.Edit("u01", "phone", null);
        world.People.Edit("p01", "phone", "2");
        world.Users.NextAnswerIsLost = lostAnswer;
        await world.CycleAsync(scope);
        await world.CycleAsync(scope);
        Assert.Equal(("2", "2"), Phones(world));
        world.Users.ReadLag = world.Users.IndexLag = Second * 35;
        await world.CycleAsync(Second * 5);
        Assert.Equal(("2", "2"), Phones(world));

        world.Users.ReadLag = world.Users.IndexLag = TimeSpan.Zero;
        await world.QuiesceAsync();
        Assert.Equal(("2", "2"), Phones(world));
        Assert.Equal("2", (string?)staff["s01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_What_we_made_a_moment_ago_and_does_not_show_yet_is_not_gone()
    {
        await using var world = await JustMadeAsync();
        world.Users.IndexLag = world.Users.ReadLag = Second * 10;

        // Whoever takes over knows of what was made what the store knows.
        world.Restart();
        for (var i = 0; i < 8; i++)
        {
            await world.CycleAsync(Second * 2);
            Assert.Empty(world.Writes);
        }

        Assert.Equal((1, 1), (world.People.Count, world.Users.Count));
        Assert.Equal(LinkState.Live, Assert.Single(await world.LinksAsync()).State);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F54_What_is_gone_right_after_it_was_made_is_told_when_it_must_have_shown()
    {
        await using var world = await JustMadeAsync();
        world.Users.Delete("u01");
        await world.CycleAsync(Second * 5);
        Assert.Empty(world.Writes);

        await world.CycleAsync(Second * 40);
        Assert.Equal("delete", Assert.Single(world.Writes).Kind);
        Assert.Equal((0, 0), (world.People.Count, world.Users.Count));
    }

    private static async Task<FakeEntity> ThirdAsync(World world)
    {
        var gamma = new FakeSystem("Gamma", world.Clock, world.Points, world.Calls);
        world.Others.Add(gamma);
        world.With(new(
            "beta-users/gamma-staff", world.Users.Entity, gamma["Staff"].Entity, ["email"],
            ["email", "name", "phone"], createsRight: true));
        await world.GoLiveAsync();
        Assert.Equal(1, gamma["Staff"].Count);
        return gamma["Staff"];
    }

    private static async Task<World> JustMadeAsync()
    {
        var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.Options.Deletes.Set("acme-people/beta-users", DeletePolicy.Propagate);
        await world.GoLiveAsync();
        await world.CycleAsync(Second * 40);
        world.People.Add("Ada", "ada@x.no");
        await world.CycleAsync(Second);
        return world;
    }

    private static async Task<World> LinkedAsync(bool delta = false)
    {
        var world = await World.CreateAsync();
        world.Copies();
        if (delta)
            world.Users.Delta = new(world.Users);
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }

    private static void Stale(JsonObject before, JsonObject answer) => answer["phone"] = before["phone"]?.DeepClone();

    private static (string?, string?) Phones(World world) =>
        ((string?)world.People["p01"]["phone"], (string?)world.Users["u01"]["phone"]);
}
