namespace Sluice.Pipeline.Tests;

/// <summary>Deletes whose answer was lost, that arrive late, or that a crash cut short.</summary>
public sealed class LostDeleteTests
{
    [Fact]
    public async Task F17_A_delete_that_lost_its_answer_is_found_done_and_not_sent_again()
    {
        await using var world = await DeletedAsync();
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        Assert.Single(world.Writes);
        Assert.Contains("is not known", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
        Assert.Single(await world.Store.OpenIntentsAsync(null));

        var report = await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Equal(1, report.Pairings[0].Deleted);
        await AssertDoneAsync(world);
    }

    [Fact]
    public async Task F02_A_delete_that_arrives_late_is_waited_for_and_not_sent_again()
    {
        await using var world = await DeletedAsync();
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(20);
        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Contains(
            "it may still happen until", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        await world.CycleAsync(TimeSpan.FromSeconds(15));
        Assert.Empty(world.Writes);
        await AssertDoneAsync(world);
    }

    [Fact]
    public async Task F02_A_delete_that_never_arrives_is_sent_again_after_the_late_commit_bound()
    {
        await using var world = await DeletedAsync();
        world.Users.NextCommitIsLate = TimeSpan.FromDays(1);
        await world.CycleAsync();
        await world.CycleAsync(TimeSpan.FromMinutes(3));

        Assert.Single(world.Writes);
        await AssertDoneAsync(world);
    }

    [Fact]
    public async Task F17_An_edit_made_while_a_delete_is_under_way_stays_where_the_delete_never_arrives()
    {
        await using var world = await DeletedAsync();
        world.Users.NextCommitIsLate = TimeSpan.FromDays(1);
        await world.CycleAsync();
        world.Users.Edit("u01", "phone", "9");
        await world.CycleAsync();
        Assert.Contains("edited since", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);

        await world.CycleAsync(TimeSpan.FromMinutes(3));

        Assert.Empty(world.Writes);
        Assert.Equal("9", (string?)world.Users["u01"]["phone"]);
        Assert.Equal(OpenKind.Review, Assert.Single(await world.OpenAsync()).Kind);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F17_An_edit_that_a_late_delete_took_with_it_is_told()
    {
        await using var world = await DeletedAsync();
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(20);
        await world.CycleAsync();
        world.Users.Edit("u01", "phone", "9");
        await world.CycleAsync();
        await world.CycleAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(2, world.Users.Count);
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync())[0].State);
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal(OpenKind.Review, item.Kind);
        Assert.Contains("went with it", item.Reason, StringComparison.Ordinal);
        Assert.Contains("it is '9' and was '0'", item.Reason, StringComparison.Ordinal);
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task F17_What_a_late_delete_took_with_it_stays_told_where_a_listing_shows_the_record_once_more()
    {
        await using var world = await DeletedAsync();
        world.Users.ListsByStamp = true;
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(20);
        await world.CycleAsync();
        world.Users.Edit("u01", "phone", "9");
        await world.CycleAsync();
        await world.CycleAsync(TimeSpan.FromSeconds(15));
        var told = Assert.Single(await world.OpenAsync());

        world.Users.IndexLag = TimeSpan.FromSeconds(15);
        await world.CycleAsync();
        Assert.Contains(world.Calls, call => call is { Kind: "read", Key: "u01" });
        world.Users.IndexLag = TimeSpan.Zero;
        for (var i = 0; i < 3; i++)
            await world.CycleAsync();

        Assert.Equal(told, Assert.Single(await world.OpenAsync()));
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync())[0].State);
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
    }

    [Fact]
    public async Task F17_What_a_late_delete_took_with_it_is_told_until_a_person_has_seen_it()
    {
        await using var world = await TookAnEditAsync();
        Assert.Equal(OpenCause.Lost, Assert.Single(await world.OpenAsync()).Cause);

        var verdict = await world.DecideAsync(DecisionKind.Leave, Side.Right, "u01");
        Assert.True(verdict.IsApplied, verdict.Text);
        world.Users.IndexLag = TimeSpan.FromSeconds(30);
        await world.CycleAsync();
        Assert.Contains(world.Calls, call => call is { Kind: "read", Key: "u01" });
        world.Users.IndexLag = TimeSpan.Zero;
        await world.QuiesceAsync();

        Assert.Empty(await world.OpenAsync());
        Assert.False((await world.DecideAsync(DecisionKind.Leave, Side.Right, "nobody")).IsApplied);
    }

    [Fact]
    public async Task F17_Who_comes_back_is_asked_about_beside_what_a_late_delete_took_with_it()
    {
        await using var world = await TookAnEditAsync();
        world.People.Add("Ada", "Ada@x.no", "0", key: "p01");
        await world.QuiesceAsync();
        Assert.Equal(
            [("p01", OpenCause.Gone), ("u01", OpenCause.Lost)],
            (await world.OpenAsync()).Select(item => (item.Key, item.Cause)).Order());

        await world.DecideAsync(DecisionKind.Leave, Side.Right, "u01");
        await world.QuiesceAsync();

        Assert.Equal(("p01", OpenCause.Gone), Assert.Single((await world.OpenAsync()).Select(i => (i.Key, i.Cause))));
    }

