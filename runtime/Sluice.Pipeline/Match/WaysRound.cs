using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// Tells whether a pairing without match rules can know who is who: only by way of others, of what these have joined.
/// </summary>
internal sealed class WaysRound(TurnOrder order, Topology topology, IStore store, Listings listings)
{
    private static readonly Side[] Sides = [Side.Left, Side.Right];

    // Map and load stage ask side by side.
    private readonly ConcurrentDictionary<string, IReadOnlyList<PairingDescriptor>> _ways = new(StringComparer.Ordinal);

    /// <summary>The pairings that link nothing yet, because nobody has approved their plan.</summary>
    public IReadOnlySet<string> Unapproved { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <returns>Why nothing may be created for a pairing in this cycle; null where it may.</returns>
    /// <param name="pairing">The pairing.</param>
    /// <param name="turns">The turns of all, each with why it cannot go on.</param>
    public PairingReport? Blocks(
        PairingTurn pairing, IReadOnlyList<(PairingTurn Turn, PairingReport? Stopped)> turns)
    {
        var (left, right, way) = (
            pairing.Descriptor.Left.Name, pairing.Descriptor.Right.Name, Of(pairing.Descriptor));
        foreach (var (other, stopped) in turns)
            if ((stopped?.Problem is not null || listings.Failed(other.Descriptor) is not null)
                && way.Contains(other.Descriptor))
                return Blocked(
                    other.Descriptor, "which could not look for it in this cycle; nothing is created before it has.",
                    $"Look at what stopped {other.Descriptor.Name}; pause it if it is to be left out.");

        return way.FirstOrDefault(order.PassedBy.Contains) is { } passed
            ? Blocked(
                passed, "which this run is not for; nothing is created without it.",
                $"Run them together, without --only; pause {passed.Name} if it is to be left out.")
            : null;

        PairingReport Blocked(PairingDescriptor other, string reason, string fix) => TurnRunner.Report(pairing) with
        {
            Problem = $"Which {left} and {right} are the same is known by way of {other.Name} only, {reason}",
            Fix = fix,
        };
    }

    /// <returns>
    /// Why nothing may be made of a record for now: it, or what stands for the same thing, matches something that it is
    /// not linked with yet, and that is not known to stand for it as well; null where it does not.
    /// </returns>
    public async ValueTask<string?> UndecidedAsync(PairingDescriptor pairing, RecordId origin)
    {
        var way = Of(pairing);
        if (way.Count == 0)
            return null;

        foreach (var entity in way.SelectMany(other => Sides.Select(side => other[side].Name)).Distinct())
            if (listings.Of(entity)?.Blind is { } blind)
                return $"In {entity}, {blind}: whether that stands for the same is not known.";

        var thing = (await store.LineageAsync(origin)).Prepend(origin).ToList();
        foreach (var record in thing)
            foreach (var other in way)
                foreach (var side in Sides.Where(side => topology.Physical(other[side].Name) == record.Entity))
                    if (await store.FindLinkAsync(other.Name, side, record.Key) is null
                        && (await store.CandidatesAsync(other.Name, side, record.Key))
                            .FirstOrDefault(candidate =>
                                !candidate.IsLinked && !thing.Contains(candidate.Identity)) is { } candidate)
                        return $"{other[side].Name} {record.Key} matches {other[side.Other()].Name} {candidate.Key}, "
                            + $"and {other.Name} has not linked it yet: whether it is there already is not known."
                            + (Unapproved.Contains(other.Name)
                                ? $" Approve the plan of {other.Name} (sluice plan, then sluice approve HASH), or "
                                    + $"leave it out: sluice pause {other.Name}"
                                : "");

        return null;
    }

    /// <summary>
    /// All that lies between a pairing's two entities, where it has no match rules of its own. What has none joins
    /// nobody of whom it is not known already.
    /// </summary>
    public static IReadOnlyList<PairingDescriptor> Of(
        PairingDescriptor pairing, IEnumerable<PairingDescriptor> all)
    {
        if (pairing.Rules.Count > 0)
            return [];

        var others = all.Where(other => other.Name != pairing.Name).ToList();
        while (others.Find(other => Ends(other).Except(Ends(pairing))
            .Any(end => others.Count(next => Ends(next).Contains(end)) == 1)) is { } deadEnd)
            others.Remove(deadEnd);

        var (reached, way) = (new HashSet<EntityName> { pairing.Left.Name }, new List<PairingDescriptor>());
        while (others.Find(other => reached.Overlaps(Ends(other))) is { } next)
        {
            way.Add(next);
            reached.UnionWith(Ends(next));
            others.Remove(next);
        }

        return reached.Contains(pairing.Right.Name)
            ? [.. way.Where(other => other.Rules.Count > 0)]
            : [];
    }

    private IReadOnlyList<PairingDescriptor> Of(PairingDescriptor pairing) => _ways.GetOrAdd(
        pairing.Name,
        _ => Of(pairing, order.Pairings.Select(other => other.Descriptor).Concat(order.PassedBy)));

    private static EntityName[] Ends(PairingDescriptor pairing) => [pairing.Left.Name, pairing.Right.Name];
}
