namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task An_intent_survives_a_restart_with_all_it_says()
    {
        var intent = new Intent(0, 7, Pairing, Side.Right, "c", "g", "{\"name\":\"Rev\"}", At(3), IntentState.Open)
        {
            Sent = new Dictionary<string, FieldValue> { ["name"] = FieldValue.Of("Rev"), ["phone"] = FieldValue.Null },
            Versions = new Dictionary<string, long> { ["name"] = 7, ["phone"] = 0 },
            Identity = "of this intent",
        };
        var id = await Store.BeginIntentAsync(intent);
        await ReopenAsync();

        var open = Assert.Single(await Store.OpenIntentsAsync(Pairing));
        Assert.Equal(
            intent with { Id = id, Sent = open.Sent, Versions = open.Versions, Suspects = open.Suspects }, open);
        Assert.Equal(intent.Sent, open.Sent);
        Assert.Equal(intent.Versions, open.Versions);
        Assert.Empty(await Store.OpenIntentsAsync(Other));
    }

    [Fact]
    public async Task An_edit_that_is_written_over_is_known_until_something_else_is_known_to_stand_there()
    {
        var link = await LinkAsync("c", "g");
        await CarriedAsync("Ada", version: 5);
        await Store.BeginIntentAsync(Create("c") with
        {
            Overruled = [Of("name", "Eve", version: 5), Of("phone", "1", version: 5)],
        });
        await ReopenAsync();
        Assert.Equal(
            [
                Of("name", "Ada", version: 5) with { IsCopy = true, Newest = 5, Overruled = FieldValue.Of("Eve") },
                Of("phone", "1", version: 5) with { Newest = 5 },
            ],
            await MarksAsync());

        await CarriedAsync("Ada", version: 5);
        Assert.Equal("Eve", (await MarksAsync())[0].Overruled.ToString());
        await CarriedAsync("Bea", version: 7);
        Assert.Equal(Of("name", "Bea", version: 7) with { IsCopy = true, Newest = 7 }, (await MarksAsync())[0]);

        async Task<List<Mark>> MarksAsync() =>
            [.. (await Store.MarksAsync(link.Right)).OrderBy(mark => mark.Path, StringComparer.Ordinal)];

        Mark Of(string path, string value, long version) =>
            new(link.Right, path, FieldValue.Of(value), version, IsCopy: false);
        ValueTask CarriedAsync(string value, long version) => Store.MergeAsync(
            new(link.Id, [], Dirty: false, Noon) { Marks = [Of("name", value, version) with { IsCopy = true }] });
    }

    [Fact]
    public async Task An_unknown_outcome_stays_open_and_a_certain_one_does_not()
    {
        var first = await Store.BeginIntentAsync(Create("a"));
        var second = await Store.BeginIntentAsync(Create("b") with { Pairing = Other });
        await Store.EndIntentAsync(second, IntentState.Unknown, "no answer", At(1));

        Assert.Equal(
            [(first, IntentState.Open), (second, IntentState.Unknown)],
            (await Store.OpenIntentsAsync(null)).Select(intent => (intent.Id, intent.State)));

        await Store.EndIntentAsync(first, IntentState.NotDone, "400", At(2));
        await Store.EndIntentAsync(second, IntentState.NotDone, "looked for it", At(2));
        Assert.Empty(await Store.OpenIntentsAsync(null));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.EndIntentAsync(first, IntentState.Unknown, "late", At(3)));
    }

    [Fact]
    public async Task What_a_create_sent_is_known_when_it_is_settled()
    {
        var given = await Store.BeginIntentAsync(Create("a") with
        {
            Side = Side.Right,
            Content = "1",
            Sent = new Dictionary<string, FieldValue> { ["name"] = FieldValue.Of("Ada") },
            Versions = new Dictionary<string, long> { ["name"] = 7 },
        });
        var update = await Store.BeginIntentAsync(Create("a") with { Side = Side.Right, TargetKey = "b" });
        var back = await Store.BeginIntentAsync(Create("b") with { Content = "2" });
        var other = await Store.BeginIntentAsync(Create("a") with { Content = "3" });
        Assert.Empty(await Store.CreatesForAsync(Pairing, Side.Right, "a"));

        foreach (var intent in new[] { given, update, back, other })
            await Store.EndIntentAsync(intent, IntentState.NotDone, "not found", At(1));
        var create = Assert.Single(await Store.CreatesForAsync(Pairing, Side.Right, "a"));

        Assert.Equal((given, IntentState.NotDone), (create.Id, create.State));
        Assert.Equal("Ada", create.Sent["name"].ToString());
        Assert.Equal(7, create.Versions["name"]);
        Assert.Equal(back, Assert.Single(await Store.CreatesForAsync(Pairing, Side.Left, "b")).Id);
        Assert.Empty(await Store.CreatesForAsync(Pairing, Side.Right, "b"));
    }

    [Fact]
    public async Task What_a_create_may_have_made_is_kept_with_it()
    {
        var (id, other) = (await Store.BeginIntentAsync(Create("a")), await Store.BeginIntentAsync(Create("b")));
        await Store.SuspectAsync(id, ["g2", "g1"]);
        await Store.SuspectAsync(id, ["g2", "g3"]);

        var open = await Store.OpenIntentsAsync(Pairing);
        Assert.Equal(["g1", "g2", "g3"], open.Single(intent => intent.Id == id).Suspects.Order());
        Assert.Empty(open.Single(intent => intent.Id == other).Suspects);
    }

    [Fact]
    public async Task Done_is_said_by_what_a_write_led_to()
    {
        var id = await Store.BeginIntentAsync(Create("a"));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await Store.EndIntentAsync(id, IntentState.Done, reason: null, At(1)));
        Assert.Single(await Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task The_same_link_again_settles_its_intent()
    {
        await LinkAsync("c", "g");
        var intent = await Store.BeginIntentAsync(Create("g"));
        await Store.LinkAsync(new NewLink(Wanted("c", "g"), [], Dirty: false, At(1)) { Intent = intent });

        Assert.Empty(await Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task What_is_open_about_a_record_is_replaced_and_keeps_its_first_time()
    {
        await Store.OpenAsync(Item("c") with { Since = At(1), Basis = "b1" });
        var later = Item("c") with { Kind = OpenKind.Rejected, Reason = "409", Line = 14, Since = At(9), Basis = "b2" };
        await Store.OpenAsync(later);
        await ReopenAsync();
        Assert.Equal(later with { Since = At(1) }, Assert.Single(await Store.OpenItemsAsync(Pairing)));

        await Store.CloseAsync(Pairing, Side.Right, "c");
        Assert.Single(await Store.OpenItemsAsync(Pairing));
        await Store.CloseAsync(Pairing, Side.Left, "c");
        await Store.CloseAsync("unknown", Side.Left, "c");
        Assert.Empty(await Store.OpenItemsAsync(null));

        await Store.OpenAsync(later);
        Assert.Equal(At(9), Assert.Single(await Store.OpenItemsAsync(null)).Since);
    }

    [Fact]
    public async Task What_is_named_beside_an_item_is_open_with_it_and_keeps_its_first_time()
    {
        var refused = Item("c") with { Kind = OpenKind.Rejected, Since = At(1), Basis = "b1" };
        await Store.OpenAsync(refused);
        await Store.OpenAsync(Item("c") with { Since = At(9) }, refused);
        await ReopenAsync();
        Assert.Equal([Item("c") with { Since = At(1) }, refused], await Store.OpenItemsAsync(Pairing));

        await Store.OpenAsync(refused);
        Assert.Equal(refused, Assert.Single(await Store.OpenItemsAsync(Pairing)));
    }

    [Fact]
    public async Task What_a_record_was_seen_to_show_is_kept_with_what_is_open_about_it()
    {
        var record = Wanted("c", "g").Left;
        foreach (var (value, version) in new[] { ("new", 5), ("old", 3) })
            await Store.OpenAsync(Item("c"), [], [new(record, "name", FieldValue.Of(value), version, IsCopy: true)]);

        Assert.Equal(Item("c"), Assert.Single(await Store.OpenItemsAsync(Pairing)));
        Assert.Equal(
            [new(record, "name", FieldValue.Of("old"), 3, IsCopy: true) { Newest = 5 }],
            await Store.MarksAsync(record));
    }

    [Fact]
    public async Task Open_items_come_in_the_order_of_pairing_kind_side_and_key()
    {
        OpenItem[] ordered =
        [
            Item("z") with { Pairing = Other },
            Item("b"),
            Item("B") with { Side = Side.Right },
            Item("a") with { Side = Side.Right },
            Item("a") with { Kind = OpenKind.Review },
            Item("c") with { Kind = OpenKind.Rejected },
        ];
        foreach (var item in ordered.Reverse())
            await Store.OpenAsync(item);

        Assert.Equal(ordered, await Store.OpenItemsAsync(null));
        Assert.Equal(ordered[1..], await Store.OpenItemsAsync(Pairing));
        Assert.Empty(await Store.OpenItemsAsync("unknown"));
    }

    [Fact]
    public async Task A_plan_is_kept_as_it_was_made()
    {
        var plan = Plan("f1", "create left for g2", "create left for g1");
        await Store.SavePlanAsync(plan);
        await Store.SavePlanAsync(plan with { At = At(5) });
        await ReopenAsync();

        var kept = await Store.FindPlanAsync("hash");
        Assert.Equal(At(5), kept!.At);
        Assert.Equal(plan.Pairings, kept.Pairings);
        Assert.Equal(2, kept.Operations);
        Assert.Null(await Store.FindPlanAsync("other"));
    }

    [Fact]
    public async Task A_pairing_observes_until_its_plan_is_approved_and_then_does_exactly_that()
    {
        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f1", Noon));
        await Store.SavePlanAsync(Plan("f1", "create left for g1"));
        Assert.False(await Store.IsApprovedAsync(Pairing, "create left for g1"));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.GoLiveAsync(Pairing, Noon));

        await ApproveAsync("hash", 2);

        Assert.Equal(PairingState.Approved, await Store.PairingStateAsync(Pairing, "f1", At(3)));
        Assert.True(await Store.IsApprovedAsync(Pairing, "create left for g1"));
        Assert.False(await Store.IsApprovedAsync(Pairing, "create left for g2"));
        Assert.False(await Store.IsApprovedAsync(Other, "create left for g1"));

        await Store.GoLiveAsync(Pairing, At(4));
        await ReopenAsync();
        Assert.Equal(PairingState.Live, await Store.PairingStateAsync(Pairing, "f1", At(5)));
    }

    [Fact]
    public async Task A_changed_fingerprint_voids_the_approval()
    {
        await Store.PairingStateAsync(Pairing, "f1", Noon);
        await Store.SavePlanAsync(Plan("f1", "create left for g1"));
        await ApproveAsync("hash", 1);
        await Store.GoLiveAsync(Pairing, At(1));

        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f2", At(2)));
        Assert.False(await Store.IsApprovedAsync(Pairing, "create left for g1"));
        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f1", At(3)));
    }

    [Fact]
    public async Task An_approval_opens_only_pairings_that_still_are_what_was_planned()
    {
        var plan = new NewPlan(
            "both", Noon, new Dictionary<string, string> { [Pairing] = "f1", [Other] = "g1" },
            [new PlannedOperation(Other, "x")]);
        await Store.PairingStateAsync(Pairing, "f1", Noon);
        await Store.PairingStateAsync(Other, "g1", Noon);
        await Store.SavePlanAsync(plan);
        await Store.PairingStateAsync(Pairing, "f2", At(2));

        await ApproveAsync("both", 3);
        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f2", At(3)));
        Assert.Equal(PairingState.Approved, await Store.PairingStateAsync(Other, "g1", At(3)));
    }

    [Fact]
    public async Task An_approval_of_nothing_that_can_be_opened_opens_nothing()
    {
        await Store.PairingStateAsync(Pairing, "f2", Noon);
        await Store.SavePlanAsync(Plan("f1"));

        await ApproveAsync("hash", 1);
        await ApproveAsync("unknown", 2);

        Assert.Equal(PairingState.Observing, await Store.PairingStateAsync(Pairing, "f2", At(3)));
    }

    [Fact]
    public async Task The_last_run_is_the_newest_that_ended()
    {
        Assert.Null(await Store.LastRunAsync());
        var first = await Store.BeginRunAsync(At(1));
        var second = await Store.BeginRunAsync(At(2));
        await Store.BeginRunAsync(At(3));
        await Store.EndRunAsync(first, "{\"n\":1}", At(4), []);
        Assert.Equal(new StoredRun(first, At(1), At(4), "{\"n\":1}"), await Store.LastRunAsync());

        await Store.EndRunAsync(second, "{}", At(5), []);
        await ReopenAsync();
        Assert.Equal(second, (await Store.LastRunAsync())!.Id);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.EndRunAsync(99, "{}", At(6), []));
    }

    [Fact]
    public async Task Counts_say_where_every_pairing_stands()
    {
        Assert.Empty(await Store.CountsAsync());
        await Store.PairingStateAsync(Pairing, "f1", Noon);
        await Store.PairingStateAsync(Other, "g1", Noon);
        await LinkAsync("c1", "g1");
        await LinkAsync("c2", "g2");
        await LinkAsync("c3", "g1", LinkState.Negative);
        await Store.SetLinkStateAsync((await LinkAsync("c4", "g4")).Id, LinkState.Tombstone, At(1));
        await Store.OpenAsync(Item("w1"));
        await Store.OpenAsync(Item("w1") with { Side = Side.Right });
        await Store.OpenAsync(Item("r1") with { Kind = OpenKind.Review });
        await Store.OpenAsync(Item("x1") with { Kind = OpenKind.Rejected });
        await Store.EndIntentAsync(await Store.BeginIntentAsync(Create("i")), IntentState.Unknown, "no answer", At(1));
        await Store.EndIntentAsync(await Store.BeginIntentAsync(Create("j")), IntentState.NotDone, "400", At(1));

        Assert.Equal(
            [
                new PairingCounts(Other, PairingState.Observing, 0, 0, 0, 0, 0) { Fingerprint = "g1" },
                new PairingCounts(Pairing, PairingState.Observing, 2, 2, 1, 1, 1) { Fingerprint = "f1" },
            ],
            await Store.CountsAsync());
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            var intent = await Store.BeginIntentAsync(Create($"g{i}"));
            var link = new NewLink(Wanted($"c{i}", $"g{i}"), [Name], Dirty: i % 2 == 0, Noon);
            await Store.LinkAsync(link with { Intent = intent });
            await Store.FindLinkAsync(Pairing, Side.Left, $"c{i}");
        })));

        Assert.Equal(40, (await Store.LinksAsync(Pairing, 0, 100)).Count);
        Assert.Equal(20, (await Store.DirtyLinksAsync(Pairing, 0, 100)).Count);
        Assert.Empty(await Store.OpenIntentsAsync(null));
    }

    private Task ApproveAsync(string plan, int minute) => DecideAsync(minute, new PlanApproved(plan));

    private static NewPlan Plan(string fingerprint, params string[] operations) => new(
        "hash", Noon, new Dictionary<string, string> { [Pairing] = fingerprint },
        [.. operations.Select(operation => new PlannedOperation(Pairing, operation))]);
}
