namespace Sluice.Pipeline;

/// <summary>
/// Tells whether a pairing without match rules can know who is who: only by way of others, of what these have joined.
/// </summary>
internal sealed class WaysRound(Listings listings)
{
    /// <returns>Why nothing may be created for a pairing in this cycle; null where it may.</returns>
    /// <param name="pairing">The pairing.</param>
    /// <param name="turns">The turns of all, each with why it cannot go on.</param>
    public PairingReport? Blocks(
        PairingTurn pairing, IReadOnlyList<(PairingTurn Turn, PairingReport? Stopped)> turns)
    {
        var (left, right) = (pairing.Descriptor.Left.Name, pairing.Descriptor.Right.Name);
        if (pairing.Descriptor.Rules.Count > 0)
            return null;

        var way = Connected(left, [.. turns.Where(other => other.Turn != pairing)]);
        if (!way.Any(other => Joins(other.Turn, right)))
            return null;

        foreach (var (other, stopped) in way)
            if (stopped?.Problem is not null || listings.Failed(other.Descriptor) is not null)
                return TurnRunner.Report(pairing) with
                {
                    Problem = $"Which {left} and {right} are the same is known by way of {other.Descriptor.Name} only, "
                        + "which could not look for it in this cycle; nothing is created before it has.",
                    Fix = $"Look at what stopped {other.Descriptor.Name}; pause it if it is to be left out.",
                };

        return null;
    }

    private static List<(PairingTurn Turn, PairingReport? Stopped)> Connected(
        EntityName from, List<(PairingTurn Turn, PairingReport? Stopped)> others)
    {
        var reached = new HashSet<EntityName> { from };
        var way = new List<(PairingTurn Turn, PairingReport? Stopped)>();
        while (others.FindIndex(other => reached.Any(entity => Joins(other.Turn, entity))) is >= 0 and var next)
        {
            way.Add(others[next]);
            reached.Add(others[next].Turn.Descriptor.Left.Name);
            reached.Add(others[next].Turn.Descriptor.Right.Name);
            others.RemoveAt(next);
        }

        return way;
    }

    private static bool Joins(PairingTurn turn, EntityName entity) =>
        turn.Descriptor.Left.Name == entity || turn.Descriptor.Right.Name == entity;
}
