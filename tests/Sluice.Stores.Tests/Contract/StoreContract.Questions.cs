namespace Sluice.Stores.Tests;

/// <summary>What is asked about a link, and what else is known of its records since.</summary>
public abstract partial class StoreContract
{
    [Theory]
    [InlineData(LinkOrigin.Created, OpenCause.Differing, Side.Left, true)]
    [InlineData(LinkOrigin.Created, OpenCause.Differing, Side.Right, true)]
    [InlineData(LinkOrigin.Created, OpenCause.Other, Side.Left, false)]
    [InlineData(LinkOrigin.Match, OpenCause.Differing, Side.Left, false)]
    [InlineData(LinkOrigin.Lineage, OpenCause.Differing, Side.Left, false)]
    public async Task A_question_about_two_values_is_looked_at_again_once_it_is_known_what_was_made_for_what(
        LinkOrigin origin, OpenCause cause, Side side, bool isDirty)
    {
        var link = await LinkAsync("c", "g");
        await LinkAsync("d", "h");
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, Noon)
        {
            Open = [Item(side == Side.Left ? "c" : "g") with { Side = side, Kind = OpenKind.Review, Cause = cause }],
        });

        await Store.LinkAsync(new NewLink(Wanted("k", "c") with
        {
            Pairing = Other, Origin = origin, Left = new(Customers, "k"), Right = new(Companies, "c"),
        }, [], Dirty: false, At(1)));

        Assert.Equal(isDirty ? ["c"] : [], await DirtyKeysAsync());
        Assert.Single(await Store.OpenItemsAsync(Pairing));
    }

    [Theory]
    [InlineData(LinkOrigin.Created, LinkState.Tombstone, true)]
    [InlineData(LinkOrigin.Created, LinkState.Ended, true)]
    [InlineData(LinkOrigin.Created, LinkState.Live, false)]
    [InlineData(LinkOrigin.Match, LinkState.Tombstone, false)]
    public async Task That_is_so_too_where_what_was_made_for_what_lives_again(
        LinkOrigin origin, LinkState before, bool isDirty)
    {
        var made = await Store.LinkAsync(new NewLink(Wanted("k", "c") with
        {
            Pairing = Other, Origin = origin, Left = new(Customers, "k"), Right = new(Companies, "c"),
        }, [], Dirty: false, Noon));
        await Store.SetLinkStateAsync(made.Id, before, At(1));
        var link = await LinkAsync("c", "g");
        await Store.MergeAsync(new MergeCommit(link.Id, [], Dirty: false, At(2))
        {
            Open = [Item("c") with { Kind = OpenKind.Review, Cause = OpenCause.Differing }],
        });

        await Store.MergeAsync(new MergeCommit(made.Id, [], Dirty: true, At(3)) { State = LinkState.Live });

        Assert.Equal(isDirty ? ["c"] : [], await DirtyKeysAsync());
        Assert.Single(await Store.OpenItemsAsync(Pairing));
    }

    [Theory]
    [InlineData(LinkOrigin.Match)]
    [InlineData(LinkOrigin.Created)]
    public async Task A_link_of_what_turns_out_to_have_been_created_says_so_and_keeps_what_it_agreed_on(
        LinkOrigin origin)
    {
        var matched = await Store.LinkAsync(
            new NewLink(Wanted("c", "g") with { Origin = origin }, [Name], Dirty: false, Noon));
        var intent = await Store.BeginIntentAsync(Create("c"));
        var email = Name with { Field = "email" };
        var found = new NewLink(
            Wanted("c", "g") with { Origin = LinkOrigin.Created, Line = 30 },
            [email, Name with { Left = FieldValue.Of("as sent") }], Dirty: true, At(1)) { Intent = intent };

        var made = await Store.LinkAsync(found);
        var again = await Store.LinkAsync(found with { Bases = [Name with { Field = "phone" }] });

        Assert.Equal(matched with { Origin = LinkOrigin.Created, Line = 30, IsDirty = true }, made);
        Assert.Equal(made, again);
        var stored = Assert.Single(await Store.LinksAsync(Pairing, 0, 10));
        Assert.Equal(made, stored.Link);
        Assert.Equal([email, Name], stored.Bases);
        Assert.Empty(await Store.OpenIntentsAsync(Pairing));
    }
}
