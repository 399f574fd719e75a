namespace Sluice;

/// <summary>
/// Puts lists into the form in which they are compared: elements folded, and sorted where order means nothing. Blanks
/// are no elements, as a contract's list does not hold nulls.
/// </summary>
internal static class ListForm
{
    public static FieldValue Of(Comparison comparison, IReadOnlyList<FieldValue> list)
    {
        var folded = list.Select(element => Part(comparison, element)).Where(static element => !element.IsBlank);
        return FieldValue.Of(comparison.Order switch
        {
            ListOrder.Set => [.. folded.Distinct().OrderBy(Written, StringComparer.Ordinal)],
            ListOrder.Keyed => [.. folded.OrderBy(element => Written(KeyOf(element)), StringComparer.Ordinal)],
            _ => (IReadOnlyList<FieldValue>)[.. folded],
        });
    }

    // What stands where inside an element counts, and so do blanks there.
    private static FieldValue Part(Comparison comparison, FieldValue element) => element.List is { } inner
        ? FieldValue.Of([.. inner.Select(one => Part(comparison, one))])
        : CanonicalForm.Of(comparison with { Order = ListOrder.Sequence }, element);

    /// <summary>
    /// What tells an element of a keyed list from others: its first value, or itself where it has none.
    /// </summary>
    public static FieldValue KeyOf(FieldValue element) => element.List is [var key, ..] ? key : element;

    private static string Written(FieldValue value) => value.ToStored();
}
