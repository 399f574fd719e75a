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
}
