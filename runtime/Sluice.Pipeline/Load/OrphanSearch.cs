namespace Sluice.Pipeline;

/// <summary>Looks through a listing for the records of creates whose outcome is not settled.</summary>
/// <remarks>Fed by one extraction; read when it is over.</remarks>
internal sealed class OrphanSearch(IEnumerable<(Intent Intent, IReadOnlyList<string> References)> creates)
    : IListingWatch
{
    private readonly List<Orphan> _orphans =
        [.. creates.Select(create => new Orphan(create.Intent, create.References))];

    public void See(Record record)
    {
        var texts = new Lazy<HashSet<string>>(() => [.. Resemblance.Texts(record.Raw, [])]);
        foreach (var orphan in _orphans)
            orphan.See(record, texts);
    }

    /// <summary>The records that hold what an intent sent.</summary>
    public IReadOnlyList<Record> Hits(Intent intent) => Of(intent)?.Hits ?? [];

    /// <summary>
    /// Records that alone hold some of what an intent sent, or did once: somebody may have edited the rest of it since.
    /// </summary>
    public IReadOnlyList<Record> Traces(Intent intent) => Of(intent)?.Traces ?? [];

    private Orphan? Of(Intent intent) => _orphans.Find(orphan => orphan.Intent.Id == intent.Id);
}
