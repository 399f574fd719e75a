using Sluice.Host.Deciding;

namespace Sluice.Host.Explaining;

/// <summary>All that is known of where a record's values came from.</summary>
/// <param name="Record">The record.</param>
/// <param name="Links">What it is linked to, or was, each with what both sides showed when they last agreed.</param>
/// <param name="History">What was moved, the newest first.</param>
/// <param name="Open">What is open about it.</param>
internal sealed record Explanation(
    RecordId Record, IReadOnlyList<LinkedBases> Links, IReadOnlyList<HistoryEntry> History,
    IReadOnlyList<OpenItem> Open)
{
    private const int Most = 500;

    /// <summary>Whether more was moved than is told.</summary>
    public bool IsCut => History.Count == Most;

    /// <exception cref="HostException">Nothing is known of it, or no field has this name.</exception>
    public static async Task<Explanation> OfAsync(IStore store, RecordId record, string? field)
    {
        var links = await store.LinksOfAsync(record);
        var history = await store.HistoryAsync(record, field is null ? Most : 1);
        var open = new List<OpenItem>();
        foreach (var pairing in Flows.Catalogue.Pairings.Select(pairing => pairing.Descriptor))
            foreach (var side in new[] { Side.Left, Side.Right })
                if (pairing[side].Name == record.Entity)
                    open.AddRange(await store.OpenItemsAsync(pairing.Name, side, record.Key));

        if (links.Count == 0 && history.Count == 0 && open.Count == 0)
            throw await UnknownAsync(store, record);
        if (field is null)
            return new(record, links, history, open);

        var names = Fields(record, field);
        var moves = await store.HistoryAsync(
            record, [.. names.SelectMany(known => known.Value.Select(name => (known.Key, name)))], Most);
        return new(
            record,
            [
                .. links.Where(linked => names.ContainsKey(linked.Link.Pairing))
                    .Select(linked => linked with
                    {
                        Bases = [.. linked.Bases.Where(known => Is(linked.Link.Pairing, known.Field))],
                    }),
            ],
            moves,
            [
                .. open.Where(item =>
                    item.Field.Length > 0 ? Is(item.Pairing, item.Field) : names.ContainsKey(item.Pairing)),
            ]);

        bool Is(string pairing, string name) => names.TryGetValue(pairing, out var fields) && fields.Contains(name);
    }

    /// <summary>The document that a history entry's line points into.</summary>
    public static string Document(HistoryEntry entry) =>
        entry.Document.Length > 0 ? entry.Document : Names.Find(entry.Pairing)?.Document ?? "";

    /// <summary>The side of the record in a pairing's links and history.</summary>
    public Side SideIn(string pairing, string leftKey) =>
        Names.Find(pairing) is { } known && known.Left.Name == Record.Entity && leftKey == Record.Key
            ? Side.Left
            : Side.Right;

    private static async Task<HostException> UnknownAsync(IStore store, RecordId record)
    {
        if ((await store.ForgottenAsync()).Contains(record))
            return new($"{record} was forgotten.", "Nothing is known of it any more, as was decided.");

        var seen = (await store.KnownBeforeAsync(record.Entity, [record.Key], DateTimeOffset.MaxValue)).Count > 0;
        return seen
            ? new($"{record} was seen, and nothing was ever linked to it or moved.", "Nothing is to be explained.")
            : new($"Nothing is known of {record}.", "Correct the key; `sluice status` tells of records that wait.");
    }

    /// <summary>The fields that are meant, by pairing: a field has a name, and on either side its paths.</summary>
    private static Dictionary<string, HashSet<string>> Fields(RecordId record, string field)
    {
        var all = (
            from pairing in Flows.Catalogue.Pairings.Select(pairing => pairing.Descriptor)
            from side in new[] { Side.Left, Side.Right }
            where pairing[side].Name == record.Entity
            from known in pairing.Fields
            select (Pairing: pairing.Name, known.Name, Paths: known.Paths(side))).ToList();
        var meant = all.Where(known => Is(known.Name) || known.Paths.Any(Is))
            .GroupBy(known => known.Pairing, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key, group => group.Select(known => known.Name).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        if (meant.Count > 0)
            return meant;

        var names = all.Select(known => known.Name).Concat(all.SelectMany(known => known.Paths))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        throw new HostException(
            $"No document copies a field '{field}' of {record.Entity}.",
            names.Count > 0 ? $"They copy {string.Join(", ", names)}." : "They copy no field of it at all.");

        bool Is(string name) => string.Equals(name, field, StringComparison.OrdinalIgnoreCase);
    }
}