    [Fact]
    public async Task F17_That_an_edit_was_lost_and_seen_says_nothing_of_a_record_that_comes_back()
    {
        await using var world = await TookAnEditAsync();
        await world.DecideAsync(DecisionKind.Leave, Side.Right, "u01");
        await world.QuiesceAsync();

        world.Users.Add("Ada", "Ada@x.no", "9", key: "u01");
        await world.QuiesceAsync();

        Assert.Equal(("u01", OpenCause.Gone), Assert.Single((await world.OpenAsync()).Select(i => (i.Key, i.Cause))));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(100_000)]
    public async Task F17_What_comes_back_while_a_delete_is_under_way_is_never_deleted_for_our_own_delete(int seconds)
    {
        await using var world = await DeletedAsync();
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(seconds);
        await world.CycleAsync();
        world.People.Add("Ada", "Ada@x.no", "0", key: "p01");
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        await world.CycleAsync(TimeSpan.FromMinutes(3));
        await world.QuiesceAsync();

        Assert.Equal("0", (string?)world.People["p01"]["phone"]);
        Assert.DoesNotContain(world.Calls, call => call.IsWrite);
        if (seconds > 1000)
        {
            Assert.Equal(LinkState.Live, (await world.LinksAsync())[0].State);
            Assert.Empty(await world.OpenAsync());
        }
        else
        {
            Assert.Equal(LinkState.Tombstone, (await world.LinksAsync())[0].State);
            Assert.Contains(
                "because its counterpart was gone, which is there again", Assert.Single(await world.OpenAsync()).Reason,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task F17_What_comes_back_after_we_deleted_its_counterpart_is_reviewed()
    {
        await using var world = await DeletedAsync();
        await world.CycleAsync();
        await AssertDoneAsync(world);
        world.People.Add("Ada", "Ada@x.no", "0", key: "p01");

        await world.QuiesceAsync();

        Assert.Equal((3, 2), (world.People.Count, world.Users.Count));
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Review, "p01"), (item.Kind, item.Key));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task F40_Dying_anywhere_while_deletes_are_propagated_repeats_and_loses_nothing(bool lost, bool both)
    {
        var last = int.MaxValue;
        var dead = 0;
        for (var point = 1; point <= last; point++)
        {
            await using var world = await DeletedAsync();
            world.Users.NextAnswerIsLost = lost;
            world.People.Delete("p02");
            world.Users.Edit("u02", "phone", "9");
            if (both)
                world.Users.Delete("u03");

            world.Points.DieAt(point);
            try
            {
                await world.CycleAsync();
                last = world.Points.Count;
            }
            catch (CrashException)
            {
                dead++;
            }

            var deletes = world.Writes.Count(call => call.Kind == "delete");
            var where = world.Points.Died ?? "nowhere";
            world.Restart();
            for (var i = 0; i < 4; i++)
            {
                await world.CycleAsync(TimeSpan.FromMinutes(1));
                deletes += world.Writes.Count(call => call.Kind == "delete");
                Assert.True(world.Writes.All(call => call.Kind == "delete"), where);
            }

            Assert.True(deletes <= (both ? 3 : 2), $"{where}: {deletes} deletes");
            string[] users = both ? ["u02"] : ["u02", "u03"];
            Assert.True(users.SequenceEqual(world.Users.Keys), $"{where}: {string.Join(' ', world.Users.Keys)}");
            Assert.True(world.People.Keys.SequenceEqual(both ? [] : ["p03"]), $"{where}");
            Assert.Equal("9", (string?)world.Users["u02"]["phone"]);
            Assert.True("u02" == (await world.OpenAsync()).Single().Key, where);
            Assert.Empty(await world.Store.OpenIntentsAsync(null));
            Assert.All(await world.LinksAsync(), link => Assert.False(link.IsDirty, where));
        }

        Assert.InRange(dead, 30, int.MaxValue);
    }

    [Fact]
    public async Task F45_What_a_user_deleted_before_we_learned_its_key_is_made_once_more_and_never_a_third_time()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada");
        await world.ApproveAsync(await world.CycleAsync());
        world.Users.NextAnswerIsLost = true;
        await world.CycleAsync();
        world.Users.Delete(world.Users.Keys.Single());

        // Whether it was never made or was deleted cannot be told apart: a person that is missing for ever is worse.
        var creates = 1;
        for (var i = 0; i < 10; i++)
        {
            await world.CycleAsync(TimeSpan.FromMinutes(1));
            creates += world.Writes.Count();
        }

        Assert.Equal(2, creates);
        Assert.Single(world.Users.Keys);
        Assert.Equal(LinkState.Live, Assert.Single(await world.LinksAsync()).State);

        world.Users.Delete(world.Users.Keys.Single());
        await world.QuiesceAsync();
        Assert.Empty(world.Users.Keys);
    }

    private static async Task<World> TookAnEditAsync()
    {
        var world = await DeletedAsync();
        world.Users.ListsByStamp = true;
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(20);
        await world.CycleAsync();
        world.Users.Edit("u01", "phone", "9");
        await world.CycleAsync();
        await world.CycleAsync(TimeSpan.FromSeconds(15));
        return world;
    }

    private static async Task AssertDoneAsync(World world)
    {
        Assert.Equal(2, world.Users.Count);
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync())[0].State);
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
    }

    private static async Task<World> DeletedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        world.Options.Deletes.Set("acme-people/beta-users", DeletePolicy.Propagate);
        foreach (var name in new[] { "Ada", "Bob", "Cy" })
        {
            world.People.Add(name, $"{name}@x.no", "0");
            world.Users.Add(name, $"{name}@x.no", "0");
        }

        await world.GoLiveAsync();
        await world.CycleAsync();
        world.People.Delete("p01");
        return world;
    }
}
