namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_system_is_bound_to_the_first_account_it_is_met_with()
    {
        var ours = new Account("Keap", "https://api.example/1", "Ours");
        var theirs = new Account("Keap", "https://api.example/2", "Theirs");

        Assert.Equal(ours, await Store.BindAsync(ours, Noon));
        await ReopenAsync();
        Assert.Equal(ours, await Store.BindAsync(theirs, At(1)));
        Assert.Equal(ours with { Name = "Renamed" }, await Store.BindAsync(ours with { Name = "Renamed" }, At(2)));
        Assert.Equal("Hub", (await Store.BindAsync(new Account("Hub", "x", "x"), At(3))).System);
    }

    [Fact]
    public async Task Only_new_and_changed_records_are_news_and_in_the_order_of_the_page()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left), Seen("c", Side.Left));
        var next = await Store.BeginExtractionAsync(Companies, At(1));

        var news = await Store.CompareAsync(
            next, [Glimpse("new"), Glimpse("c", "other"), Glimpse("a"), Glimpse("b", inScope: false), Glimpse("new")]);

        Assert.Equal(["new", "c", "b"], news.Select(sighting => sighting.Key));
        Assert.Equal([true, false, false], news.Select(sighting => sighting.IsNew));
    }

    [Fact]
    public async Task What_is_compared_and_not_observed_stays_news()
    {
        var first = await Store.BeginExtractionAsync(Companies, Noon);
        await Store.CompareAsync(first, [Glimpse("a")]);
        var second = await Store.BeginExtractionAsync(Companies, At(1));

        Assert.True(Assert.Single(await Store.CompareAsync(second, [Glimpse("a")])).IsNew);
    }

    [Fact]
    public async Task Keys_are_compared_to_the_letter()
    {
        string[] keys = ["a", "A", "a ", "å", "a\u030A", "ﬁ", "fi", "\U0001F600", "x\0y", "x"];
        await EnumerateAsync(Companies, 0, [.. keys.Select(key => Seen(key, Side.Left, hash: "hash of " + key))]);
        var next = await Store.BeginExtractionAsync(Companies, At(1));

        Assert.Empty(await Store.CompareAsync(next, [.. keys.Select(key => Glimpse(key, "hash of " + key))]));
        Assert.Equal(keys, await UnlinkedKeysAsync(Side.Left));
    }

    [Fact]
    public async Task A_sighting_names_the_links_of_the_record_over_all_pairings_and_states()
    {
        await EnumerateAsync(Companies, 0, Seen("c1", Side.Left), Seen("c2", Side.Left));
        await EnumerateAsync(Groups, 0, Seen("g1", Side.Right), Seen("g2", Side.Right));
        var live = await LinkAsync("c1", "g1", LinkState.Live, Name);
        var negative = await LinkAsync("c1", "g2", LinkState.Negative);
        var elsewhere = await Store.LinkAsync(new NewLink(
            new Link(0, Other, "k7", "c1", LinkState.Live, LinkOrigin.Created)
            {
                Left = new RecordId(Customers, "k7"),
                Right = new RecordId(Companies, "c1"),
            },
            [], Dirty: false, Noon));
        await LinkAsync("c2", "c1");

        var next = await Store.BeginExtractionAsync(Companies, At(1));
        var links = Assert.Single(await Store.CompareAsync(next, [Glimpse("c1", "changed")])).Links;

        Assert.Equal([live.Id, negative.Id, elsewhere.Id], links.Select(linked => linked.Link.Id).Order());
        Assert.Equal("name", Assert.Single(links.Single(linked => linked.Link.Id == live.Id).Bases).Field);
    }

    [Fact]
    public async Task Only_a_complete_enumeration_says_that_something_is_gone()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left), Seen("c", Side.Left));
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right));
        var link = await LinkAsync("b", "g");
        var next = await Store.BeginExtractionAsync(Companies, At(1));
        await Store.CompareAsync(next, [Glimpse("a"), Glimpse("a"), Glimpse("new")]);

        Assert.Equal(["a", "c"], await UnlinkedKeysAsync(Side.Left));
        Assert.Empty(await Store.DirtyLinksAsync(Pairing, 0, 10));

        Assert.Equal(new ExtractionEnd(Seen: 2, Gone: 2), await Store.CompleteExtractionAsync(next, At(2)));
        Assert.Equal(["b", "c"], (await Store.GoneAsync(Companies, ["a", "b", "c", "new", "unknown"])).Order());
        Assert.Empty(await Store.GoneAsync(Groups, ["b"]));
        Assert.Equal(["a"], await UnlinkedKeysAsync(Side.Left));
        Assert.Equal(link.Id, Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10)).Link.Id);
    }

    [Fact]
    public async Task Since_when_something_is_known_to_be_gone_is_known_of_it_and_of_what_a_view_showed()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left));
        await EnumerateAsync(Groups, 0, Seen("g", Side.Right) with { Identity = new(Companies, "a") });
        await EnumerateAsync(Companies, 2, Seen("a", Side.Left));
        await EnumerateAsync(Groups, 3);

        Assert.Empty(await Store.GoneAsync(Companies, ["a", "b"], At(1)));
        Assert.Equal(["b"], await Store.GoneAsync(Companies, ["a", "b"], At(2)));
        Assert.Equal(["a", "b"], (await Store.GoneAsync(Companies, ["a", "b"], At(3))).Order());
        Assert.Equal(["b"], await Store.GoneAsync(Companies, ["a", "b"]));
    }

    [Fact]
    public async Task What_was_gone_comes_back_as_changed_at_its_old_place()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left));
        await EnumerateAsync(Companies, 1, Seen("b", Side.Left));
        Assert.Equal(["b"], await UnlinkedKeysAsync(Side.Left));

        var third = await Store.BeginExtractionAsync(Companies, At(2));
        Assert.False(Assert.Single(await Store.CompareAsync(third, [Glimpse("a"), Glimpse("b")])).IsNew);
        await Store.ObserveAsync(third, [Seen("a", Side.Left)]);

        Assert.Empty(await Store.GoneAsync(Companies, ["a", "b"]));
        Assert.Equal(["a", "b"], await UnlinkedKeysAsync(Side.Left));
        Assert.Equal(new ExtractionEnd(2, 0), await Store.CompleteExtractionAsync(third, At(3)));
    }

    [Fact]
    public async Task Gone_is_counted_once_and_only_in_its_own_entity()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left));
        await EnumerateAsync(Groups, 0, Seen("a", Side.Right));

        Assert.Equal(new ExtractionEnd(0, 1), await EnumerateAsync(Companies, 1));
        Assert.Equal(new ExtractionEnd(0, 0), await EnumerateAsync(Companies, 2));
        Assert.Equal(["a"], await UnlinkedKeysAsync(Side.Right));
    }

    [Fact]
    public async Task An_enumeration_that_a_newer_one_overtook_can_neither_observe_nor_complete()
    {
        var old = await Store.BeginExtractionAsync(Companies, Noon);
        var current = await Store.BeginExtractionAsync(Companies, At(1));
        await Store.BeginExtractionAsync(Groups, At(1));

        Assert.True(current.Id > old.Id);
        await RefusedAsync(async () => await Store.CompareAsync(old, [Glimpse("a")]));
        await RefusedAsync(async () => await Store.ObserveAsync(old, [Seen("a", Side.Left)]));
        await RefusedAsync(async () => await Store.CompleteExtractionAsync(old, At(2)));
        Assert.Equal(new ExtractionEnd(0, 0), await Store.CompleteExtractionAsync(current, At(2)));
    }

    [Fact]
    public async Task After_a_restart_an_open_enumeration_decides_nothing()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left));
        var cut = await Store.BeginExtractionAsync(Companies, At(1));
        await Store.CompareAsync(cut, [Glimpse("a")]);
        await ReopenAsync();

        await RefusedAsync(async () => await Store.CompleteExtractionAsync(cut, At(2)));
        Assert.Equal(["a", "b"], await UnlinkedKeysAsync(Side.Left));
        Assert.Equal(Noon, await Store.LastCompleteAsync(Companies));
    }

    [Fact]
    public async Task The_last_complete_enumeration_counts_from_its_beginning()
    {
        Assert.Null(await Store.LastCompleteAsync(Companies));
        var first = await Store.BeginExtractionAsync(Companies, At(1));
        Assert.Null(first.PreviousAt);
        await Store.CompleteExtractionAsync(first, At(5));
        Assert.Equal(At(1), await Store.LastCompleteAsync(Companies));

        var cut = await Store.BeginExtractionAsync(Companies, At(7));
        Assert.Equal(At(1), cut.PreviousAt);
        Assert.Equal(At(1), (await Store.BeginExtractionAsync(Companies, At(9))).PreviousAt);
        Assert.Null(await Store.LastCompleteAsync(Groups));
    }

    [Fact]
    public async Task A_change_marks_its_links_in_the_transaction_that_stores_it()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left));
        var (a, b) = (await LinkAsync("a", "ga"), await LinkAsync("b", "gb"));
        var next = await Store.BeginExtractionAsync(Companies, At(1));
        await Store.ObserveAsync(next, [Seen("a", Side.Left, hash: "2") with { Dirty = [a.Id] }]);

        Assert.Equal(a.Id, Assert.Single(await Store.DirtyLinksAsync(Pairing, 0, 10)).Link.Id);
        Assert.Empty(await Store.DirtyLinksAsync(Pairing, a.Id, 10));
        Assert.NotEqual(a.Id, b.Id);
    }

    [Fact]
    public async Task A_batch_that_cannot_be_stored_whole_is_not_stored_at_all()
    {
        var extraction = await Store.BeginExtractionAsync(Companies, Noon);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
            await Store.ObserveAsync(extraction, [Seen("a", Side.Left), Seen("b", Side.Left) with { Views = null! }]));

        Assert.Empty(await UnlinkedKeysAsync(Side.Left));
        Assert.Equal(2, (await Store.CompareAsync(extraction, [Glimpse("a"), Glimpse("b")])).Count);
    }

    [Fact]
    public async Task Records_known_before_an_instant_are_told_by_their_first_sight()
    {
        await EnumerateAsync(Companies, 1, Seen("early", Side.Left, minute: 1));
        await EnumerateAsync(
            Companies, 5, Seen("early", Side.Left, hash: "2", minute: 5), Seen("late", Side.Left, minute: 5));
        await LinkAsync("never seen", "g");

        string[] keys = ["early", "late", "never seen", "unknown"];
        Assert.Equal(["early"], await Store.KnownBeforeAsync(Companies, keys, At(5)));
        Assert.Empty(await Store.KnownBeforeAsync(Companies, ["early"], At(1)));
        Assert.Empty(await Store.KnownBeforeAsync(Groups, ["early"], At(9)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Any_sequence_of_listings_leaves_what_a_dictionary_would(int sizes)
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var present = new Dictionary<string, string>();
        for (var cycle = 1; cycle <= 25; cycle++)
        {
            var listing = Enumerable.Range(0, random.Next(sizes + 40))
                .Select(_ => "k" + random.Next(sizes + 60)).Distinct()
                .ToDictionary(key => key, _ => "h" + random.Next(2));
            var extraction = await Store.BeginExtractionAsync(Companies, At(cycle));
            foreach (var page in listing.Chunk(17))
            {
                Glimpse[] seen = [.. page.Select(record => Glimpse(record.Key, record.Value))];
                var news = (await Store.CompareAsync(extraction, seen)).Select(sighting => sighting.Key).ToList();
                var differing = page.Where(record => present.GetValueOrDefault(record.Key) != record.Value);
                Assert.Equal(differing.Select(record => record.Key), news);
                await Store.ObserveAsync(extraction, [.. news.Select(key => Seen(key, Side.Left, hash: listing[key]))]);
            }

            if (random.Next(4) == 0)
            {
                foreach (var (key, hash) in listing)
                    present[key] = hash;
                continue;
            }

            var gone = present.Keys.Count(key => !listing.ContainsKey(key));
            var end = await Store.CompleteExtractionAsync(extraction, At(cycle));
            Assert.Equal(new ExtractionEnd(listing.Count, gone), end);
            present = listing;
        }

        Assert.Equal(
            present.Keys.Order(StringComparer.Ordinal),
            (await UnlinkedKeysAsync(Side.Left)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("h1", "h1", false)]
    [InlineData("h1", "h2", true)]
    [InlineData("", "h2", true)]
    public async Task What_was_made_is_news_where_it_was_listed_otherwise_before(
        string listed, string found, bool isNews)
    {
        await EnumerateAsync(Companies, 0, Seen("c", Side.Left, hash: listed));

        await Store.LinkAsync(new NewLink(Wanted("c", "g"), [], Dirty: false, At(1))
        {
            Created = Seen("c", Side.Left, hash: found),
            CreatedSide = Side.Left,
        });

        var next = await Store.BeginExtractionAsync(Companies, At(2));
        Assert.Equal(isNews ? 1 : 0, (await Store.CompareAsync(next, [Glimpse("c", found)])).Count);
    }
}
