namespace Sluice.Pipeline.Tests;

/// <summary>What one lineage says is the same, and a pairing holds for one whose counterpart is gone.</summary>
public sealed partial class TriangleTests
{
    [Theory]
    [InlineData(DeletePolicy.Ask, 0)]
    [InlineData(DeletePolicy.Ignore, 0)]
    [InlineData(DeletePolicy.Ask, 1)]
    [InlineData(DeletePolicy.Ignore, 1)]
    public async Task F53_Whom_a_tombstone_holds_is_asked_about_also_where_the_lineage_knows_it(
        DeletePolicy policy, int lost)
    {
        await using var world = await World.CreateAsync();
        var sides = Triangle(world, ["email"], ["email"], ["email"]);
        world.Options.Deletes.Set("0/1", policy);
        world.Options.Deletes.Set(lost == 0 ? "0/2" : "1/2", DeletePolicy.Unlink);
        foreach (var side in sides)
            side.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        await world.QuiesceAsync();
        var (gone, stays) = (sides[lost].Keys.Single(), sides[1 - lost].Keys.Single());
        sides[lost].Delete(gone);
        await world.QuiesceAsync();

        // Made anew, it is linked with the third, and so is the one that stayed.
        var again = sides[lost].Add("Ada", "ada@x.no");
        await world.QuiesceAsync();

        var (here, there) = lost == 0 ? (Side.Left, Side.Right) : (Side.Right, Side.Left);
        var asked = Assert.Single(
            await world.OpenAsync(), item => item is { Pairing: "0/1", Cause: OpenCause.Candidates });
        Assert.Equal((here, again, OpenKind.Review), (asked.Side, asked.Key, asked.Kind));
        Assert.Contains($"{gone}, which is gone", asked.Reason, StringComparison.Ordinal);
        Assert.Equal(LinkState.Tombstone, (await world.LinksAsync("0/1")).Single().State);
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));

        Assert.True((await world.DecideAsync(new PersonDecision(DecisionKind.Again)
        {
            Pairing = "0/1", Side = there, Key = stays,
        })).IsApplied);
        await world.QuiesceAsync();
        Assert.Equal(
            (again, LinkState.Live),
            (await world.LinksAsync("0/1")).Select(link => (link.Key(here), link.State)).Single());
        Assert.Empty(await world.OpenAsync());
        Assert.Equal([1, 1, 1], sides.Select(side => side.Count));
    }
}
