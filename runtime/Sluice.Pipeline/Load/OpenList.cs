namespace Sluice.Pipeline;

/// <summary>What was open of one pairing when its turn came, and what still is: an item that did not change is not written again.</summary>
/// <remarks>Owned by the load stage of one pairing.</remarks>
internal sealed class OpenList
{
    private readonly IStore _store;
    private readonly Dictionary<(Side Side, string Key), OpenItem> _items;
    private readonly HashSet<(Side Side, string Key)> _confirmed = [];

    private OpenList(IStore store, IEnumerable<OpenItem> items)
    {
        _store = store;
        _items = items.GroupBy(item => (item.Side, item.Key)).ToDictionary(group => group.Key, group => group.First());
    }

    public static async ValueTask<OpenList> ReadAsync(IStore store, string pairing) =>
        new(store, await store.OpenItemsAsync(pairing));

    /// <summary>What was open about either record of a link.</summary>
    public IReadOnlyList<OpenItem> Of(Link link) =>
        [.. new[] { Side.Left, Side.Right }.Select(side => Of(side, link.Key(side))).OfType<OpenItem>()];

    /// <summary>What was open about a record.</summary>
    public OpenItem? Of(Side side, string key) => _items.GetValueOrDefault((side, key));

    /// <summary>Opens an item, or leaves it as it is where it already says the same.</summary>
    public async ValueTask OpenAsync(OpenItem item)
    {
        _confirmed.Add((item.Side, item.Key));
        if (Of(item.Side, item.Key) is { } known && known with { Since = item.Since } == item)
            return;

        _items[(item.Side, item.Key)] = item;
        await _store.OpenAsync(item);
    }

    /// <summary>Notes that what was open about a record still is.</summary>
    public void Confirm(Side side, string key) => _confirmed.Add((side, key));

    /// <summary>Closes what nobody confirmed about records that have no link: it is no longer so.</summary>
    public async ValueTask CloseOthersAsync()
    {
        foreach (var item in _items.Values.Where(item => !_confirmed.Contains((item.Side, item.Key))))
            if (await _store.FindLinkAsync(item.Pairing, item.Side, item.Key) is null)
                await _store.CloseAsync(item.Pairing, item.Side, item.Key);
    }
}
