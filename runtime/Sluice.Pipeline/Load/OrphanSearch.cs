using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Looks through a listing for the records of creates whose outcome is not settled.</summary>
/// <remarks>Fed by one extraction; read when it is over.</remarks>
internal sealed class OrphanSearch(IReadOnlyList<Intent> intents) : IListingWatch
{
    private readonly List<(Intent Intent, JsonElement Body, List<Record> Hits)> _wanted =
        [.. intents.Select(intent => (intent, JsonElement.Parse(intent.Body), new List<Record>()))];

    public void See(Record record)
    {
        foreach (var (_, body, hits) in _wanted)
            if (Resemblance.Covers(body, record.Raw))
                hits.Add(record);
    }

    /// <summary>The records that hold what an intent sent.</summary>
    public IReadOnlyList<Record> Hits(Intent intent) =>
        [
            .. _wanted.Where(wanted => wanted.Intent.Id == intent.Id).SelectMany(wanted => wanted.Hits)
                .DistinctBy(record => record.Key),
        ];
}
