namespace Sluice.Pipeline.Tests;

public sealed class DecisionTests
{
    [Fact]
    public async Task F21_An_unlinked_pair_is_not_linked_again_and_nothing_is_made_for_either()
    {
        await using var world = await LinkedAsync();
        await world.UnlinkAsync("p01", "u01");

        for (var round = 0; round < 10; round++)
            await world.CycleAsync(TimeSpan.FromMinutes(5));
        world.People.Edit("p01", "phone", "9");
        await world.QuiesceAsync();

        Assert.Equal(LinkState.Negative, (await world.LinksAsync()).Single().State);
        Assert.Equal((1, 1), (world.People.Count, world.Users.Count));
        Assert.Equal("0", (string?)world.Users["u01"]["phone"]);
        var items = await world.OpenAsync();
        Assert.Equal([(Side.Left, "p01"), (Side.Right, "u01")], items.Select(item => (item.Side, item.Key)));
        Assert.All(items, item =>
        {
            Assert.Equal((OpenKind.Review, OpenCause.Parted), (item.Kind, item.Cause));
            Assert.Contains("nothing is made for it without a decision", item.Reason, StringComparison.Ordinal);
        });

        // By hand it is linked again, and gets what it missed as a first merge.
        Assert.True((await world.LinkAsync("p01", "u01")).IsApplied);
        await world.CycleAsync();
        var link = Assert.Single(await world.LinksAsync());
        Assert.Equal((LinkState.Live, LinkOrigin.Person), (link.State, link.Origin));
        Assert.DoesNotContain(world.Writes, call => call.Kind == "create");
        Assert.DoesNotContain(await world.OpenAsync(), item => item.Cause == OpenCause.Parted);
    }

    [Fact]
    public async Task What_is_gone_is_not_linked_by_hand_before_it_is_there_again()
    {
        await using var world = await World.CreateAsync();
        world.With(new("acme-people/beta-users", world.People.Entity, world.Users.Entity, ["email"]));
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "countess@x.no");
        await world.GoLiveAsync();
        world.Users.Delete("u01");
        await world.QuiesceAsync();

        var refused = await world.LinkAsync("p01", "u01");
        Assert.False(refused.IsApplied);
        Assert.Contains("Beta Users u01 is gone", refused.Text, StringComparison.Ordinal);

