namespace Sluice.Specification.Binding;

/// <summary>
/// Finds all items of one key in a list that is sorted by key, in steps as many as its length has bits.
/// </summary>
internal static class EqualRange
{
    /// <summary>The items of a key, in their order.</summary>
    /// <param name="sorted">The list, in ordinal order of the keys.</param>
    /// <param name="keyOf">An item's key.</param>
    /// <param name="key">The key.</param>
    public static IEnumerable<T> Of<T>(EquatableArray<T> sorted, Func<T, string> keyOf, string key)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (string.CompareOrdinal(keyOf(sorted[middle]), key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < sorted.Count && keyOf(sorted[low]) == key; low++)
            yield return sorted[low];
    }
}
