namespace Sluice.Pipeline.Tests;

public sealed class ListTests
{
    private static readonly FieldValue[] Lines =
    [
        Line("a", 1), Line("b", 2), Line("c", 3), Line("d", 4), Line("e", 5),
    ];

    [Theory]
    [InlineData(ListOrder.Sequence, false)]
    [InlineData(ListOrder.Set, true)]
    [InlineData(ListOrder.Keyed, true)]
    public void F29_Another_order_is_another_value_only_where_order_means_something(ListOrder order, bool same)
    {
        var how = new Comparison(Canonical.Text) { Order = order };

        foreach (var seed in Enumerable.Range(0, 20))
        {
            FieldValue[] permuted = [.. Lines];
            while (permuted.SequenceEqual(Lines))
                new Random(seed).Shuffle(permuted);

            Assert.Equal(same, CanonicalForm.Same(how, FieldValue.Of(Lines), FieldValue.Of(permuted)));
        }
    }

    [Theory]
    [InlineData(ListOrder.Sequence)]
    [InlineData(ListOrder.Set)]
    [InlineData(ListOrder.Keyed)]
    public void Blanks_are_no_elements_but_count_inside_of_them(ListOrder order)
    {
        var how = new Comparison(Canonical.Text) { Order = order };

        Assert.True(CanonicalForm.Same(how, FieldValue.Of([FieldValue.Null]), FieldValue.Of([])));
        Assert.True(CanonicalForm.Same(how, FieldValue.Of([Lines[0], FieldValue.Null]), FieldValue.Of(Lines[..1])));
        Assert.True(CanonicalForm.Same(how, FieldValue.Of([FieldValue.Of(" ")]), FieldValue.Null));
        Assert.False(CanonicalForm.Same(
            how,
            FieldValue.Of([FieldValue.Of([FieldValue.Of("a"), FieldValue.Null, FieldValue.Of("b")])]),
            FieldValue.Of([FieldValue.Of([FieldValue.Of("a"), FieldValue.Of("b"), FieldValue.Null])])));
    }

    [Theory]
    [InlineData(ListOrder.Sequence)]
    [InlineData(ListOrder.Set)]
    [InlineData(ListOrder.Keyed)]
    public void F29_A_line_less_is_another_value_in_every_order(ListOrder order) => Assert.False(CanonicalForm.Same(
        new Comparison(Canonical.Text) { Order = order }, FieldValue.Of(Lines), FieldValue.Of(Lines[1..])));

    [Fact]
    public void An_element_of_a_set_is_in_it_or_not()
    {
        var how = new Comparison(Canonical.Email) { Order = ListOrder.Set };

        Assert.True(CanonicalForm.Same(how, Texts("a@x.no", "b@x.no"), Texts("B@x.no", "A@x.no", "a@x.no")));
        Assert.False(CanonicalForm.Same(how, Texts("a@x.no"), Texts("a@x.no", "b@x.no")));
        Assert.True(CanonicalForm.Same(how, Texts(), FieldValue.Null));
    }

    private static FieldValue Line(string key, long count) =>
        FieldValue.Of([FieldValue.Of(key), FieldValue.Of((long?)count)]);

    private static FieldValue Texts(params string[] texts) =>
        FieldValue.Of([.. texts.Select(text => FieldValue.Of(text))]);
}
