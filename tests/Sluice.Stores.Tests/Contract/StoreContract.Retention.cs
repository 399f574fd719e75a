namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_is_older_than_it_is_to_be_kept_goes_and_what_was_moved_stays()
    {
        var link = await LinkAsync("c", "g");
        var (settled, open, create) = (
            await Store.BeginIntentAsync(Update("c", 0)), await Store.BeginIntentAsync(Update("c", 1)),
            await Store.BeginIntentAsync(Create("c2") with { Content = "sent", Side = Side.Right }));
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(1))
        {
            Settled = [settled], History = [MovedBy(settled)],
        });
        await Store.EndIntentAsync(create, IntentState.NotDone, "400", At(1));
        await Store.SavePlanAsync(Plan("f1", "create left for g1"));
        await Store.EndRunAsync(await Store.BeginRunAsync(At(1)), "{\"first\":1}", At(2), []);

        await Store.BeginRunAsync(At(90), At(0));
        Assert.NotNull(await Store.FindPlanAsync("hash"));
        Assert.Equal(3, Count("intents"));
        var run = await Store.BeginRunAsync(At(95), At(5));

        Assert.Null(await Store.FindPlanAsync("hash"));
        Assert.Equal([open], (await Store.OpenIntentsAsync(null)).Select(intent => intent.Id));
        Assert.Equal("Rev", Assert.Single(await Store.OpenIntentsAsync(null)).Sent["name"].Text);
        Assert.Equal((2, 1), (Count("intents"), Count("intent_values")));
        Assert.Equal(settled, Assert.Single(await Store.HistoryAsync(Company, 10)).Intent);

        // What ran last is told until another run has ended, and runs go on counting.
        Assert.Equal("{\"first\":1}", (await Store.LastRunAsync())!.Report);
        await Store.EndRunAsync(run, "{}", At(96), []);
        Assert.Equal(run + 1, await Store.BeginRunAsync(At(97), At(50)));
        Assert.Equal(run, (await Store.LastRunAsync())!.Id);
        Assert.Equal(3, Count("runs"));
    }

    [Fact]
    public async Task A_plan_stays_as_long_as_a_pairing_has_its_approval_or_it_is_made_anew()
    {
        await Store.PairingStateAsync(Pairing, "f1", Noon);
        await Store.SavePlanAsync(Plan("f1", "create left for g1"));
        await ApproveAsync("hash", 1);
        var other = new NewPlan("anew", Noon, new Dictionary<string, string> { [Other] = "f" }, []);
        await Store.SavePlanAsync(other);
        await Store.SavePlanAsync(other with { At = At(8) });

        await Store.BeginRunAsync(At(90), At(5));

        Assert.True(await Store.IsApprovedAsync(Pairing, "create left for g1"));
        Assert.NotNull(await Store.FindPlanAsync("anew"));
        await Store.BeginRunAsync(At(95), At(9));
        Assert.Null(await Store.FindPlanAsync("anew"));
    }

    [Fact]
    public async Task Of_plans_that_nobody_approved_the_newest_stay_and_so_does_one_whose_approval_waits()
    {
        await Store.PairingStateAsync(Pairing, "f1", Noon);
        await Store.SavePlanAsync(Plan("f1", "create left for g1"));
        await ApproveAsync("hash", 1);
        await SaveAsync("breaker", 0, isBreaker: true);
        await SaveAsync("asked", 1);
        await Store.LeaveAsync([new(0, "approve", "plan asked", """{"plan":"asked"}""", Noon)]);
        for (var i = 2; i <= 70; i++)
            await SaveAsync($"plan {i}", i);
        await SaveAsync("plan 65", 80);

        foreach (var kept in (string[])["hash", "breaker", "asked", "plan 21", "plan 70"])
            Assert.NotNull(await Store.FindPlanAsync(kept));
        Assert.Null(await Store.FindPlanAsync("plan 20"));
        Assert.Equal((53, 53), (Count("plans"), Count("plan_operations")));
    }

    [Fact]
    public async Task What_a_run_removes_of_old_plans_is_no_more_than_a_plan_that_is_large()
    {
        for (var i = 0; i < 4; i++)
            await Store.SavePlanAsync(new(
                $"plan {i}", At(i), new Dictionary<string, string> { [Pairing] = "f" },
                [.. Enumerable.Range(0, 300).Select(one => new PlannedOperation(Pairing, $"create {one}"))]));

        await Store.BeginRunAsync(At(90), At(10));
        Assert.Equal((2, 600), (Count("plans"), Count("plan_operations")));
        Assert.NotNull(await Store.FindPlanAsync("plan 2"));
        await Store.BeginRunAsync(At(95), At(10));
        Assert.Equal((0, 0), (Count("plans"), Count("plan_operations")));
    }

    [Fact]
    public async Task What_came_of_a_decision_is_kept_for_a_time_and_the_newest_for_good()
    {
        await Store.LeaveAsync([.. Enumerable.Range(0, 4).Select(one =>
            new InboxEntry(0, "pause", $"pause {one}", $"{one}", Noon))]);
        var left = (await Store.WaitingAsync()).Select(entry => entry.Id).ToList();
        foreach (var (at, id) in new[] { (1, left[0]), (5, left[1]), (2, left[3]) })
            await Store.SettleAsync(new(id, IsApplied: true, "done", At(at), []));

        await Store.BeginRunAsync(At(90), At(5));
        Assert.Equal([left[3], left[1]], (await Store.SettledAsync(9)).Select(entry => entry.Id));
        Assert.Equal(left[2], Assert.Single(await Store.WaitingAsync()).Id);
    }

    /// <summary>How many rows a table has.</summary>
    protected abstract int Count(string table);

    private ValueTask SaveAsync(string hash, int minute, bool isBreaker = false) =>
        Store.SavePlanAsync(
            new(hash, At(minute), new Dictionary<string, string> { [Pairing] = "f" }, [new(Pairing, "create")])
            {
                IsBreaker = isBreaker,
            });

    private static Intent Update(string origin, int minute) =>
        new(0, 1, Pairing, Side.Right, origin, "g", "{}", At(minute), IntentState.Open)
        {
            Sent = new Dictionary<string, FieldValue> { ["name"] = FieldValue.Of("Rev") },
        };

    private static HistoryEntry MovedBy(long intent) =>
        new(1, Pairing, "c", "g", Side.Right, "name", FieldValue.Null, FieldValue.Of("Rev"), "edited", 12, Noon)
        {
            Intent = intent,
        };
}
