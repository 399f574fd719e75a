namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    private static readonly RecordId Company = new(Companies, "c");

    [Fact]
    public async Task A_decision_waits_until_it_is_settled_and_is_settled_once()
    {
        await Store.LeaveAsync([Left("link", "{\"a\":1}"), Left("pause", "{}")]);
        await Store.LeaveAsync([Left("link", "{\"a\":1}")]);
        await ReopenAsync();
        var waiting = await Store.WaitingAsync();
        Assert.Equal(
            [("link", "about link", "{\"a\":1}", Noon), ("pause", "about pause", "{}", Noon)],
            waiting.Select(entry => (entry.Kind, entry.Subject, entry.Payload, entry.At)));

        await Store.SettleAsync(new(waiting[0].Id, IsApplied: true, "done", At(1), []));
        await Store.SettleAsync(new(waiting[1].Id, IsApplied: false, "no such pairing", At(2), []));
        await RefusedAsync(async () => await Store.SettleAsync(new(waiting[0].Id, IsApplied: true, "", At(3), [])));
        await RefusedAsync(async () => await Store.SettleAsync(new(99, IsApplied: true, "", At(3), [])));

        Assert.Empty(await Store.WaitingAsync());
        Assert.Equal(
            [("pause", false, "no such pairing", "", At(2)), ("link", true, "done", "", At(1))],
            (await Store.SettledAsync(10)).Select(entry =>
                (entry.Kind, entry.IsApplied, entry.Outcome, entry.Payload, entry.SettledAt!.Value)));
        Assert.Single(await Store.SettledAsync(1));

        // The same thing may be decided again later.
        await Store.LeaveAsync([Left("link", "{\"a\":1}")]);
        Assert.Single(await Store.WaitingAsync());
    }

    [Fact]
    public async Task What_a_decision_leads_to_is_stored_with_it_or_not_at_all()
    {
        await LinkAsync("c", "g");
        await Store.LeaveAsync([Left("link", "{}")]);
        var id = Assert.Single(await Store.WaitingAsync()).Id;

        await RefusedAsync(async () => await Store.SettleAsync(new(
            id, IsApplied: true, "", At(1), [new PairingPaused(Pairing, true), Linked("c", "other")])));

        Assert.Equal(id, Assert.Single(await Store.WaitingAsync()).Id);
        Assert.Empty(await Store.PausedAsync());
    }

    [Fact]
    public async Task A_person_links_and_takes_back_that_two_are_not_the_same()
    {
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right) with { Identity = new RecordId(Rings, "r") });
        await LinkAsync("c", "g", LinkState.Negative, Name);
        await Store.OpenAsync(Item("c"));

        await DecideAsync(1, Linked("c", "g"));

        var link = Assert.Single(await Store.LinksAsync(Pairing, 0, 10));
        Assert.Equal((LinkState.Live, LinkOrigin.Person), (link.Link.State, link.Link.Origin));
        Assert.Equal(new RecordId(Rings, "r"), link.Link.Right);
        Assert.Empty(link.Bases);
        Assert.Empty(await Store.OpenItemsAsync(null));
    }

    [Fact]
    public async Task A_link_that_was_brought_in_learns_which_physical_record_it_names()
    {
        await DecideAsync(0, Linked("c", "g"));
        Assert.Equal([new RecordId(Groups, "g")], await Store.LineageAsync(Company));

        await EnumerateAsync(Groups, 1, Seen("g", Side.Right) with { Identity = new RecordId(Rings, "r") });

        Assert.Equal([new RecordId(Rings, "r")], await Store.LineageAsync(Company));
        Assert.Equal([Company], await Store.LineageAsync(new RecordId(Rings, "r")));
    }

    [Fact]
    public async Task A_person_tells_apart_what_was_linked_and_what_never_was()
    {
        await LinkAsync("c", "g", LinkState.Live, Name);
        await Store.OpenAsync(Item("c"));
        var (ours, others) = (
            await Store.BeginIntentAsync(Update("c", "g")), await Store.BeginIntentAsync(Update("x", "y")));

        await DecideAsync(1, Parted("c", "g"));
        await DecideAsync(2, Parted("c", "h"));
        await DecideAsync(3, Parted("c", "h"));

        var links = (await Store.LinksAsync(Pairing, 0, 10)).Select(linked => linked.Link).ToList();
        Assert.Equal(
            [("g", LinkState.Negative), ("h", LinkState.Negative)], links.Select(link => (link.RightKey, link.State)));
        Assert.Equal(others, Assert.Single(await Store.OpenIntentsAsync(null)).Id);
        Assert.True(ours != others);
        Assert.Empty(await Store.OpenItemsAsync(null));
    }

    [Fact]
    public async Task F17_F20_Who_is_told_apart_has_no_link_that_ended_beside_and_no_lineage_by_it()
    {
        for (var minute = 1; minute <= 2; minute++)
        {
            var ended = await LinkAsync("c", "g", LinkState.Live, Name);
            await Store.SetLinkStateAsync(ended.Id, LinkState.Ended, At(minute));
        }

        await LinkAsync("d", "g");
        await DecideAsync(3, Parted("c", "g"));

        Assert.Null(await Store.FindEndedAsync(Pairing, Side.Left, "c"));
        Assert.Equal([new RecordId(Companies, "d")], await Store.LineageAsync(new RecordId(Groups, "g")));
        var apart = Assert.Single(await Store.LinksOfAsync(Company)).Link;
        Assert.Equal((LinkState.Negative, LinkOrigin.Match), (apart.State, apart.Origin));

        // What is said twice is said once.
        await DecideAsync(4, Parted("d", "g"));
        await DecideAsync(5, Parted("c", "g"), Parted("d", "g"));
        Assert.Equal(
            [("c", LinkState.Negative), ("d", LinkState.Negative)],
            (await Store.LinksAsync(Pairing, 0, 10)).Select(linked => (linked.Link.LeftKey, linked.Link.State))
                .Order());
        Assert.Empty(await Store.LineageAsync(new RecordId(Groups, "g")));
    }

    [Fact]
    public async Task An_unlinked_record_says_whom_it_was_told_apart_from_and_what_was_decided()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left), Seen("d", Side.Left));
        await DecideAsync(1, Parted("c", "g"));
        await DecideAsync(2, new RecordRuled(Pairing, Side.Left, "d", Ruling.Leave));
        await DecideAsync(3, new RecordRuled(Pairing, Side.Left, "d", Ruling.Create));

        Assert.Equal(
            [("c", "g", null), ("d", null, (Ruling?)Ruling.Create)],
            (await UnlinkedAsync(Side.Left)).Select(record => (record.Key, record.PartedFrom, record.Ruling)));
    }

    [Fact]
    public async Task What_was_decided_counts_from_when_it_was_said()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left), Seen("d", Side.Left));
        await DecideAsync(5, new RecordRuled(Pairing, Side.Left, "d", Ruling.Create));

        Assert.Equal(
            [("c", null), ("d", (DateTimeOffset?)Left("test", "{}").At)],
            (await UnlinkedAsync(Side.Left)).Select(record => (record.Key, record.RuledAt)));
    }

    [Fact]
    public async Task What_was_left_is_not_asked_again_until_it_gets_a_counterpart()
    {
        var gone = Item("c") with { Kind = OpenKind.Review, Cause = OpenCause.Gone };
        await Store.OpenAsync(gone);
        await DecideAsync(1, new RecordRuled(Pairing, Side.Left, "c", Ruling.Leave));
        Assert.Empty(await Store.OpenItemsAsync(null));
        await Store.OpenAsync(gone);
        Assert.Empty(await Store.OpenItemsAsync(null));
        await Store.OpenAsync(gone with { Cause = OpenCause.Other });
        Assert.Single(await Store.OpenItemsAsync(null));

        await LinkAsync("c", "g");
        await Store.OpenAsync(gone);
        Assert.Equal(gone, Assert.Single(await Store.OpenItemsAsync(Pairing, Side.Left, "c")));
    }

    [Fact]
    public async Task What_was_lost_and_seen_is_told_no_more_and_rules_nothing()
    {
        var lost = Item("c") with { Kind = OpenKind.Review, Cause = OpenCause.Lost };
        var gone = Item("c") with { Kind = OpenKind.Review, Cause = OpenCause.Gone };
        await Store.OpenAsync(lost, [gone]);

        await DecideAsync(1, new LossSeen(Pairing, Side.Left, "c"));

        Assert.Equal(gone, Assert.Single(await Store.OpenItemsAsync(null)));
        await Store.OpenAsync(gone);
        Assert.Equal(gone, Assert.Single(await Store.OpenItemsAsync(null)));
    }

    [Fact]
    public async Task A_tombstone_that_lives_again_ends_what_was_decided_about_it()
    {
        var link = await LinkAsync("c", "g");
        await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(1));
        await DecideAsync(2, new RecordRuled(Pairing, Side.Left, "c", Ruling.Leave));
        await Store.SetLinkStateAsync(link.Id, LinkState.Live, At(3));

        var gone = Item("c") with { Cause = OpenCause.Gone };
        await Store.OpenAsync(gone);
        Assert.Equal(gone, Assert.Single(await Store.OpenItemsAsync(null)));
    }

    [Fact]
    public async Task A_tombstone_that_is_lifted_lets_the_record_be_decided_anew()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left));
        var link = await LinkAsync("c", "g", LinkState.Live, Name);
        await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(1));
        Assert.Empty(await UnlinkedKeysAsync(Side.Left));

        await DecideAsync(2, new TombstoneLifted(link.Id));

        Assert.Equal(["c"], await UnlinkedKeysAsync(Side.Left));
        Assert.Null(await Store.FindLinkAsync(Pairing, Side.Left, "c"));
        Assert.True(Assert.Single(await UnlinkedAsync(Side.Left)).HasEnded);
    }

    [Fact]
    public async Task A_tombstone_that_is_lifted_still_says_what_stood_for_the_same_thing()
    {
        var link = await LinkAsync("c", "g", LinkState.Live, Name);
        await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(1));

        await DecideAsync(2, new TombstoneLifted(link.Id));
        await DecideAsync(3, new TombstoneLifted(link.Id));
        await LinkAsync("c", "h");

        var ended = (await Store.FindEndedAsync(Pairing, Side.Right, "g"))!;
        Assert.Equal((link.Id, LinkState.Ended), (ended.Link.Id, ended.Link.State));
        Assert.Equal(Name, Assert.Single(ended.Bases));
        Assert.Equal(
            [Company, new RecordId(Groups, "h")],
            (await Store.LineageAsync(new(Groups, "g"))).OrderBy(record => record.Entity));
        Assert.Equal(3, (await Store.SameThingAsync(Company)).Count);
    }

    [Fact]
    public async Task A_value_that_is_taken_moves_the_base_and_answers_that_field_alone()
    {
        var link = await LinkAsync("c", "g", LinkState.Live, Name);
        OpenItem Differing(string field) => Item("c") with
        {
            Kind = OpenKind.Review, Cause = OpenCause.Differing, Field = field, Left = FieldValue.Of("1"),
            Right = FieldValue.Of("2"),
        };
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(1))
        {
            Open = [Differing("name"), Differing("phone")],
        });
        Assert.Equal(Differing("name"), (await Store.OpenItemsAsync(Pairing, Side.Left, "c"))[0]);

        var taken = Name with { Left = FieldValue.Of("2"), Right = FieldValue.Of("2") };
        await DecideAsync(2, new ValueTaken(
            link.Id, taken, Side.Left, Moved("c", "g") with { Document = "k.rst" },
            [new(Company, "name", FieldValue.Of("1"), 7, IsCopy: false)]));

        var stored = await Store.FindLinkAsync(Pairing, Side.Left, "c");
        Assert.True(stored!.Link.IsDirty);
        Assert.Equal(taken, Assert.Single(stored.Bases));
        Assert.Equal(7, Assert.Single(await Store.MarksAsync(Company)).Version);
        Assert.Equal("phone", Assert.Single(await Store.OpenItemsAsync(null)).Field);
        await EnumerateAsync(Companies, 2, Seen("c", Side.Left));
        Assert.Equal("k.rst", Assert.Single(await Store.HistoryAsync(Company, 9)).Document);
    }

    [Fact]
    public async Task What_was_decided_of_two_is_known_of_their_thing_until_it_was_put_back_and_they_are_apart()
    {
        await FillAsync("c", "g", "k", "Rev");
        await FillAsync("c2", "g2", "k2", "Other");
        var link = (await Store.FindLinkAsync(Pairing, Side.Left, "c"))!.Link;
        Assert.Empty(await DecidedAsync(Person));
        HistoryEntry Of(string old, string taken) => Moved("c", "g") with
        {
            Run = 0, Old = FieldValue.Of(old), New = FieldValue.Of(taken),
        };

        foreach (var (minute, entry) in new[] { (1, Of("Rev", "Eva")), (2, Of("Eva", "Ada")) })
            await DecideAsync(minute, new ValueTaken(link.Id, Name, Side.Left, entry, []));
        foreach (var record in new[] { Person, link.Right, new RecordId(Customers, "k") })
            Assert.Equal(["Eva, not Rev", "Ada, not Eva"], (await DecidedAsync(record)).Reverse());
        Assert.Empty(await DecidedAsync(new RecordId(Companies, "c2")));

        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(3))
        {
            History = [Of("Ada", "Rev") with { Run = 1 }],
        });
        Assert.Equal(["Ada, not Eva"], await DecidedAsync(Person));
        await DecideAsync(4, Parted("c", "g"));
        Assert.Empty(await DecidedAsync(Person));

        async Task<IEnumerable<string>> DecidedAsync(RecordId record) =>
            (await Store.DecidedAsync(record)).Select(entry => $"{entry.New}, not {entry.Old}");
    }

    [Fact]
    public async Task A_pairing_is_paused_and_resumed_whether_it_was_met_or_not()
    {
        await DecideAsync(1, new PairingPaused(Pairing, true), new PairingPaused(Other, true));
        await DecideAsync(2, new PairingPaused(Other, false));
        await ReopenAsync();

        Assert.Equal([Pairing], await Store.PausedAsync());
        Assert.Equal([false, true], (await Store.CountsAsync()).Select(count => count.IsPaused));
    }

    [Fact]
    public async Task History_says_when_the_origin_was_first_seen_so_and_which_write_it_was()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left, minute: 3));
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right, minute: 4));
        var link = await LinkAsync("c", "g");
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(5))
        {
            History =
            [
                Moved("c", "g") with { Written = Side.Right, Document = "k.rst", Intent = 7 },
                Moved("c", "g"),
            ],
        });

        var history = await Store.HistoryAsync(new RecordId(Groups, "g"), 10);
        Assert.Equal(
            [(Side.Left, At(4), null, ""), (Side.Right, At(3), 7L, "k.rst")],
            history.Select(entry => (entry.Written, entry.SeenAt!.Value, entry.Intent, entry.Document)));
        Assert.Equal(history, await Store.HistoryAsync(Company, 10));
        Assert.Single(await Store.HistoryAsync(Company, 1));
        Assert.Empty(await Store.HistoryAsync(new RecordId(Groups, "c"), 10));
        Assert.Equal(link.Id, Assert.Single(await Store.LinksOfAsync(Company)).Link.Id);
        Assert.Empty(await Store.LinksOfAsync(new RecordId(Customers, "c")));
    }

    [Fact]
    public async Task The_last_moves_of_a_field_are_found_below_hundreds_of_others()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left));
        var link = await LinkAsync("c", "g");
        HistoryEntry Of(string field, int number) =>
            Moved("c", "g") with { Field = field, New = FieldValue.Of($"{field} {number}") };
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(5))
        {
            History =
            [
                Of("phone", 1), Of("email", 1), Of("phone", 2),
                .. Enumerable.Range(0, 600).Select(number => Of("name", number)),
            ],
        });

        async Task<string[]> LastAsync(int limit, params (string, string)[] fields) =>
            [.. (await Store.HistoryAsync(Company, fields, limit)).Select(entry => entry.New.ToString())];
        Assert.Equal(["phone 2", "phone 1"], await LastAsync(500, (Pairing, "phone")));
        Assert.Equal(["phone 2"], await LastAsync(1, (Pairing, "phone")));
        Assert.Equal(
            ["phone 2", "email 1", "phone 1"],
            await LastAsync(500, (Pairing, "email"), (Pairing, "phone"), (Other, "name")));
        Assert.Equal(500, (await LastAsync(500, (Pairing, "name"))).Length);
        Assert.Empty(await LastAsync(500, (Other, "phone")));
        Assert.Empty(await LastAsync(500));
        Assert.Empty(await Store.HistoryAsync(new RecordId(Groups, "c"), [(Pairing, "phone")], 10));
    }

    protected async Task DecideAsync(int minute, params DecisionEffect[] effects)
    {
        await Store.LeaveAsync([Left("test", "{}")]);
        var id = Assert.Single(await Store.WaitingAsync()).Id;
        await Store.SettleAsync(new(id, IsApplied: true, "done", At(minute), effects));
    }

    protected static PairLinked Linked(string left, string right) => new(new NewLink(
        Wanted(left, right) with { Origin = LinkOrigin.Person, Line = 0 }, [], Dirty: true, Noon));

    private static PairParted Parted(string left, string right) => new(new NewLink(
        Wanted(left, right, LinkState.Negative) with { Origin = LinkOrigin.Person, Line = 0 }, [], Dirty: false, Noon));

    private static Intent Update(string left, string right) =>
        new(0, 1, Pairing, Side.Right, left, right, "{}", Noon, IntentState.Open);

    private static InboxEntry Left(string kind, string payload) => new(0, kind, $"about {kind}", payload, Noon);
}
