namespace Sluice.Host.Diffing;

/// <summary>A document as it was when some pairings last ran with an approval, and as it is.</summary>
/// <param name="Name">The document's name.</param>
/// <param name="Before">Its text as it was; null where there was none.</param>
/// <param name="Now">Its text as it is; null where there is none.</param>
/// <param name="Pairings">The names of these pairings, among them those that came or went with it.</param>
internal sealed record DocumentVersions(string Name, string? Before, string? Now, IReadOnlySet<string> Pairings)
{
    /// <summary>
    /// Every document that some pairing was approved with or is compiled from, once for each state in which pairings
    /// were approved with it.
    /// </summary>
    public static IReadOnlyList<DocumentVersions> Of(
        IReadOnlyList<CompiledPairing> approved, IReadOnlyList<CompiledPairing> compiled)
    {
        var (before, now) = (Texts(approved), Texts(compiled));
        var (were, are) = (Names(approved), Names(compiled));
        var seen = before.Keys.Union(now.Keys)
            .Select(key => (key.Document, key.Pairing, Before: before.GetValueOrDefault(key),
                Now: now.GetValueOrDefault(key)))
            .ToList();
        var kept = seen.Where(one => were.Contains(one.Pairing) && are.Contains(one.Pairing)).ToList();
        return
        [
            .. seen
                .Select(one => one with
                {
                    // What came was no part of the document that the others know, and what went is none of it now.
                    Before = were.Contains(one.Pairing)
                        ? one.Before
                        : kept.Find(other => other.Document == one.Document && other.Now == one.Now).Before,
                    Now = are.Contains(one.Pairing)
                        ? one.Now
                        : now.FirstOrDefault(other => other.Key.Document == one.Document).Value,
                })
                .GroupBy(one => (one.Document, one.Before, one.Now), one => one.Pairing)
                .OrderBy(group => group.Key.Document, StringComparer.Ordinal)
                .Select(group => new DocumentVersions(
                    group.Key.Document, group.Key.Before, group.Key.Now,
                    group.ToHashSet(StringComparer.Ordinal))),
        ];
    }

    private static Dictionary<(string Document, string Pairing), string> Texts(
        IReadOnlyList<CompiledPairing> pairings) => pairings
        .SelectMany(pairing => pairing.Documents.Select(document => (pairing, document)))
        .ToDictionary(one => (one.document.Name, one.pairing.Name), one => one.document.Text);

    private static HashSet<string> Names(IReadOnlyList<CompiledPairing> pairings) =>
        pairings.Select(pairing => pairing.Name).ToHashSet(StringComparer.Ordinal);
}
