namespace Sluice.Host.Deciding;

/// <summary>What a person is asked.</summary>
/// <param name="Item">The open item.</param>
/// <param name="Candidates">Who could be meant, where several could; told by the store as it is now.</param>
internal sealed record Question(OpenItem Item, IReadOnlyList<Meant> Candidates)
{
    /// <summary>
    /// What the record shows as all do who could be meant, in canonical form; null where that is not one text.
    /// </summary>
    public string? Shared => Candidates.Select(meant => meant.Agrees).Distinct().ToList() is [{ } only] ? only : null;

    /// <summary>Whether a document speaks of it: what is asked of a pairing that left cannot be answered.</summary>
    public bool IsDocumented => Names.Find(Item.Pairing) is not null;

    /// <summary>What is asked, in all pairings or in one.</summary>
    public static async Task<IReadOnlyList<Question>> ReadAsync(IStore store, string? pairing) =>
        await ReadAsync(store, await store.OpenItemsAsync(pairing));

    /// <summary>What is asked by these items.</summary>
    public static async Task<IReadOnlyList<Question>> ReadAsync(IStore store, IEnumerable<OpenItem> items)
    {
        var questions = new List<Question>();
        foreach (var item in items.Where(item => item.Kind == OpenKind.Review))
            questions.Add(new(item, item.Cause switch
            {
                OpenCause.Candidates => await CandidatesAsync(store, item),
                OpenCause.Made => await SuspectsAsync(store, item),
                _ => [],
            }));

        return questions;
    }

    private static async Task<IReadOnlyList<Meant>> CandidatesAsync(IStore store, OpenItem item) =>
    [
        .. from candidate in await store.CandidatesAsync(item.Pairing, item.Side, item.Key)
           select new Meant(candidate.Key, candidate.IsLinked)
           {
               Rule = candidate.Rule, Agrees = candidate.Agrees,
           },
    ];

    private static async Task<IReadOnlyList<Meant>> SuspectsAsync(IStore store, OpenItem item) =>
    [
        .. from intent in await store.OpenIntentsAsync(item.Pairing)
           where intent.Side == item.Side.Other() && intent.OriginKey == item.Key
           from key in intent.Suspects
           select new Meant(key, IsLinked: false),
    ];
}
