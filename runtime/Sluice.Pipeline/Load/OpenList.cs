using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// What was open of one pairing when its turn came, and what still is: an item that did not change is not written
/// again.
/// </summary>
/// <remarks>
/// Written by the load stage of one pairing; the map stage reads it to see what need not be tried again.
/// </remarks>
internal sealed class OpenList
{
    private readonly IStore _store;
    private readonly ConcurrentDictionary<(Side Side, string Key), IReadOnlyList<OpenItem>> _items;
    private readonly ConcurrentDictionary<(Side Side, string Key), bool> _confirmed = new();

    private OpenList(IStore store, IEnumerable<OpenItem> items)
    {
        _store = store;
        _items = new(items.GroupBy(item => (item.Side, item.Key)).Select(group =>
            KeyValuePair.Create(group.Key, (IReadOnlyList<OpenItem>)[.. group])));
    }

    public static async ValueTask<OpenList> ReadAsync(IStore store, string pairing) =>
        new(store, await store.OpenItemsAsync(pairing));

    /// <summary>What is open about either record of a link.</summary>
    public IReadOnlyList<OpenItem> Of(Link link) => [.. Of(Side.Left, link.LeftKey), .. Of(Side.Right, link.RightKey)];

    /// <summary>What is asked about creates for either record of a link.</summary>
    public IReadOnlyList<OpenItem> AskedOf(Link link) => [.. Of(link).Where(item => item.Cause == OpenCause.Made)];

    /// <summary>
    /// The fields of a link of which is asked which of two values is meant, or is not for as long as one may be hidden.
    /// </summary>
    public IReadOnlyList<string> FieldsAskedOf(Link link) =>
    [
        .. from item in Of(link)
           where item.Cause == OpenCause.Differing || item.Basis == Withholding.Basis
           select item.Field,
    ];

    /// <summary>What is open about a record.</summary>
    public IReadOnlyList<OpenItem> Of(Side side, string key) =>
        _items.TryGetValue((side, key), out var items) ? items : [];

    /// <summary>Whether exactly this is open already, since whenever.</summary>
    public bool Says(OpenItem item) => Of(item.Side, item.Key).Any(known => known with { Since = item.Since } == item);

    /// <summary>Whether it was said in this turn that something is open about a record.</summary>
    public bool IsConfirmed(Side side, string key) => _confirmed.ContainsKey((side, key));

    /// <summary>
    /// Opens an item in place of what was open about its record, or leaves that as it is where it already says the
    /// same.
    /// </summary>
    public ValueTask OpenAsync(OpenItem item) => OpenAsync(item, [], []);

    /// <summary>
    /// Opens an item beside what a write was refused on: whether the same would be sent again is not known.
    /// </summary>
    public ValueTask OpenBesideRefusalAsync(OpenItem item) => OpenBesideRefusalAsync(item, []);

    /// <summary>The same, with what the record was seen to show.</summary>
    public ValueTask OpenBesideRefusalAsync(OpenItem item, IReadOnlyList<Mark> seen) => OpenAsync(
        item, [.. Of(item.Side, item.Key).Where(known =>
            known.Basis.Length > 0 && known.Basis != item.Basis && known.Basis != Rivals.Basis)], seen);

    /// <summary>Notes what a commit of the store left open about the records of a link.</summary>
    public void Committed(Link link, IReadOnlyList<OpenItem> items)
    {
        foreach (var side in new[] { Side.Left, Side.Right })
            if (items.Where(item => item.Side == side && item.Key == link.Key(side)).ToList() is [_, ..] open)
                _items[(side, link.Key(side))] = open;
            else
                _items.TryRemove((side, link.Key(side)), out _);
    }

    /// <summary>Notes that what was open about a record still is.</summary>
    public void Confirm(Side side, string key) => _confirmed[(side, key)] = true;

    /// <summary>Closes what nobody confirmed about records that have no link: it is no longer so.</summary>
    /// <remarks>In an order that is the same in each process.</remarks>
    public async ValueTask CloseOthersAsync()
    {
        foreach (var item in _items.Where(item => item.Value.Count > 0 && !_confirmed.ContainsKey(item.Key))
            .Select(item => item.Value[0]).OrderBy(item => item.Side).ThenBy(item => item.Key, StringComparer.Ordinal))
            if (await _store.FindLinkAsync(item.Pairing, item.Side, item.Key) is null)
                await _store.CloseAsync(item.Pairing, item.Side, item.Key);
    }

    private async ValueTask OpenAsync(OpenItem item, IReadOnlyList<OpenItem> beside, IReadOnlyList<Mark> seen)
    {
        Confirm(item.Side, item.Key);
        if (seen.Count == 0 && Says(item) && Of(item.Side, item.Key).Count == 1 + beside.Count)
            return;

        _items[(item.Side, item.Key)] = [item, .. beside];
        await _store.OpenAsync(item, beside, seen);
    }
}
