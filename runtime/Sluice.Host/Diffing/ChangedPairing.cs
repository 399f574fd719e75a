namespace Sluice.Host.Diffing;

/// <summary>A pairing whose documents, or what became of them, are not what it was approved with.</summary>
/// <param name="Name">The pairing's name.</param>
/// <param name="Documents">The documents that changed for it; none where contracts or the program did.</param>
/// <param name="Standing">What that means for it.</param>
internal sealed record ChangedPairing(string Name, IReadOnlyList<string> Documents, ChangeStanding Standing)
{
    /// <summary>The pairings that changed, in the order of their names.</summary>
    /// <param name="since">What changed.</param>
    /// <param name="compiled">What is compiled into this program.</param>
    /// <param name="isApproved">Whether somebody approved what a pairing does now.</param>
    public static IReadOnlyList<ChangedPairing> Of(
        ChangesSince since, IReadOnlyList<CompiledPairing> compiled, Func<CompiledPairing, bool> isApproved)
    {
        var now = compiled.ToDictionary(pairing => pairing.Name, StringComparer.Ordinal);
        return
        [
            .. since.Changes.SelectMany(one => one.Pairings.Select(pairing => (Pairing: pairing, one.Document)))
                .Concat(since.Recompiled.Select(pairing => (Pairing: pairing, Document: "")))
                .GroupBy(one => one.Pairing, one => one.Document)
                .OrderBy(group => group.Key.Name, StringComparer.Ordinal)
                .Select(group => new ChangedPairing(
                    group.Key.Name,
                    [.. group.Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)],
                    Standing(group.Key))),
        ];

        ChangeStanding Standing(TouchedPairing pairing) =>
            !now.TryGetValue(pairing.Name, out var known) ? ChangeStanding.Gone
            : !pairing.NeedsApproval ? ChangeStanding.SameMeaning
            : isApproved(known) ? ChangeStanding.Approved
            : ChangeStanding.AwaitsApproval;
    }
}