        world.Users.Add("Ada", "countess@x.no", key: "u01");
        await world.CycleAsync();
        Assert.True((await world.LinkAsync("p01", "u01")).IsApplied);
    }

    [Fact]
    public async Task F21_What_was_told_apart_gets_a_counterpart_or_stays_alone_as_a_person_decides()
    {
        await using var world = await LinkedAsync();
        await world.UnlinkAsync("p01", "u01");
        await world.CycleAsync();

        await world.DecideAsync(DecisionKind.Leave, Side.Right, "u01");
        await world.DecideAsync(DecisionKind.Again, Side.Left, "p01");
        await world.QuiesceAsync();

        Assert.Equal((1, 2), (world.People.Count, world.Users.Count));
        Assert.Empty(await world.OpenAsync());
        Assert.Equal(
            [("p01", "u01", LinkState.Negative), ("p01", "u02", LinkState.Live)],
            (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey, link.State)));

        // Whoever was left may be asked about again, by the one who decided.
        await world.DecideAsync(DecisionKind.Again, Side.Right, "u01");
        await world.QuiesceAsync();
        Assert.Equal((2, 2), (world.People.Count, world.Users.Count));
    }

    [Fact]
    public async Task F19_Of_several_candidates_exactly_the_one_is_linked_that_a_person_names()
    {
        await using var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no");
        world.People.Add("Ada", "ADA@x.no");
        world.Users.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        Assert.All(await world.OpenAsync(), item => Assert.Equal(OpenCause.Candidates, item.Cause));
        Assert.Equal(3, (await world.OpenAsync()).Count);

        await world.LinkAsync("p02", "u01");
        await world.CycleAsync();

        Assert.Equal(("p02", "u01"), (await world.LinksAsync()).Select(link => (link.LeftKey, link.RightKey)).Single());
        Assert.Equal("p01", Assert.Single(await world.OpenAsync()).Key);

        // The other one is told apart too: then nothing is left to decide.
        await world.UnlinkAsync("p01", "u01");
        await world.CycleAsync();
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F20_Nobody_gets_a_second_counterpart_by_hand_either()
    {
        await using var world = await LinkedAsync();
        world.Users.Add("Other", "other@x.no", key: "u09");
        world.People.Add("Third", "third@x.no", key: "p09");
        await world.CycleAsync();

        var refused = await world.LinkAsync("p01", "u09");
        Assert.False(refused.IsApplied);
        Assert.Contains(
            "Acme People p01 is linked to Beta Users u01", refused.Refused.Single().Reason, StringComparison.Ordinal);
        Assert.Contains("sluice unlink", refused.Refused.Single().Reason, StringComparison.Ordinal);
        Assert.Contains(
            "no record 'nobody'", (await world.LinkAsync("nobody", "u01")).Text, StringComparison.Ordinal);
        Assert.Contains("There is no pairing", (await world.DecideAsync(new(DecisionKind.Link)
        {
            Pairs = [new("acme/none", "p01", "u01")],
        })).Text, StringComparison.Ordinal);
        Assert.Empty(await world.Store.WaitingAsync());

        // What the store could not know when it was left is refused by the owner, in words.
        await new DecisionDesk(world.Store, world.Pairings, world.Clock).LeaveAsync(
            new PersonDecision(DecisionKind.Link) { Pairs = [new("acme-people/beta-users", "p09", "u01")] });
        await world.CycleAsync();
        var settled = (await world.Store.SettledAsync(1)).Single();
        Assert.False(settled.IsApplied);
        Assert.Contains("Acme People p09 is linked to Beta Users u02", settled.Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F56_A_decision_is_applied_once_at_the_start_of_the_next_cycle_and_by_the_owner_only()
    {
        await using var world = await LinkedAsync();
        await world.UnlinkAsync("p01", "u01");
        await world.UnlinkAsync("p01", "u01");
        Assert.Single(await world.Store.WaitingAsync());
        Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single().State);

        await world.CycleAsync();
        Assert.Equal(LinkState.Negative, (await world.LinksAsync()).Single().State);
        var settled = await world.Store.SettledAsync(1);
        Assert.Contains("told apart", settled[0].Outcome, StringComparison.Ordinal);

        await world.LinkAsync("p01", "u01");
        await world.CycleAsync();
        await world.CycleAsync();
        Assert.Equal(LinkState.Live, (await world.LinksAsync()).Single().State);
        Assert.Empty(await world.Store.WaitingAsync());
    }

    [Fact]
    public async Task F56_A_crash_at_any_point_leaves_a_decision_waiting_or_applied_and_never_half()
    {
        for (var point = 1; ; point++)
        {
            await using var world = await LinkedAsync();
            await world.UnlinkAsync("p01", "u01");
            world.Points.DieAt(point);
            try
            {
                await world.CycleAsync();
            }
            catch (CrashException)
            {
            }

            var died = world.Points.Died;
            world.Restart();
            await world.QuiesceAsync();
            Assert.Equal(LinkState.Negative, (await world.LinksAsync()).Single().State);
            Assert.Equal((1, 1), (world.People.Count, world.Users.Count));
            Assert.Equal(2, (await world.OpenAsync()).Count);
            if (died is null)
                return;
        }
    }

    [Fact]
    public async Task A_decision_of_a_newer_program_is_refused_and_the_cycle_goes_on()
    {
        await using var world = await LinkedAsync();
        await world.Store.LeaveAsync([new(0, "teleport", "teleport p01", "{}", world.Clock.GetUtcNow())]);
        await world.Store.LeaveAsync([new(0, "link", "link p01", "{broken", world.Clock.GetUtcNow())]);

        await world.CycleAsync();

        Assert.All(await world.Store.SettledAsync(2), entry =>
        {
            Assert.False(entry.IsApplied);
            Assert.Contains("does not know the decision", entry.Outcome, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(Side.Left, "1")]
    [InlineData(Side.Right, "2")]
    public async Task Of_two_values_that_differ_the_one_goes_that_a_person_takes(Side winner, string value)
    {
        await using var world = await DifferingAsync();
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal(
            (OpenCause.Differing, "phone", FieldValue.Of("1"), FieldValue.Of("2")),
            (item.Cause, item.Field, item.Left, item.Right));

        Assert.True((await TakeAsync(world, item, winner)).IsApplied);
        await world.CycleAsync();

        Assert.Equal((value, value), ((string?)world.People["p01"]["phone"], (string?)world.Users["u01"]["phone"]));
        Assert.Empty(await world.OpenAsync());
        await world.CycleAsync();
        Assert.Empty(world.Writes);
        Assert.Contains(
            await world.Store.HistoryAsync(new(world.People.Entity, "p01"), 10),
            entry => entry.Rule.StartsWith("a person decided", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_was_held_by_the_policy_goes_when_a_person_takes_it()
    {
        await using var world = await LinkedAsync();
        world.Options.Conflict = ConflictKind.Hold;
        world.People.Edit("p01", "phone", "1");
        world.Users.Edit("u01", "phone", "2");
        await world.CycleAsync();
        Assert.Empty(world.Writes);

        await TakeAsync(world, Assert.Single(await world.OpenAsync()), Side.Right);
        await world.CycleAsync();

        Assert.Equal("2", (string?)world.People["p01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
        await world.CycleAsync();
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task A_decision_about_values_that_have_changed_since_is_refused()
    {
        await using var world = await DifferingAsync();
        var item = Assert.Single(await world.OpenAsync());
        world.People.Edit("p01", "phone", "3");
        await world.CycleAsync();

        var verdict = await TakeAsync(world, item, Side.Left);

        Assert.False(verdict.IsApplied);
        Assert.Contains("'3' and '2' now", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_came_after_the_decision_is_not_overwritten_by_it()
    {
        await using var world = await DifferingAsync();
        world.Options.Conflict = ConflictKind.Hold;
        await TakeAsync(world, Assert.Single(await world.OpenAsync()), Side.Left);
        world.Users.Edit("u01", "phone", "5");

        await world.CycleAsync();

        Assert.Equal(("1", "5"), ((string?)world.People["p01"]["phone"], (string?)world.Users["u01"]["phone"]));
        Assert.Equal(FieldValue.Of("5"), Assert.Single(await world.OpenAsync()).Right);
    }

    [Fact]
    public async Task F57_What_a_user_deleted_is_made_again_only_by_decision_and_once()
    {
        await using var world = await LinkedAsync();
        world.Users.Delete("u01");
        await world.CycleAsync();
        Assert.Equal(OpenCause.Gone, Assert.Single(await world.OpenAsync()).Cause);

        Assert.True((await world.DecideAsync(DecisionKind.Again, Side.Left, "p01")).IsApplied);
        await world.QuiesceAsync();

        Assert.Equal((1, 1), (world.People.Count, world.Users.Count));
        Assert.Equal("ada@x.no", (string?)world.Users[world.Users.Keys.Single()]["email"]);
        Assert.Equal(
            [LinkState.Ended, LinkState.Live], (await world.LinksAsync()).Select(link => link.State));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F57_What_a_person_left_is_not_asked_again_even_when_it_is_edited()
    {
        await using var world = await LinkedAsync();
        world.Users.Delete("u01");
        await world.CycleAsync();

        await world.DecideAsync(DecisionKind.Leave, Side.Left, "p01");
        await world.CycleAsync();
        Assert.Empty(await world.OpenAsync());
        world.People.Edit("p01", "phone", "9");
        await world.QuiesceAsync();

        Assert.Empty(await world.OpenAsync());
        Assert.Equal((1, 0), (world.People.Count, world.Users.Count));
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync()).Single().State);
    }

    [Fact]
    public async Task F58_Five_thousand_links_from_another_tool_create_nothing()
    {
        const int Many = 5000;
        await using var world = await World.CreateAsync();
        world.Copies(createsLeft: true, createsRight: true);
        (world.People.PageSize, world.Users.PageSize) = (500, 500);
        for (var i = 0; i < Many; i++)
        {
            world.People.Add($"Person {i}", $"p{i}@x.no", key: $"p{i:0000}");
            world.Users.Add($"Person {i}", $"u{i}@y.no", key: $"u{i:0000}");
        }

        List<KeyPair> pairs =
        [
            .. Enumerable.Range(0, Many).Select(i =>
                new KeyPair("acme-people/beta-users", $"p{i:0000}", $"u{i:0000}", i + 2)),
            new("acme-people/beta-users", "p0000", "u0001", Many + 2), new("acme/none", "p0000", "u0000", Many + 3),
        ];
        var verdict = await world.DecideAsync(new(DecisionKind.Link) { Pairs = pairs });
        Assert.Equal([Many + 2, Many + 3], verdict.Refused.Select(row => row.Pair.Line));
        Assert.Contains("by line 2", verdict.Refused[0].Reason, StringComparison.Ordinal);

        var planned = (await world.PlanAsync()).Plan!;
        Assert.DoesNotContain(planned.Items, item => item.Kind is PlanKind.Create or PlanKind.Link);
        Assert.Equal(Many, (await world.Store.CountsAsync()).Single().Links);

        await world.ApproveAsync(await world.CycleAsync());
        await world.CycleAsync();
        Assert.DoesNotContain(world.Writes, call => call.Kind == "create");
        Assert.Equal((Many, Many), (world.People.Count, world.Users.Count));
    }

    [Fact]
    public async Task F58_An_imported_link_to_a_record_that_is_not_there_becomes_a_question()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada");
        await world.LinkAsync("p01", "u77");

        await world.GoLiveAsync();

        Assert.Empty(world.Writes);
        Assert.Equal(OpenCause.Gone, Assert.Single(await world.OpenAsync()).Cause);
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

    private static async Task<World> DifferingAsync()
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "1");
        world.Users.Add("Ada", "ada@x.no", "2");
        await world.GoLiveAsync();
        return world;
    }

    private static Task<Verdict> TakeAsync(World world, OpenItem item, Side winner) =>
        world.DecideAsync(new PersonDecision(DecisionKind.Take)
        {
            Pairing = item.Pairing, Side = item.Side, Key = item.Key, Field = item.Field, Winner = winner,
            LeftValue = item.Left.ToStored(), RightValue = item.Right.ToStored(),
        });
}
