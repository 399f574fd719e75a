namespace Sluice;

/// <summary>What waits, what only a person can decide, and what a vendor refused: one list.</summary>
public interface IOpenItems
{
    /// <summary>
    /// Opens an item, or replaces what is open about the same record in the same pairing, apart from what is named
    /// beside it. The first time stays.
    /// </summary>
    ValueTask OpenAsync(OpenItem item, params IReadOnlyList<OpenItem> beside);

    /// <summary>The same, with what records were seen to show as that was found, in one transaction.</summary>
    ValueTask OpenAsync(OpenItem item, IReadOnlyList<OpenItem> beside, IReadOnlyList<Mark> seen);

    /// <summary>Closes what is open about a record in a pairing; nothing where nothing is.</summary>
    ValueTask CloseAsync(string pairing, Side side, string key);

    /// <summary>What is open: of this pairing, or of all; in the order of pairing, kind, side and key.</summary>
    ValueTask<IReadOnlyList<OpenItem>> OpenItemsAsync(string? pairing);

    /// <summary>What is open about one record in a pairing.</summary>
    ValueTask<IReadOnlyList<OpenItem>> OpenItemsAsync(string pairing, Side side, string key);
}
