namespace Sluice.Stores.Tests;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_cursor_is_kept_with_the_observations_before_it_in_the_sources_own_letters()
    {
        var first = await Store.BeginExtractionAsync(Companies, Noon);
        Assert.Equal((null, null), (first.Cursor, first.Full));
        await Store.ObserveAsync(first, [Seen("a", Side.Left)], "2026-03-02T08:00:00.123456789Z \u00e5");
        await Store.ObserveAsync(first, [Seen("b", Side.Left)]);
        await ReopenAsync();

        var next = await Store.BeginExtractionAsync(Companies, At(1));
        Assert.Equal("2026-03-02T08:00:00.123456789Z \u00e5", next.Cursor);
        Assert.Null((await Store.BeginExtractionAsync(Groups, At(1))).Cursor);
    }

    [Fact]
    public async Task A_complete_listing_says_how_it_was_and_where_changes_go_on()
    {
        var first = await Store.BeginExtractionAsync(Companies, Noon);
        await Store.CompleteExtractionAsync(first, At(1), pages: 3, lens: "how", cursor: "c1");

        var second = await Store.BeginExtractionAsync(Companies, At(2));
        Assert.Equal(("c1", Noon), (second.Cursor, second.PreviousAt));
        Assert.Equal(new FullListing(At(1), 3, "how"), second.Full);

        await Store.CompleteExtractionAsync(second, At(3), pages: 4);
        var third = await Store.BeginExtractionAsync(Companies, At(4));
        Assert.Equal(("c1", At(2)), (third.Cursor, third.PreviousAt));
        Assert.Equal(new FullListing(At(3), 4, null), third.Full);
    }

    [Fact]
    public async Task What_is_doubted_is_not_known_through_any_lens()
    {
        await Store.DoubtAsync(Companies);
        var first = await Store.BeginExtractionAsync(Companies, Noon);
        await Store.CompleteExtractionAsync(first, At(1), pages: 3, lens: "how", cursor: "c1");

        await Store.DoubtAsync(Companies);

        var next = await Store.BeginExtractionAsync(Companies, At(2));
        Assert.Equal(("c1", new FullListing(At(1), 3, null)), (next.Cursor, next.Full));
    }

    [Fact]
    public async Task What_a_listing_of_changes_does_not_show_is_as_it_was()
    {
        await EnumerateAsync(Companies, 0, Seen("a", Side.Left), Seen("b", Side.Left));
        var changes = await Store.BeginExtractionAsync(Companies, At(1));
        await Store.CompareAsync(changes, [Glimpse("a", "other")]);
        await Store.ObserveAsync(changes, [Seen("a", Side.Left, hash: "other")], "c2");

        Assert.Equal(new ChangesEnd(Seen: 1, Expected: 2), await Store.CompleteChangesAsync(changes));
        Assert.Equal(["a", "b"], await UnlinkedKeysAsync(Side.Left));
        await RefusedAsync(async () => await Store.CompleteChangesAsync(changes));

        var next = await Store.BeginExtractionAsync(Companies, At(2));
        Assert.Equal((At(1), Noon), (next.PreviousAt, next.Full!.EndedAt));
    }

    [Fact]
    public async Task As_many_are_expected_as_are_present_and_were_listed_beyond_them_when_all_was()
    {
        var all = await Store.BeginExtractionAsync(Companies, Noon);
        await Store.ObserveAsync(all, [Seen("a", Side.Left), Seen("b", Side.Left)]);
        await Store.CompleteExtractionAsync(all, Noon, shown: 5);
        await ReopenAsync();
        var more = await Store.BeginExtractionAsync(Companies, At(1));
        await Store.ObserveAsync(more, [Seen("c", Side.Left)]);

        Assert.Equal(6, (await Store.CompleteChangesAsync(more)).Expected);

        // Of what a listing shows no more nothing is expected.
        var again = await Store.BeginExtractionAsync(Companies, At(2));
        await Store.CompareAsync(again, [Glimpse("a", "a")]);
        await Store.CompleteExtractionAsync(again, At(2), shown: 1);
        Assert.Equal(
            1, (await Store.CompleteChangesAsync(await Store.BeginExtractionAsync(Companies, At(3)))).Expected);
    }

    [Fact]
    public async Task What_records_show_is_kept_by_entity_in_the_order_of_paths()
    {
        Assert.Empty(await Store.ShownPathsAsync(Companies));
        await Store.KeepShownPathsAsync(Companies, [new("name", null), new("email", At(1))]);
        await Store.KeepShownPathsAsync(Groups, [new("id", null)]);
        await ReopenAsync();

        Assert.Equal([new("email", At(1)), new("name", null)], await Store.ShownPathsAsync(Companies));
        await Store.KeepShownPathsAsync(Companies, [new("email", null)]);
        Assert.Equal([new("email", null)], await Store.ShownPathsAsync(Companies));
        Assert.Equal([new("id", null)], await Store.ShownPathsAsync(Groups));
    }

    [Fact]
    public async Task Our_own_writes_are_kept_with_the_record_until_they_count_no_longer()
    {
        var link = await LinkAsync("c1", "g1");
        var elsewhere = await Store.LinkAsync(new NewLink(
            new Link(0, Other, "g1", "k1", LinkState.Live, LinkOrigin.Match)
            {
                Left = new RecordId(Groups, "g1"), Right = new RecordId(Companies, "k1"),
            },
            [], Dirty: false, Noon));
        var write = new OwnWrite(Side.Right, "name", FieldValue.Null, FieldValue.Of("A"), At(1));
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: true, At(1)) { OwnWrites = [write, write] });
        await ReopenAsync();

        var own = (await FindAsync(Pairing, "c1")).OwnWrites;
        Assert.Equal([write, write], own.Select(known => known with { Id = 0 }));
        Assert.Equal(
            [Side.Left, Side.Left], (await FindAsync(Other, "g1")).OwnWrites.Select(known => known.Side));

        await Store.MergeAsync(new MergeCommit(elsewhere.Id, [], Dirty: false, At(2)) { OwnWritesOver = [own[0].Id] });
        Assert.Equal(own[1], Assert.Single((await FindAsync(Pairing, "c1")).OwnWrites));
    }

    [Fact]
    public async Task What_is_known_of_edits_is_replaced_side_by_side()
    {
        await EnumerateAsync(Companies, 0, Seen("c1", Side.Left));
        var link = await LinkAsync("c1", "g1");
        var left = new FieldEdit("name", Side.Left, FieldValue.Of("A"), At(1), At(2));
        var right = new FieldEdit("name", Side.Right, FieldValue.Absent, null, At(3));
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: true, At(3)) { Edits = [left, right] });
        await ReopenAsync();
        Assert.Equal([left, right], (await FindAsync(Pairing, "c1")).Edits);

        var next = await Store.BeginExtractionAsync(Companies, At(4));
        var later = left with { Field = "phone", NotLaterThan = At(4) };
        await Store.ObserveAsync(
            next, [Seen("c1", Side.Left, hash: "other") with { Edits = [new(link.Id, Side.Left, [later])] }]);
        Assert.Equal([later, right], (await FindAsync(Pairing, "c1")).Edits);

        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(5)));
        Assert.Equal(2, (await FindAsync(Pairing, "c1")).Edits.Count);
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(5)) { Edits = [] });
        Assert.Empty((await FindAsync(Pairing, "c1")).Edits);
    }

    [Fact]
    public async Task Values_that_are_not_shown_any_more_are_counted_by_pairing_side_and_field()
    {
        FieldBase Base(string field, FieldValue left) => new(field, left, FieldValue.Of("r"), "m");
        FieldBase[] bases =
            [Base("name", FieldValue.Of("l")), Base("blank", FieldValue.Of("  ")), Base("n", FieldValue.Null)];
        Assert.Empty(await Store.VanishedAsync());
        foreach (var (key, state) in new[]
        {
            ("1", LinkState.Live), ("2", LinkState.Live), ("3", LinkState.Tombstone), ("4", LinkState.Live),
        })
            await HideAsync(await LinkAsync($"c{key}", $"g{key}", state, bases), FieldValue.Absent);
        var fourth = (await FindAsync(Pairing, "c4")).Link;
        await HideAsync(fourth, FieldValue.Unconverted("'x' is no number"));
        Assert.Equal(FieldValue.Absent, (await FindAsync(Pairing, "c4")).Edits[0].Value);

        Assert.Equal(
            [new(Pairing, Side.Left, "name", 2), new(Pairing, Side.Right, "name", 2)], await Store.VanishedAsync());

        await HideAsync((await FindAsync(Pairing, "c1")).Link, FieldValue.Of("shown"));
        Assert.Equal(
            [new(Pairing, Side.Left, "name", 1), new(Pairing, Side.Right, "name", 1)], await Store.VanishedAsync());

        async Task HideAsync(Link link, FieldValue shown) => await Store.MergeAsync(
            new MergeCommit(link.Id, [], Dirty: false, At(1))
            {
                Edits =
                [
                    new("name", Side.Left, shown, null, At(1)), new("name", Side.Right, shown, null, At(1)),
                    new("blank", Side.Left, shown, null, At(1)), new("n", Side.Left, shown, null, At(1)),
                ],
            });
    }

    [Fact]
    public async Task A_field_that_a_pairing_has_no_more_leaves_nothing_behind()
    {
        var gone = new FieldBase("it's gone", FieldValue.Of("A"), FieldValue.Of("A"), "m");
        var link = await LinkAsync("c1", "g1", LinkState.Live, Name, gone);
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(1))
        {
            Edits = [new("it's gone", Side.Left, FieldValue.Of("B"), null, At(1))],
            Marks =
            [
                .. from record in new[] { link.Left, link.Right }
                   from path in "ab"
                   select new Mark(record, $"{path}", FieldValue.Of("A"), 1, IsCopy: false),
            ],
        });

        await Store.KeepFieldsAsync(Other, [], [], []);
        await Store.KeepFieldsAsync("no such pairing", [], [], []);
        Assert.Equal(2, (await FindAsync(Pairing, "c1")).Bases.Count);
        Assert.Equal(2, (await Store.MarksAsync(link.Left)).Count);
        await Store.KeepFieldsAsync(Pairing, [Name.Field], ["a"], ["b"]);

        var left = await FindAsync(Pairing, "c1");
        Assert.Equal(Name, Assert.Single(left.Bases));
        Assert.Empty(left.Edits);
        Assert.Equal(
            ("a", "b"),
            ((await Store.MarksAsync(link.Left)).Single().Path, (await Store.MarksAsync(link.Right)).Single().Path));
    }

    private async Task<LinkedBases> FindAsync(string pairing, string key) =>
        (await Store.FindLinkAsync(pairing, Side.Left, key))!;
}
