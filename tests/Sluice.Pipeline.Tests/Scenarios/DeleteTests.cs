namespace Sluice.Pipeline.Tests;

public sealed class DeleteTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F17_A_delete_is_propagated_once_journalled_and_told(bool left)
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        (left ? world.People : world.Users).Delete(left ? "p01" : "u01");

        var report = await world.CycleAsync();

        var delete = Assert.Single(world.Writes);
        Assert.Equal(("delete", left ? "u01" : "p01"), (delete.Kind, delete.Key));
        Assert.Equal(1, report.Pairings[0].Deleted);
        Assert.Equal((2, 2), (world.People.Count, world.Users.Count));
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync())[0].State);
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        var entry = Assert.Single(
            await world.Store.LastWritesAsync(
                (await world.LinksAsync())[0], left ? Side.Right : Side.Left, "", limit: 5));
        Assert.Equal($"deleted: {(left ? "Acme People p01" : "Beta Users u01")} is gone", entry.Rule);

        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync();
            Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        }
    }

    [Fact]
    public async Task F17_The_policy_may_differ_by_the_system_that_lost_the_record()
    {
        await using var world = await LinkedAsync(DeletePolicy.Ask);
        world.Options.Deletes.Set("acme-people/beta-users", DeletePolicy.Propagate, "acme");
        world.People.Delete("p01");
        world.Users.Delete("u02");

        await world.QuiesceAsync();

        Assert.Equal(["p02", "p03"], world.People.Keys);
        Assert.Equal(["u03"], world.Users.Keys);
        Assert.Equal("p02", Assert.Single(await world.OpenAsync()).Key);
    }

    [Theory]
    [InlineData(DeletePolicy.Ask)]
    [InlineData(DeletePolicy.Ignore)]
    [InlineData(DeletePolicy.Unlink)]
    [InlineData(DeletePolicy.Propagate)]
    public async Task F17_An_edit_beats_a_delete_whatever_the_policy(DeletePolicy policy)
    {
        await using var world = await LinkedAsync(policy);
        world.People.Delete("p01");
        world.Users.Edit("u01", "phone", "9");

        await world.QuiesceAsync();

        Assert.Equal("9", (string?)world.Users["u01"]["phone"]);
        Assert.Equal((2, 3), (world.People.Count, world.Users.Count));
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, "u01"), (item.Kind, item.Key));
        Assert.Contains("phone was edited since: it is '9' and was '0'", item.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F17_A_field_that_is_not_shown_may_hold_an_edit_and_keeps_its_record()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.People.Delete("p01");
        world.Users.Hidden.Add("phone");
        world.Users.IsHidden = key => key == "u01";

        await world.QuiesceAsync();

        Assert.Equal(3, world.Users.Count);
        Assert.Contains("phone is not shown", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F17_What_is_unlinked_is_made_no_counterpart_but_may_find_one()
    {
        await using var world = await LinkedAsync(DeletePolicy.Unlink);
        world.People.Delete("p01");
        await world.QuiesceAsync();
        Assert.Equal((2, 3), (world.People.Count, world.Users.Count));
        Assert.Equal(LinkState.Ended, (await world.LinksAsync())[0].State);
        Assert.Empty(await world.OpenAsync());

        world.People.Add("Ada", "ada@x.no", "0", key: "p09");
        await world.QuiesceAsync();

        Assert.Equal((3, 3), (world.People.Count, world.Users.Count));
        Assert.Contains(
            await world.LinksAsync(),
            link => link is { State: LinkState.Live, LeftKey: "p09", RightKey: "u01", Origin: LinkOrigin.Match });
    }

    [Fact]
    public async Task F17_What_is_asked_about_a_delete_is_still_asked_when_the_record_that_stays_cannot_be_read()
    {
        await using var world = await LinkedAsync(DeletePolicy.Ask);
        world.People.Delete("p01");
        await world.QuiesceAsync();
        var asked = Assert.Single(await world.OpenAsync());
        world.Users.Edit("u01", "phone", "9");
        world.Users.BeforeNextRead = () => world.Users.Broken.Add("u01");
        await world.CycleAsync();
        Assert.Equal(
            [OpenKind.Waiting, OpenKind.Review], (await world.OpenAsync()).Select(item => item.Kind).Order());
        Assert.Contains(asked.Reason, (await world.OpenAsync()).Select(item => item.Reason));

        world.Users.Broken.Clear();
        await world.QuiesceAsync();

        Assert.Equal(asked.Reason, Assert.Single(await world.OpenAsync()).Reason);
    }

    [Fact]
    public async Task F17_A_link_that_ended_lives_again_when_its_record_is_back()
    {
        await using var world = await LinkedAsync(DeletePolicy.Unlink);
        world.People.Delete("p01");
        await world.QuiesceAsync();
        world.Users.Edit("u01", "phone", "5");
        await world.QuiesceAsync();

        world.People.Add("Ada", "ada@x.no", "0", key: "p01");
        await world.QuiesceAsync();

        Assert.Equal(3, (await world.LinksAsync()).Count(link => link.State == LinkState.Live));
        Assert.Equal("5", (string?)world.People["p01"]["phone"]);
    }

    [Fact]
    public async Task F17_Deleted_and_made_again_with_the_same_address_is_linked_anew_and_deletes_nothing()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.People.Delete("p01");
        world.People.Add("Ada", "ada@x.no", "7", key: "p09");

        await world.QuiesceAsync();

        Assert.Equal((3, 3), (world.People.Count, world.Users.Count));
        Assert.Contains(
            await world.LinksAsync(), link => link is { State: LinkState.Live, LeftKey: "p09", RightKey: "u01" });
    }

    [Fact]
    public async Task F17_What_its_system_keeps_or_our_settings_protect_is_not_deleted()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.Users.RefusesDeletes = "409: in use";
        world.People.Delete("p01");
        await world.CycleAsync();
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal(OpenKind.Rejected, item.Kind);
        Assert.Contains("refused the delete: 409: in use", item.Reason, StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));

        (world.Users.RefusesDeletes, world.Users.NoDelete) = (null, "Beta Users has no delete");
        world.People.Delete("p02");
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Contains(
            await world.OpenAsync(),
            open => open is { Kind: OpenKind.Review, Key: "u02" }
                && open.Reason.Contains("Beta Users has no delete", StringComparison.Ordinal));

        world.Users.NoDelete = null;
        world.Beta.Self = new(world.Users.Entity, "u03");
        world.Restart();
        world.People.Delete("p03");
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Contains(
            await world.OpenAsync(),
            open => open is { Kind: OpenKind.Waiting, Key: "u03" }
                && open.Reason.Contains("never deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task F17_A_read_only_system_keeps_its_records_until_it_may_be_written()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.Policies["Beta"] = new(ReadOnly: true, AllowCredentialWrites: true);
        world.Restart();
        world.People.Delete("p01");
        await world.CycleAsync();
        Assert.Contains(
            "read-only", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        world.Policies.Clear();
        world.Restart();
        await world.CycleAsync();
        Assert.Equal(2, world.Users.Count);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F14_An_empty_listing_deletes_nothing_and_is_not_believed()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.Users.ListsNothing = true;
        world.People.Add("New", "new@x.no");
        world.Users.Add("New", "new@x.no");

        var report = await world.CycleAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(world.Writes);
        Assert.Contains("left out u01, which is there", report.Pairings[0].Problem, StringComparison.Ordinal);
        Assert.Equal(3, (await world.LinksAsync()).Count);

        world.Users.ListsNothing = false;
        await world.QuiesceAsync();
        Assert.Equal((4, 4), (world.People.Count, world.Users.Count));
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));
    }

    [Fact]
    public async Task F14_Without_the_question_by_key_an_empty_listing_does_damage()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.Options.Protections = Protections.Without([Protection.VerifyDeletes]);
        world.Restart();
        world.Users.ListsNothing = true;

        await world.CycleAsync();

        Assert.Equal(3, world.Writes.Count(call => call.Kind == "delete"));
    }

    [Fact]
    public async Task F14_A_record_that_is_there_and_cannot_be_read_keeps_no_listing_from_being_complete()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.Users.Broken.Add("u01");
        world.Users.HidesBrokenKeys = true;
        world.Users.Delete("u02");

        var report = await world.CycleAsync(TimeSpan.FromMinutes(5));

        Assert.True(report.Listings.Single(listed => listed.Entity == "Beta Users").Complete);
        Assert.Contains(report.Listings.SelectMany(listed => listed.Bad), bad => bad.Key == "u01");
        Assert.Equal("p02", Assert.Single(world.Writes, call => call.Kind == "delete").Key);

        world.Users.Broken.Clear();
        world.Users.Edit("u01", "phone", "9");
        await world.QuiesceAsync();
        Assert.Equal("9", (string?)world.People["p01"]["phone"]);
        Assert.Equal(2, world.People.Count);
    }

    [Fact]
    public async Task F14_However_many_records_cannot_be_read_at_once_none_of_them_is_gone()
    {
        await using var world = await LinkedAsync(
            DeletePolicy.Propagate, [.. Enumerable.Range(1, 30).Select(i => $"Name {i}")]);
        world.Users.Broken.UnionWith(world.Users.Keys);
        world.Users.HidesBrokenKeys = true;

        var report = await world.CycleAsync(TimeSpan.FromMinutes(5));

        var bad = report.Listings.Single(listed => listed.Entity == "Beta Users").Bad.Select(element => element.Key);
        Assert.Superset(world.Users.Keys.ToHashSet(), bad.ToHashSet());
        Assert.Empty(world.Writes);
        Assert.All(await world.LinksAsync(), link => Assert.Equal(LinkState.Live, link.State));
    }

    [Fact]
    public async Task F14_Answers_by_key_that_cannot_be_read_say_of_an_empty_listing_that_it_is_none()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.Users.ListsNothing = true;
        world.Users.Broken.UnionWith(world.Users.Keys);

        var report = await world.CycleAsync(TimeSpan.FromMinutes(5));

        Assert.False(report.Listings.Single(listed => listed.Entity == "Beta Users").Complete);
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task F12_A_record_that_the_listing_shows_but_its_key_does_not_find_is_not_gone_yet()
    {
        await using var world = await LinkedAsync(DeletePolicy.Propagate);
        world.People.Edit("p01", "phone", "2");
        world.Users.HiddenByKey.Add("u01");
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Equal(LinkState.Live, (await world.LinksAsync())[0].State);
        Assert.Contains(
            "not found by its key", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        world.Users.HiddenByKey.Clear();
        await world.CycleAsync();
        Assert.Equal("2", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Theory]
    [InlineData(DeletePolicy.Ask)]
    [InlineData(DeletePolicy.Ignore)]
    [InlineData(DeletePolicy.Unlink)]
    [InlineData(DeletePolicy.Propagate)]
    public async Task F18_A_record_that_was_merged_into_another_is_reviewed_and_nothing_is_created(DeletePolicy policy)
    {
        await using var world = await LinkedAsync(policy);
        world.Users.Delete("u02");
        world.Users.Merged["u02"] = "u01";

        await world.QuiesceAsync();

        Assert.Equal((3, 2), (world.People.Count, world.Users.Count));
        Assert.DoesNotContain(world.Calls, call => call.IsWrite);
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, "p02"), (item.Kind, item.Key));
        Assert.Contains("was merged into u01, which is linked to p01", item.Reason, StringComparison.Ordinal);
    }

    private static async Task<World> LinkedAsync(DeletePolicy policy, params string[] names)
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.Options.Deletes.Set("acme-people/beta-users", policy);
        foreach (var name in names.Length > 0 ? names : ["Ada", "Bob", "Cy"])
        {
            var address = $"{name.Replace(' ', '.')}@x.no";
            world.People.Add(name, address, "0");
            world.Users.Add(name, address, "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        return world;
    }
}
