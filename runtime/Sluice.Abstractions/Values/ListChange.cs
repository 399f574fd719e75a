namespace Sluice;

/// <summary>
/// What became of a list whose order means nothing: the elements a write has to touch, and no others.
/// </summary>
/// <param name="Added">Elements that are new, as they are now.</param>
/// <param name="Removed">Elements that are gone, as they were.</param>
/// <param name="Changed">Elements that have the key of one that was there and hold something else, as they are
/// now.</param>
public sealed record ListChange(
    IReadOnlyList<FieldValue> Added, IReadOnlyList<FieldValue> Removed, IReadOnlyList<FieldValue> Changed)
{
    /// <summary>Compares two lists element by element.</summary>
    /// <param name="order">Where the list is keyed, elements are told apart by their first value; else by
    /// themselves.</param>
    /// <param name="comparison">How elements are compared.</param>
    /// <param name="before">The list as it was.</param>
    /// <param name="now">The list as it is.</param>
    public static ListChange Between(
        ListOrder order, Comparison comparison, IReadOnlyList<FieldValue> before, IReadOnlyList<FieldValue> now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);

        var was = before.ToLookup(Key);
        var kept = now.ToLookup(Key);
        return new(
            [.. now.Where(element => !was.Contains(Key(element)))],
            [.. before.Where(element => !kept.Contains(Key(element)))],
            [
                .. now.Where(element =>
                    was.Contains(Key(element))
                    && !was[Key(element)].Any(known => CanonicalForm.Same(comparison, known, element))),
            ]);

        FieldValue Key(FieldValue element) => CanonicalForm.Of(
            comparison, order == ListOrder.Keyed ? ListForm.KeyOf(element) : element);
    }
}
