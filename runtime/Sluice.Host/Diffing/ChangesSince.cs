using Sluice.Specification.Comparison;

namespace Sluice.Host.Diffing;

/// <summary>What the documents say differently than when the pairings last ran with an approval.</summary>
/// <param name="IsUnknown">Whether the store is too old to know of some pairing what it ran with.</param>
/// <param name="Changes">What changed, document by document.</param>
/// <param name="Recompiled">Pairings that do something else though no flow of theirs changed: contracts did.</param>
internal sealed record ChangesSince(
    bool IsUnknown, IReadOnlyList<TouchingChange> Changes, IReadOnlyList<TouchedPairing> Recompiled)
{
    /// <param name="stored">What the store knows.</param>
    /// <param name="compiled">What is compiled into this program.</param>
    /// <param name="counts">Where every pairing stands.</param>
    public static ChangesSince Of(
        IReadOnlyList<CompiledPairing> stored, IReadOnlyList<CompiledPairing> compiled,
        IReadOnlyList<PairingCounts> counts)
    {
        var unknown = stored.Where(pairing => pairing.Fingerprint.Length == 0).Select(pairing => pairing.Name)
            .ToHashSet(StringComparer.Ordinal);
        var approved = stored.Where(pairing => !unknown.Contains(pairing.Name)).ToList();

        // Where nothing ever ran, everything is new, and the plan itself says it all.
        if (approved.Count == 0)
            return new(unknown.Count > 0, [], []);

        var known = compiled.Where(pairing => !unknown.Contains(pairing.Name)).ToList();
        var touched = Touched(approved, known, counts);
        var versions = DocumentVersions.Of(approved, known);
        var names = touched.Keys.Union(unknown).ToLookup(Folded, StringComparer.Ordinal);
        var changes = versions.SelectMany(version => In(version, names, touched)).ToList();
        var changed = changes.Where(one => one.Change.Pairing is not null)
            .SelectMany(one => one.Pairings).Select(pairing => pairing.Name).ToHashSet(StringComparer.Ordinal);
        return new(
            unknown.Count > 0, changes,
            [
                .. approved.Select(pairing => touched[pairing.Name])
                    .Where(pairing => pairing.NeedsApproval && !changed.Contains(pairing.Name)),
            ]);
    }

    // What is about others is said with theirs; what is about a pairing that went in an earlier run was said then.
    private static IEnumerable<TouchingChange> In(
        DocumentVersions version, ILookup<string, string> names, Dictionary<string, TouchedPairing> touched)
    {
        var diffs = DocumentDiff.Of(Text(version.Name, version.Before), Text(version.Name, version.Now));
        foreach (var change in diffs.SelectMany(diff => diff.Changes))
        {
            var meant = change.Pairing is { } name ? names[Folded(name)].ToList() : [.. version.Pairings];
            var own = meant.Where(version.Pairings.Contains).Order(StringComparer.Ordinal);
            if (own.Any())
                yield return new(version.Name, change, [.. own.Select(pairing => touched[pairing])]);
        }
    }

    private static Dictionary<string, TouchedPairing> Touched(
        List<CompiledPairing> approved, List<CompiledPairing> known, IReadOnlyList<PairingCounts> counts)
    {
        var links = counts.ToDictionary(count => count.Pairing, count => count.Links, StringComparer.Ordinal);
        var before = approved.ToDictionary(
            pairing => pairing.Name, pairing => pairing.Fingerprint, StringComparer.Ordinal);
        var now = known.ToDictionary(
            pairing => pairing.Name, pairing => pairing.Fingerprint, StringComparer.Ordinal);
        return before.Keys.Union(now.Keys).ToDictionary(
            name => name,
            name => new TouchedPairing(
                name, links.GetValueOrDefault(name),
                now.TryGetValue(name, out var fingerprint) && before.GetValueOrDefault(name) != fingerprint),
            StringComparer.Ordinal);
    }

    // A contract may part an entity's name into words where the document does not.
    private static string Folded(string pairing) => pairing.Replace("-", "", StringComparison.Ordinal);

    private static IReadOnlyList<DocumentText> Text(string name, string? text) =>
        text is null ? [] : [new(name, name, text)];
}
