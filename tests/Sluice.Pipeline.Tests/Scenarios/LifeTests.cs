namespace Sluice.Pipeline.Tests;

public sealed class LifeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F17_F57_What_a_user_deleted_becomes_a_tombstone_and_is_never_made_again(bool left)
    {
        await using var world = await LinkedAsync();
        (left ? world.People : world.Users).Delete(left ? "p01" : "u01");

        await world.CycleAsync();
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync()).Single().State);
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, left ? "u01" : "p01"), (item.Kind, item.Key));
        Assert.Contains("is gone", item.Reason, StringComparison.Ordinal);

        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync(TimeSpan.FromMinutes(5));
            Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        }

        // Nor is it when the one that stayed is edited.
        (left ? world.Users : world.People).Edit(left ? "u01" : "p01", "phone", "1");
        await world.QuiesceAsync();
        Assert.Equal((left ? 0 : 1, left ? 1 : 0), (world.People.Count, world.Users.Count));
        Assert.Single(await world.OpenAsync());
    }

    [Fact]
    public async Task F17_What_comes_back_is_live_again_and_gets_what_it_missed()
    {
        await using var world = await LinkedAsync();
        world.Users.Delete("u01");
        await world.CycleAsync();
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync();
        world.Users.Add("Ada", "ada@x.no", "0", key: "u01");

        await world.CycleAsync();

        Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single().State);
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
        Assert.DoesNotContain(world.Writes, call => call.Kind == "create");
    }

    [Fact]
    public async Task F17_A_new_record_that_matches_the_one_left_behind_is_reviewed()
    {
        await using var world = await LinkedAsync();
        world.Users.Delete("u01");
        await world.CycleAsync();
        world.Users.Add("Ada", "ada@x.no", key: "u09");

        await world.CycleAsync();
        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Contains(
            await world.OpenAsync(),
            item => item is { Kind: OpenKind.Review, Key: "u09" }
                && item.Reason.Contains("which is gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task F17_Both_sides_deleted_is_a_tombstone_too()
    {
        await using var world = await LinkedAsync();
        world.Users.Delete("u01");
        world.People.Delete("p01");

        await world.QuiesceAsync();

        Assert.Equal((0, 0), (world.People.Count, world.Users.Count));
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync()).Single().State);
    }

    [Fact]
    public async Task F47_A_record_that_leaves_the_scope_and_returns_is_written_once_not_deleted_and_not_made_again()
    {
        await using var world = await LinkedAsync();
        world.Users["u01"]["outside"] = true;
        await world.CycleAsync();
        world.People.Edit("p01", "phone", "1");
        await world.CycleAsync();
        world.Users.Edit("u01", "name", "Ada L");
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Empty(await world.OpenAsync());
        Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single().State);

        world.Users["u01"].Remove("outside");
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Equal("Ada L", (string?)world.People["p01"]["name"]);
        Assert.DoesNotContain(world.Writes, call => call.Kind == "create");
        await world.CycleAsync();
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F47_A_hook_can_take_a_record_out_of_scope()
    {
        await using var world = await World.CreateAsync();
        var pairing = world.Mirrors();
        pairing.LeftScope = card => card.Name != "Guest";
        world.People.Add("Guest");
        world.People.Add("Ada");

        await world.GoLiveAsync();

        Assert.Equal("Ada", (string?)world.Users[world.Users.Keys.Single()]["name"]);
        world.People.Edit("p01", "name", "Gustav");
        await world.CycleAsync();
        Assert.Equal(2, world.Users.Count);
    }

    [Fact]
    public async Task F55_A_record_that_lacks_something_waits_and_goes_by_itself_once_it_has_it()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true).Demands = "email";
        world.People.Add("Ada");
        await world.GoLiveAsync();
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal(OpenKind.Waiting, item.Kind);
        Assert.Contains("Nothing supplies email", item.Reason, StringComparison.Ordinal);

        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        Assert.Equal(item, Assert.Single(await world.OpenAsync()));

        world.People.Edit("p01", "email", "ada@x.no");
        await world.CycleAsync();
        Assert.Equal("ada@x.no", (string?)world.Users[world.Users.Keys.Single()]["email"]);
        Assert.Empty(await world.OpenAsync());
        Assert.Single(await world.LinksAsync());
    }

    [Fact]
    public async Task F55_A_hook_that_changed_lets_go_what_waited_for_it()
    {
        await using var world = await World.CreateAsync();
        var pairing = world.Copies(createsRight: true);
        pairing.Demands = "email";
        world.People.Add("Ada");
        await world.GoLiveAsync();

        pairing.Demands = "name";
        await world.CycleAsync();

        Assert.Single(world.Users.Keys);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F55_What_a_right_kept_from_being_written_goes_by_itself_once_the_right_is_there()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.People.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        world.People.Add("Bob", "bob@x.no");
        world.People.Edit("p01", "phone", "1");
        world.Users.MayNotWrite = true;

        for (var i = 0; i < 2; i++)
        {
            await world.CycleAsync();
            Assert.Equal(
                [(OpenKind.Waiting, "p02"), (OpenKind.Waiting, "u01")],
                (await world.OpenAsync()).Select(item => (item.Kind, item.Key)));
            Assert.All(
                await world.OpenAsync(), item => Assert.Contains("403", item.Reason, StringComparison.Ordinal));
        }

        world.Users.MayNotWrite = false;
        await world.CycleAsync();
        Assert.Equal(["1", null], world.Users.Keys.Select(key => (string?)world.Users[key]["phone"]));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task What_waited_and_then_vanished_is_no_longer_listed()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true).Demands = "email";
        world.People.Add("Ada");
        await world.GoLiveAsync();
        Assert.Single(await world.OpenAsync());

        world.People.Delete("p01");
        await world.CycleAsync();

        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F49_A_pairing_that_is_new_to_an_old_store_looks_at_what_is_there()
    {
        await using var world = await LinkedAsync();
        world.With(new("acme-people/beta-users-too", world.People.Entity, world.Users.Entity, ["name"]));

        await world.GoLiveAsync();

        Assert.Single(await world.LinksAsync("acme-people/beta-users-too"));
    }

    [Fact]
    public async Task F49_A_field_that_a_document_gained_is_a_first_merge_after_an_approval()
    {
        await using var world = await World.CreateAsync();
        world.With(new("acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"], ["email"]));
        world.People.Add("Ada", "ada@x.no", "1");
        world.Users.Add("Ada", "ada@x.no");
        world.People.Add("Bob", "bob@x.no", "1");
        world.Users.Add("Bob", "bob@x.no", "2");
        await world.GoLiveAsync();

        world.Pairings.Clear();
        world.Copies();
        var planned = await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Equal(PairingState.Observing, planned.Pairings[0].State);
        Assert.Equal(
            [(PlanKind.Review, "p02"), (PlanKind.Update, "p01")],
            planned.Plan!.Items.Select(item => (item.Kind, item.Kind == PlanKind.Review ? "p02" : item.Key))
                .OrderByDescending(item => item.Kind));

        await world.ApproveAsync(planned);
        await world.CycleAsync();
        Assert.Equal(["1", "2"], world.Users.Keys.Select(key => (string?)world.Users[key]["phone"]));
    }

    [Fact]
    public async Task F49_A_mapping_that_changed_is_never_taken_for_an_edit()
    {
        await using var world = await LinkedAsync();
        world.Pairings.Clear();
        world.With(new(
            "acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"], ["phone"],
            leftPaths: ["name"]));

        var planned = await world.CycleAsync();
        Assert.Equal(PlanKind.Review, Assert.Single(planned.Plan!.Items).Kind);
        await world.ApproveAsync(planned);
        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Equal("0", (string?)world.Users["u01"]["phone"]);
        Assert.Equal(OpenKind.Review, Assert.Single(await world.OpenAsync()).Kind);
    }

    [Fact]
    public async Task F49_A_rule_that_changed_re_keys_what_was_seen_and_touches_no_link()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        world.People.Add("Bob", "bob@x.no");
        world.Users.Add("Bob", "robert@x.no");
        await world.GoLiveAsync();
        var links = await world.LinksAsync();

        world.Pairings.Clear();
        world.With(new("acme-people/beta-users", world.People.Entity, world.Users.Entity, ["name"], ["name"]));
        await world.GoLiveAsync();

        Assert.Equal(links.Single(), (await world.LinksAsync())[0]);
        Assert.Equal(("p02", "u02"), (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey)).Last());
    }

    private static async Task<World> LinkedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        return world;
    }
}
