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

    /// <summary>How many rows a table has.</summary>
    protected abstract int Count(string table);

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
