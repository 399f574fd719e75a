namespace Sluice.Connectors.Listing;

/// <summary>What a walk has met so far. Owned by one walk.</summary>
internal sealed class Seen
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _keyless;

    /// <summary>How many different elements were met. One without a key can only be counted.</summary>
    public int Count => _keys.Count + _keyless;

    /// <summary>Notes an element; false where it was met before.</summary>
    public bool Add(string? key)
    {
        if (key is not null)
            return _keys.Add(key);

        _keyless++;
        return true;
    }

    /// <summary>
    /// The proof that nothing follows a page, in words; null where there is none. A total that does not agree with what
    /// came proves that something was missed, whatever else the page says.
    /// </summary>
    public string? ProofAfter(Slice slice, Position position) => slice switch
    {
        { Total: { } total } => total == Count ? $"total {total} = {Count} distinct ids" : null,
        { IsLast: true } => $"page {position.Page} is marked as the last, {Count} distinct ids",
        { Elements.Count: 0 } => $"page {position.Page} is empty, {Count} distinct ids",
        _ => null,
    };
}
