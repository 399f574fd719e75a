namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    private static readonly RecordId Person = new(Companies, "c");

    [Fact]
    public async Task Forgetting_erases_a_thing_on_all_its_sides_and_nothing_else()
    {
        await FillAsync("c", "g", "k", "Rev");
        await FillAsync("c2", "g2", "k2", "Other");
        Assert.Equal(
            [new(Customers, "k"), Person, new(Groups, "g"), new(Rings, "ring-g")], await Store.SameThingAsync(Person));

        var link = (await Store.FindLinkAsync(Pairing, Side.Left, "c"))!.Link;
        await DecideAsync(8, new ValueTaken(link.Id, Name, Side.Left, Moved("c", "g") with { Run = 0 }, []));
        Assert.Single(await Store.DecidedAsync(new(Customers, "k")));

        await DecideAsync(9, new RecordForgotten(new RecordId(Groups, "g")));

        Assert.Empty(await Store.DecidedAsync(new(Customers, "k")));
        Assert.Equal(["c2"], (await Store.LinksAsync(Pairing, 0, 10)).Select(linked => linked.Link.LeftKey));
        Assert.Equal(["k2"], (await Store.LinksAsync(Other, 0, 10)).Select(linked => linked.Link.LeftKey));
        Assert.Equal(["c2"], (await Store.OpenIntentsAsync(null)).Select(intent => intent.OriginKey));
        Assert.Empty(await Store.HistoryAsync(Person, 10));
        Assert.NotEmpty(await Store.HistoryAsync(Person with { Key = "c2" }, 10));
        Assert.Equal(["c2", "free"], (await Store.OpenItemsAsync(null)).Select(item => item.Key));
        Assert.Empty(await Store.KnownBeforeAsync(Companies, ["c"], At(99)));
        Assert.Empty(await Store.SameThingAsync(Person));
        Assert.Equal(["g2"], (await CandidatesOfAsync("free", Side.Left)).Select(candidate => candidate.Key));
    }

    [Fact]
    public async Task F57_A_link_that_ended_is_told_and_forgotten_with_all_that_stood_for_the_thing()
    {
        await FillAsync("c", "g", "k", "Rev");
        var link = (await Store.FindLinkAsync(Pairing, Side.Left, "c"))!.Link;
        await Store.SetLinkStateAsync(link.Id, LinkState.Ended, At(1));
        foreach (var record in new[] { Person, new RecordId(Groups, "g") })
            Assert.Contains(await Store.LinksOfAsync(record), linked =>
                linked.Link.Id == link.Id && linked.Link.State == LinkState.Ended);

        await DecideAsync(9, new RecordForgotten(new RecordId(Groups, "g")));

        Assert.Empty(await Store.LinksOfAsync(Person));
        Assert.True((await Store.ForgottenAsync()).Contains(Person));
        Assert.Empty(await Store.LinksAsync(Pairing, 0, 10));
    }

    [Fact]
    public async Task Whoever_may_have_come_of_anothers_create_is_forgotten_there_too()
    {
        await FillAsync("c", "g", "k", "Rev");
        await FillAsync("c2", "g2", "k2", "Other");
        var others = (await Store.OpenIntentsAsync(null)).Single(intent => intent.OriginKey == "c2");
        await Store.SuspectAsync(others.Id, ["g", "stranger"]);

        await DecideAsync(9, new RecordForgotten(Person));

        Assert.Equal(["stranger"], Assert.Single(await Store.OpenIntentsAsync(null)).Suspects);
    }

    [Fact]
    public async Task Whoever_named_it_names_it_no_more()
    {
        await FillAsync("c", "g", "k", "Rev");
        await EnumerateAsync(
            Companies, 1, Seen("free", Side.Left) with { Hash = "another", Names = [new("owner", Groups, "g")] });
        Assert.Equal(["free"], await Store.NamingAsync(Companies, ["owner"], Groups, "g"));

        await DecideAsync(9, new RecordForgotten(Person));

        Assert.Empty(await Store.NamedByAsync(Companies, "free", Groups, ["owner"]));
    }

    [Fact]
    public async Task What_was_forgotten_is_known_by_a_hash_of_this_store_alone()
    {
        Assert.True((await Store.ForgottenAsync()).IsEmpty);
        await FillAsync("c", "g", "k", "Rev");
        await DecideAsync(9, new RecordForgotten(Person));
        await DecideAsync(9, new RecordForgotten(new RecordId(Companies, "never seen")));
        await ReopenAsync();

        var forgotten = await Store.ForgottenAsync();
        foreach (var key in new RecordId[]
        {
            Person, new(Groups, "g"), new(Rings, "ring-g"), new(Customers, "k"), new(Companies, "never seen"),
        })
            Assert.True(forgotten.Contains(key), key.ToString());
        Assert.False(forgotten.Contains(Person with { Key = "C" }));
        Assert.False(forgotten.Contains(new RecordId(Groups, "c")));
    }

    [Fact]
    public async Task Texts_about_others_lose_what_was_forgotten_and_keep_the_rest()
    {
        await FillAsync("c", "g", "k", "Rev Gauges");
        var run = await Store.BeginRunAsync(Noon);
        await Store.EndRunAsync(
            run, """{"run":7,"moves":[{"left":"c","count":7}],"problem":"'rev gauges' is taken"}""", At(1), []);
        await Store.LeaveAsync([new(0, "link", "link c = g in keap", "{}", Noon)]);
        await Store.SettleAsync(new(
            Assert.Single(await Store.WaitingAsync()).Id, IsApplied: false, "Groups g is linked to 12.", At(1), []));

        await DecideAsync(9, new RecordForgotten(Person));

        Assert.Equal(
            """{"run":7,"moves":[{"left":"(forgotten)","count":7}],"problem":"\u0027(forgotten)\u0027 is taken"}""",
            (await Store.LastRunAsync())!.Report);
        Assert.Equal(
            ("link (forgotten) = (forgotten) in keap", "Groups (forgotten) is linked to 12."),
            (await Store.SettledAsync(5)).Where(entry => entry.Kind == "link")
                .Select(entry => (entry.Subject, entry.Outcome)).Single());
        Assert.Equal(
            "(forgotten) and free share (forgotten).", Assert.Single(await Store.OpenItemsAsync(null)).Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F57_What_is_left_about_whom_is_forgotten_is_settled_and_what_is_about_others_waits(bool isLate)
    {
        await FillAsync("7", "g", "k", "Person");
        string[] others =
        [
            """{"system":"YouTrack","entity":"Groups","key":"7"}""",
            $$"""{"pairing":"{{Pairing}}","side":"Right","key":"7"}""",
            """{"pairing":"acme-person/beta-users","key":"7","leftValue":"Person"}""",
            $$"""{"pairs":[{"pairing":"{{Pairing}}","left":"8","right":"7"}],"plan":"7"}""", "[7]", "{\"7",
        ];
        string[] about =
        [
            """{"system":"Keap","entity":"Companies","key":"7"}""",
            """{"system":"YouTrack","entity":"Usergroups","key":"ring-g"}""",
            $$"""{"pairing":"{{Pairing}}","key":"7"}""",
            $$"""{"pairing":"{{Pairing}}","side":"Right","key":"g"}""",
            $$"""{"pairing":"{{Other}}","side":"Right","key":"7"}""",
            $$"""
            {"pairs":[{"pairing":"{{Pairing}}","left":"7","right":"x"},{"pairing":"{{Other}}","left":"k","right":"x"}]}
            """,
        ];
        var other = $$"""{"pairing":"{{Pairing}}","left":"y","right":"z"}""";
        if (!isLate)
            await LeaveAsync();
        await Store.LeaveAsync([Left("forget", "{}")]);
        var forget = (await Store.WaitingAsync()).Single(entry => entry.Kind == "forget").Id;

        await Store.SettleAsync(new(
            forget, IsApplied: true, "done", At(9), [new RecordForgotten(new RecordId(Groups, "g"))]));
        if (isLate)
            await LeaveAsync();

        var waiting = await Store.WaitingAsync();
        Assert.Equal(
            [.. others, $$"""{"pairs":[{{other}}]}"""],
            waiting.Select(entry => entry.Payload));
        Assert.All(waiting.SkipLast(1), entry => Assert.Equal("take 7", entry.Subject));
        var settled = (await Store.SettledAsync(20)).Where(entry => entry.Kind == "take").ToList();
        Assert.Equal(about.Length, settled.Count);
        Assert.All(settled, entry => Assert.Equal(
            ("take", "", false, "It is about a record that was forgotten.", isLate ? Noon : At(9)),
            (entry.Subject, entry.Payload, entry.IsApplied, entry.Outcome, entry.SettledAt!.Value)));

        ValueTask LeaveAsync() => Store.LeaveAsync(
        [
            .. others.Concat(about).Select(payload => Left("take", payload) with { Subject = "take 7" }),
            Left("link", $$"""{"pairs":[{"pairing":"{{Pairing}}","left":"7","right":"x"},{{other}}]}"""),
        ]);
    }

    [Fact]
    public async Task F57_Of_a_key_that_begins_with_a_value_nothing_is_left_in_a_text()
    {
        await FillAsync("rev-17", "g", "k", "Rev");
        await Store.LeaveAsync([Left("link", "{}") with { Subject = "link rev-17 = h" }]);
        await Store.SettleAsync(new(
            Assert.Single(await Store.WaitingAsync()).Id, IsApplied: true, "done", At(1), []));

        await DecideAsync(9, new RecordForgotten(Person with { Key = "rev-17" }));

        Assert.Contains("link (forgotten) = h", (await Store.SettledAsync(5)).Select(entry => entry.Subject));
    }

    [Fact]
    public async Task F57_A_key_that_a_decision_names_with_its_side_is_taken_out_and_no_pairings_name()
    {
        await FillAsync("7", "g", "k", "Rev");
        string[] subjects = ["leave 1/7 left/7", "take name of 1/7 right/g from the left side", "again 1/7 left/8"];
        await Store.LeaveAsync([.. subjects.Select(subject => Left("link", subject) with { Subject = subject })]);
        foreach (var waiting in await Store.WaitingAsync())
            await Store.SettleAsync(new(waiting.Id, IsApplied: true, "https://x.no/7", At(1), []));

        await DecideAsync(9, new RecordForgotten(Person with { Key = "7" }));

        var settled = (await Store.SettledAsync(5)).Where(entry => entry.Kind == "link").ToList();
        Assert.Equal(
            [
                "again 1/7 left/8", "leave 1/7 left/(forgotten)",
                "take name of 1/7 right/(forgotten) from the left side",
            ],
            settled.Select(entry => entry.Subject).Order(StringComparer.Ordinal));
        Assert.All(settled, entry => Assert.Equal("https://x.no/7", entry.Outcome));
    }

    // One thing: a company, its group (a view of a ring) and its customer, with all that a store keeps of it.
    private async Task FillAsync(string company, string group, string customer, string value)
    {
        var of = Name with { Left = FieldValue.Of(value), Right = FieldValue.Of(value) };
        await EnumerateAsync(Groups, 0, Seen(group, Side.Right, $"{value}@b.c") with
        {
            Identity = new RecordId(Rings, $"ring-{group}"),
        });
        await EnumerateAsync(
            Companies, 0, Seen(company, Side.Left, $"{value}@b.c"), Seen("free", Side.Left, $"{value}@b.c"));
        await DecideAsync(0, Linked(company, group));
        var link = (await Store.FindLinkAsync(Pairing, Side.Left, company))!.Link;
        await Store.MergeAsync(new MergeCommit(link.Id, [of], Dirty: true, Noon)
        {
            Marks = [new(new(Companies, company), "name", FieldValue.Of(value), 1, IsCopy: true)],
            Open = [Item(company)],
            History = [Moved(company, group) with { New = FieldValue.Of(value) }],
        });
        await Store.BeginIntentAsync(Create(company) with
        {
            OriginKey = company, Side = Side.Right,
            Sent = new Dictionary<string, FieldValue> { ["name"] = FieldValue.Of(value) },
        });
        await Store.LinkAsync(new NewLink(
            new Link(0, Other, customer, company, LinkState.Tombstone, LinkOrigin.Match)
            {
                Left = new RecordId(Customers, customer), Right = new RecordId(Companies, company),
            },
            [of], Dirty: false, Noon));
        await Store.OpenAsync(Item("free") with { Reason = $"{company} and free share {value}." });
    }
}
