namespace Sluice.Connectors.Listing;

/// <summary>What a walk has met so far. Owned by one walk.</summary>
internal sealed class Seen
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _keyless;
    private long? _total;
    private bool _shrank;

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
    /// Notes how many elements there are at the time of a page. Where there are fewer than before, one went while the
    /// listing was read, and what stood behind it may have moved past.
    /// </summary>
    public void Expect(long? total)
    {
        _shrank |= total < _total;
        _total = total ?? _total;
    }

    /// <summary>
    /// The proof that nothing follows a page, in words; null where there is none. A total that does not agree with what
    /// came proves that something was missed, whatever else the page says.
    /// </summary>
    public string? ProofAfter(Slice slice, Position position) => slice switch
    {
        _ when _shrank => null,
        { Total: { } total } => total == Count ? $"total {total} = {Count} distinct ids" : null,
        { IsLast: true } => $"page {position.Page} is marked as the last, {Count} distinct ids",
        { Elements.Count: 0 } => $"page {position.Page} is empty, {Count} distinct ids",
        _ => null,
    };
}
