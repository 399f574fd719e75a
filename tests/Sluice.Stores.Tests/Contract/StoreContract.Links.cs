namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    private static readonly FieldBase Name = new("name", FieldValue.Of("Rev"), FieldValue.Of("rev"), "m1");

    [Fact]
    public async Task The_same_link_again_is_the_stored_one()
    {
        var first = await LinkAsync("c", "g", LinkState.Live, Name);
        var again = await LinkAsync("c", "g");

        Assert.Equal(Wanted("c", "g") with { Id = first.Id }, first);
        Assert.Equal(first, again);
        Assert.Equal(Name, Assert.Single(Assert.Single(await Store.LinksAsync(Pairing, 0, 10)).Bases));
    }

    [Theory]
    [InlineData("c", "other", LinkState.Live)]
    [InlineData("other", "g", LinkState.Live)]
    [InlineData("c", "g", LinkState.Tombstone)]
    [InlineData("c", "other", LinkState.Tombstone)]
    public async Task A_link_that_contradicts_another_is_refused_and_leaves_nothing(
        string left, string right, LinkState state)
    {
        await LinkAsync("c", "g");
        var intent = await Store.BeginIntentAsync(Create("x"));
        await Store.OpenAsync(Item("c"));

        var wanted = new NewLink(Wanted(left, right, state), [Name], Dirty: true, Noon);
        await RefusedAsync(async () =>
            await Store.LinkAsync(wanted with { Intent = intent, Created = Seen("c", Side.Left) }));

        Assert.Equal("g", Assert.Single(await Store.LinksAsync(Pairing, 0, 10)).Link.RightKey);
        Assert.Equal(intent, Assert.Single(await Store.OpenIntentsAsync(Pairing)).Id);
        Assert.Single(await Store.OpenItemsAsync(Pairing));
        Assert.Empty(await Store.KnownBeforeAsync(Companies, ["c"], At(99)));
    }

    [Fact]
    public async Task A_tombstone_holds_its_keys_and_a_negative_link_holds_none()
    {
        var link = await LinkAsync("c", "g");
        await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(1));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await LinkAsync("c", "h"));

        await LinkAsync("c", "h", LinkState.Negative);
        await LinkAsync("c", "i", LinkState.Negative);
        await Store.SetLinkStateAsync(link.Id, LinkState.Negative, At(2));
        Assert.Null(await Store.FindLinkAsync(Pairing, Side.Left, "c"));
        await LinkAsync("c", "j");
        Assert.Equal(4, (await Store.LinksAsync(Pairing, 0, 10)).Count);
    }

    [Fact]
    public async Task What_a_person_told_apart_is_not_linked()
    {
        await LinkAsync("c", "g", LinkState.Negative);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await LinkAsync("c", "g"));
        Assert.Contains("c and g", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_cannot_come_back_to_life_beside_another()
    {
        var negative = await LinkAsync("c", "g", LinkState.Negative);
        await LinkAsync("c", "h");

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.SetLinkStateAsync(negative.Id, LinkState.Live, At(1)));
        Assert.Equal("h", (await Store.FindLinkAsync(Pairing, Side.Left, "c"))!.Link.RightKey);
    }

    [Fact]
    public async Task The_same_keys_link_in_every_pairing()
    {
        await LinkAsync("c", "g");
        await Store.LinkAsync(new NewLink(Wanted("c", "g") with { Pairing = Other }, [], Dirty: false, Noon));

        Assert.Single(await Store.LinksAsync(Pairing, 0, 10));
        Assert.Single(await Store.LinksAsync(Other, 0, 10));
        Assert.Empty(await Store.LinksAsync("unknown", 0, 10));
    }

    [Fact]
    public async Task A_link_is_stored_with_all_that_belongs_to_it()
    {
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right));
        var listing = await Store.BeginExtractionAsync(Companies, At(1));
        var intent = await Store.BeginIntentAsync(Create("g"));
        await Store.OpenAsync(Item("c"));
        await Store.OpenAsync(Item("g") with { Side = Side.Right });
        await Store.OpenAsync(Item("other"));

        var wanted = Wanted("c", "g") with { Origin = LinkOrigin.Created };
        var edit = new FieldEdit("name", Side.Right, FieldValue.Of("B"), At(0), At(1));
        var link = await Store.LinkAsync(new NewLink(wanted, [Name], Dirty: true, At(2))
        {
            Intent = intent,
            Created = Seen("c", Side.Left, hash: "as answered", minute: 2),
            CreatedSide = Side.Left,
            Edits = [edit],
            History = [Moved("c", "g")],
        });
        await ReopenAsync();

        Assert.Equal(link with { IsDirty = true }, (await Store.FindLinkAsync(Pairing, Side.Right, "g"))!.Link);
        Assert.Equal([edit], (await FindAsync(Pairing, "c")).Edits);
        Assert.Equal(link.Id, Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10)).Link.Id);
        Assert.Empty(await Store.OpenIntentsAsync(null));
        Assert.Equal("other", Assert.Single(await Store.OpenItemsAsync(Pairing)).Key);
        Assert.Empty(await UnlinkedKeysAsync(Side.Left));
        Assert.True(listing.Id > 0);
        var next = await Store.BeginExtractionAsync(Companies, At(3));
        Assert.Empty(await Store.CompareAsync(next, [Glimpse("c", "as answered")]));
    }

    [Fact]
    public async Task A_record_made_while_a_listing_is_read_is_not_gone_at_its_end()
    {
        var listing = await Store.BeginExtractionAsync(Companies, At(1));
        await Store.LinkAsync(new NewLink(Wanted("c", "g"), [], Dirty: false, At(1))
        {
            Created = Seen("c", Side.Left),
            CreatedSide = Side.Left,
        });

        Assert.Equal(0, (await Store.CompleteExtractionAsync(listing, At(2))).Gone);
        Assert.Empty(await Store.DirtyLinksAsync(Pairing, 0, 10));
    }

    [Fact]
    public async Task A_merge_moves_the_bases_it_names_and_leaves_the_others()
    {
        var link = await LinkAsync("c", "g", LinkState.Live, Name, Name with { Field = "phone" });
        var values = new[]
        {
            FieldValue.Absent, FieldValue.Null, FieldValue.Of(""), FieldValue.Of("a\0b\U0001F600\n"),
            FieldValue.Of(long.MinValue), FieldValue.Of(true), FieldValue.Of(new DateOnly(2026, 2, 28)),
            FieldValue.Of(Noon.AddTicks(1)), FieldValue.Of(Noon, 99), FieldValue.OfNumber("1.50"),
            FieldValue.Of((double?)0.1), FieldValue.Of(System.Numerics.BigInteger.Pow(-10, 31)),
            FieldValue.OfUri("http://x.no/"), FieldValue.OfBytes([0, 255]),
            FieldValue.Of([FieldValue.Of("a"), FieldValue.Of([FieldValue.Of(1)]), FieldValue.Null]),
            FieldValue.OfMembers(
                [KeyValuePair.Create("b:1", FieldValue.Of("x")), KeyValuePair.Create("a", FieldValue.Null)]),
        };
        FieldBase[] moved =
        [
            .. values.Select((value, i) => new FieldBase($"f{i}", value, values[^(i + 1)], "m2")),
            Name with { Mapping = "m2" },
        ];

        await Store.MergeAsync(new MergeCommit(link.Id, moved, Dirty: false, At(1)));
        await ReopenAsync();

        var bases = (await Store.FindLinkAsync(Pairing, Side.Left, "c"))!.Bases.ToDictionary(moved => moved.Field);
        Assert.Equal(values.Length + 2, bases.Count);
        Assert.Equal(Name with { Field = "phone" }, bases["phone"]);
        Assert.All(moved, expected => Assert.Equal(expected, bases[expected.Field]));
    }

    [Fact]
    public async Task A_record_of_which_more_is_known_than_was_listed_is_news_even_if_it_is_listed_as_before()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left), Seen("d", Side.Left), Seen("e", Side.Left));
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right));
        var link = await LinkAsync("c", "g");
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(1)) { Unobserved = [Side.Left] });

        await Store.LinkAsync(new(Wanted("d", "new"), [], Dirty: false, At(1)) { Unobserved = [Side.Left] });

        var next = await Store.BeginExtractionAsync(Companies, At(2));
        Assert.Equal(
            ["c", "d"],
            (await Store.CompareAsync(next, [Glimpse("c"), Glimpse("d"), Glimpse("e")])).Select(news => news.Key));
        Assert.Empty(await Store.CompareAsync(await Store.BeginExtractionAsync(Groups, At(2)), [Glimpse("g")]));
    }

    [Fact]
    public async Task A_merge_settles_its_intents_says_what_is_open_and_whether_it_is_done()
    {
        var link = await LinkAsync("c", "g");
        var (mine, others) = (await Store.BeginIntentAsync(Create("c")), await Store.BeginIntentAsync(Create("x")));
        await Store.OpenAsync(Item("g") with { Side = Side.Right });
        await Store.OpenAsync(Item("c") with { Since = At(-60) });

        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: true, At(1))
        {
            Settled = [mine],
            Open =
            [
                Item("c") with { Kind = OpenKind.Review, Reason = "phone differs", Line = 20 },
                Item("c") with { Line = 21 },
            ],
            History = [Moved("c", "g")],
        });

        Assert.Equal(others, Assert.Single(await Store.OpenIntentsAsync(Pairing)).Id);
        Assert.Equal(
            [(OpenKind.Waiting, 21, At(-60)), (OpenKind.Review, 20, At(-60))],
            (await Store.OpenItemsAsync(Pairing)).Select(item => (item.Kind, item.Line, item.Since)));
        Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10));

        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(2)));
        Assert.Empty(await Store.OpenItemsAsync(Pairing));
        Assert.Empty(await Store.DirtyLinksAsync(Pairing, 0, 10));
    }

    [Fact]
    public async Task A_merge_of_no_link_is_refused() => await Assert.ThrowsAsync<InvalidOperationException>(
        async () => await Store.MergeAsync(new MergeCommit(42, [], Dirty: false, Noon)));

    [Fact]
    public async Task A_tombstone_keeps_its_bases_and_is_looked_at_again_when_it_lives_again()
    {
        var link = await LinkAsync("c", "g", LinkState.Live, Name);
        await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(1));
        var tombstone = await Store.FindLinkAsync(Pairing, Side.Left, "c");
        Assert.Equal(LinkState.Tombstone, tombstone!.Link.State);
        Assert.Equal(Name, Assert.Single(tombstone.Bases));
        Assert.Empty(await Store.DirtyLinksAsync(Pairing, 0, 10));

        await Store.SetLinkStateAsync(link.Id, LinkState.Live, At(2));
        Assert.Equal(link with { IsDirty = true }, Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10)).Link);
        await RefusedAsync(async () => await Store.SetLinkStateAsync(99, LinkState.Live, Noon));
    }

    [Fact]
    public async Task A_tombstone_is_looked_at_again_when_its_record_comes_back_or_the_other_goes_too()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left));
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right));
        var link = await LinkAsync("c", "g");
        async Task BuryAsync()
        {
            await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(1));
            Assert.Empty(await Store.DirtyLinksAsync(Pairing, 0, 10));
        }

        await EnumerateAsync(Companies, 1);
        Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10));
        await BuryAsync();
        await EnumerateAsync(Companies, 2, Seen("c", Side.Left));
        Assert.Equal(LinkState.Tombstone, Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10)).Link.State);
        await BuryAsync();
        await EnumerateAsync(Groups, 3);
        Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10));
    }

    [Fact]
    public async Task A_record_that_left_the_scope_and_then_went_is_looked_for()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left));
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right));
        await LinkAsync("c", "g");
        await EnumerateAsync(Companies, 1, Seen("c", Side.Left, hash: "banned") with { InScope = false });
        Assert.Empty(await Store.DirtyLinksAsync(Pairing, 0, 10));

        await EnumerateAsync(Companies, 2);

        Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10));
    }

    [Fact]
    public async Task A_tombstone_is_looked_at_when_a_record_of_it_changes_and_rests_when_it_was()
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left));
        var link = await LinkAsync("c", "g");
        await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(1));
        Assert.Empty(await Store.DirtyLinksAsync(Pairing, 0, 10));

        await EnumerateAsync(Companies, 2, Seen("c", Side.Left, hash: "other") with { Dirty = [link.Id] });
        Assert.Equal(LinkState.Tombstone, Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10)).Link.State);

        await Store.SetLinkStateAsync(link.Id, LinkState.Tombstone, At(3));
        Assert.Empty(await Store.DirtyLinksAsync(Pairing, 0, 10));
    }

    [Fact]
    public async Task Dirty_links_rest_while_a_record_is_out_of_scope()
    {
        var byHook = new PairingView(Pairing, Side.Left, InScope: false, [MatchKey.None]);
        await EnumerateAsync(
            Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left) with { Views = [byHook] }, Seen("c", Side.Left));
        await EnumerateAsync(
            Groups, 0, Seen("ga", Side.Right), Seen("gb", Side.Right), Seen("gc", Side.Right) with { InScope = false });
        foreach (var key in new[] { "a", "b", "c", "unseen" })
            await Store.LinkAsync(new NewLink(Wanted(key, "g" + key), [], Dirty: true, Noon));

        Assert.Equal(["a", "unseen"], await DirtyKeysAsync());
        await EnumerateAsync(Groups, 1, Seen("ga", Side.Right), Seen("gb", Side.Right), Seen("gc", Side.Right));
        Assert.Equal(["a", "c", "unseen"], await DirtyKeysAsync());
    }

    [Fact]
    public async Task Links_and_dirty_links_come_in_batches_of_their_pairing()
    {
        for (var i = 0; i < 9; i++)
            await Store.LinkAsync(new NewLink(
                Wanted($"c{i}", $"g{i}") with { Pairing = i % 3 == 0 ? Other : Pairing }, [], Dirty: i % 2 == 0, Noon));

        var all = await Store.LinksAsync(Pairing, 0, 4);
        var rest = await Store.LinksAsync(Pairing, all[^1].Link.Id, 4);
        Assert.Equal(["c1", "c2", "c4", "c5", "c7", "c8"], all.Concat(rest).Select(linked => linked.Link.LeftKey));
        Assert.Equal(["c2", "c4"], (await Store.DirtyLinksAsync(Pairing, 0, 2)).Select(linked => linked.Link.LeftKey));
    }

    [Fact]
    public async Task A_lineage_reaches_over_live_links_and_tombstones_and_no_other()
    {
        var (crm, keap, ring) = (new RecordId(Customers, "1"), new RecordId(Companies, "1"), new RecordId(Rings, "1"));
        var (stranger, twin) = (new RecordId(Companies, "2"), new RecordId(Groups, "1"));
        async Task<Link> Join(string pairing, RecordId left, RecordId right, LinkState state = LinkState.Live) =>
            await Store.LinkAsync(new NewLink(
                new Link(0, pairing, left.Key, right.Key, state, LinkOrigin.Match) { Left = left, Right = right },
                [], Dirty: false, Noon));

        var first = await Join("crm/keap", crm, keap);
        await Join("keap/rings", keap, ring);
        await Join("keap/groups", keap, ring);
        await Join("keap/twins", stranger, ring, LinkState.Negative);
        var circle = await Join("crm/rings", crm, ring);

        Assert.Equal([crm, ring], (await Store.LineageAsync(keap)).OrderBy(record => record.Entity));
        Assert.Equal([crm, keap], (await Store.LineageAsync(ring)).OrderBy(record => record.Entity));
        Assert.Empty(await Store.LineageAsync(stranger));
        Assert.Empty(await Store.LineageAsync(twin));

        await Store.SetLinkStateAsync(first.Id, LinkState.Tombstone, At(1));
        Assert.Equal([keap, ring], (await Store.LineageAsync(crm)).OrderBy(record => record.Entity));
        await Store.SetLinkStateAsync(circle.Id, LinkState.Negative, At(2));
        Assert.Equal([keap, ring], (await Store.LineageAsync(crm)).OrderBy(record => record.Entity));
        await Store.SetLinkStateAsync(first.Id, LinkState.Negative, At(3));
        Assert.Empty(await Store.LineageAsync(crm));
        Assert.Equal([ring], await Store.LineageAsync(keap));
    }

    [Fact]
    public async Task What_was_carried_from_or_to_a_record_is_known_to_every_pairing()
    {
        var link = await Store.LinkAsync(new NewLink(Wanted("c", "g"), [], Dirty: true, Noon)
        {
            Marks = [new(Wanted("c", "g").Left, "name", FieldValue.Of("Ada"), 3, IsCopy: false)],
        });
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, Noon)
        {
            Marks =
            [
                new(link.Left, "name", FieldValue.Of("Eve"), 5, IsCopy: true),
                new(link.Right, "title", FieldValue.Null, 5, IsCopy: false),
            ],
        });

        Assert.Equal(
            [new(link.Left, "name", FieldValue.Of("Eve"), 5, IsCopy: true) { Newest = 5 }],
            await Store.MarksAsync(link.Left));
        Assert.Equal(
            [new(link.Right, "title", FieldValue.Null, 5, IsCopy: false) { Newest = 5 }],
            await Store.MarksAsync(link.Right));
        Assert.Empty(await Store.MarksAsync(new(Companies, "nobody")));
    }

    [Fact]
    public async Task An_older_edit_in_the_place_of_a_newer_one_does_not_make_that_forgotten()
    {
        var link = await LinkAsync("c", "g");
        foreach (var (value, version) in new[] { ("new", 5), ("old", 3) })
            await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, Noon)
            {
                Marks = [new(link.Left, "name", FieldValue.Of(value), version, IsCopy: true)],
            });

        Assert.Equal(
            [new(link.Left, "name", FieldValue.Of("old"), 3, IsCopy: true) { Newest = 5 }],
            await Store.MarksAsync(link.Left));
    }

    [Fact]
    public async Task What_an_enumeration_has_not_shown_is_missing_until_it_does()
    {
        await EnumerateAsync(Companies, 1, Seen("1", Side.Left), Seen("2", Side.Left), Seen("3", Side.Left));
        var extraction = await Store.BeginExtractionAsync(Companies, At(2));
        await Store.CompareAsync(extraction, [Glimpse("2", "changed")]);

        Assert.Equal(["1", "3"], (await Store.MissingAsync(extraction, 5)).Select(missing => missing.Key));
        Assert.Equal(["1"], (await Store.MissingAsync(extraction, 1)).Select(missing => missing.Key));
    }

    private static OpenItem Item(string key) => new(OpenKind.Waiting, Pairing, Side.Left, key, "no e-mail", 12, Noon);

    private static Intent Create(string origin) =>
        new(0, 1, Pairing, Side.Left, origin, null, "{}", Noon, IntentState.Open);

    private static HistoryEntry Moved(string left, string right) => new(
        1, Pairing, left, right, Side.Left, "name", FieldValue.Absent, FieldValue.Of("Rev"), "created", 12, Noon);
}
