using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>What a create of unknown outcome may have made.</summary>
internal sealed class Orphan
{
    private readonly JsonElement _body;
    private readonly Dictionary<string, Record> _hits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Record> _suspects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Record>> _holders = new(StringComparer.Ordinal);

    /// <param name="intent">The create.</param>
    /// <param name="references">
    /// Paths that hold keys of other records: what many may refer to tells no one of them.
    /// </param>
    public Orphan(Intent intent, IReadOnlyList<string> references)
    {
        (Intent, _body) = (intent, JsonElement.Parse(intent.Body));
        foreach (var text in Resemblance.Texts(_body, references))
            _holders[text] = new(StringComparer.Ordinal);
    }

    public Intent Intent { get; }

    /// <summary>Records that hold all that was sent.</summary>
    public IReadOnlyList<Record> Hits => [.. _hits.Values];

    /// <summary>Records that alone hold some of it, or did in an earlier look.</summary>
    public IReadOnlyList<Record> Traces =>
    [
        .. _holders.Values.Where(holders => holders.Count == 1).SelectMany(holders => holders.Values)
            .Concat(_suspects.Values).DistinctBy(record => record.Key),
    ];

    public void See(Record record, Lazy<HashSet<string>> texts)
    {
        if (Resemblance.Covers(_body, record.Raw))
            _hits[record.Key] = record;
        if (Intent.Suspects.Contains(record.Key))
            _suspects[record.Key] = record;
        foreach (var (text, holders) in _holders)
            if (texts.Value.Contains(text))
                holders[record.Key] = record;
    }
}
