namespace Sluice.Pipeline.Tests;

public sealed class PlanItemsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1_000)]
    public void What_is_kept_packed_is_read_as_it_was_found_as_often_as_one_likes(int count)
    {
        var kept = new PlanItems();
        var items = Enumerable.Range(0, count).Select(Item).ToList();
        foreach (var item in items)
            kept.Add(item);

        Assert.Equal(count, kept.Count);
        Assert.Equal(items, kept);
        Assert.Equal(items, kept);
    }

    [Fact]
    public void What_waits_for_what_the_plan_makes_says_so_whichever_page_it_is_on()
    {
        var kept = new PlanItems();
        for (var i = 0; i < 600; i++)
            kept.Add(Item(i));
        kept.Wait(new Dictionary<int, string> { [3] = "later", [599] = "later still" });

        Assert.Equal(
            [(3, PlanKind.Wait, "later"), (599, PlanKind.Wait, "later still")],
            kept.Index().Where(item => item.Item.Text.StartsWith("later", StringComparison.Ordinal))
                .Select(item => (item.Index, item.Item.Kind, item.Item.Text)));
        Assert.Equal(Item(4), kept.ElementAt(4));
    }

    private static PlanItem Item(int i) => new(
        (PlanKind)(i % 7), $"pairing {i % 3}", $"k{i}", $"set name of Ægir {i}\nto '{new string('x', i % 50)}'", i)
    {
        WritesCredential = i % 5 == 0,
    };
}
