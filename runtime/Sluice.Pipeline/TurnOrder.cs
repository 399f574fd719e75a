namespace Sluice.Pipeline;

/// <summary>Which pairings take their turns in a cycle, and why the others do not.</summary>
internal sealed class TurnOrder
{
    public TurnOrder(Topology topology, IReadOnlySet<string> paused, CycleScope scope)
    {
        Scope = scope;
        LeftOut = topology.Pairings.Select(pairing => pairing.Descriptor.Name)
            .Select(name => (Name: name, Reason: Reason(name, paused, scope))).Where(left => left.Reason is not null)
            .ToDictionary(left => left.Name, left => left.Reason!, StringComparer.Ordinal);
        Pairings = [.. topology.Pairings.Where(pairing => !LeftOut.ContainsKey(pairing.Descriptor.Name))];
        PassedBy = topology.Pairings.Select(pairing => pairing.Descriptor)
            .Where(pairing => LeftOut.ContainsKey(pairing.Name) && !paused.Contains(pairing.Name)).ToHashSet();
    }

    public CycleScope Scope { get; }

    public IReadOnlyList<Pairing> Pairings { get; }

    /// <summary>Pairings that take no turn, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeftOut { get; }

    /// <summary>Of those the ones that nobody paused: this run is for another.</summary>
    public IReadOnlySet<PairingDescriptor> PassedBy { get; }

    private static string? Reason(string pairing, IReadOnlySet<string> paused, CycleScope scope) =>
        scope.Pairing is { } only && only != pairing ? "this run is for another pairing"
        : paused.Contains(pairing) ? "paused by a person"
        : null;
}
