using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>How the pairings look at each entity.</summary>
internal sealed class Lenses(Topology topology, FieldRules rules, Connections connections)
{
    private readonly Dictionary<EntityName, IReadOnlyList<Lens>> _known = (
        from pairing in topology.Pairings
        from side in new[] { Side.Left, Side.Right }
        let unlisted = topology.Source(pairing.Descriptor[side].Name)?.Unlisted ?? []
        group new Lens(pairing, side, rules, unlisted) by pairing.Descriptor[side].Name)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Lens>)[.. group]);

    private readonly ConcurrentDictionary<EntityName, string> _fingerprints = [];

    /// <summary>How fields are compared and merged.</summary>
    public FieldRules Rules => rules;

    /// <summary>Which records name which others.</summary>
    public Connections Connections => connections;

    /// <summary>Of all lenses on an entity: a record that looks different through one of them is news.</summary>
    public string Fingerprint(EntityName entity) => _fingerprints.GetOrAdd(entity, Seal);

    public IReadOnlyList<Lens> Of(EntityName entity) => _known.GetValueOrDefault(entity) ?? [];

    /// <summary>What the pairings need of an entity's records.</summary>
    public IReadOnlyList<NeededPath> Paths(EntityName entity) =>
    [
        .. Of(entity).SelectMany(lens => NeededPath.Of(lens.Pairing.Descriptor, lens.Side))
            .GroupBy(needed => needed.Path, StringComparer.Ordinal)
            .Select(group => new NeededPath(group.Key, group.Any(needed => needed.OmitsNulls)))
            .OrderBy(needed => needed.Path, StringComparer.Ordinal),
    ];

    private string Seal(EntityName entity)
    {
        var (all, names) = (string.Join('\n', Of(entity).Select(lens => lens.Fingerprint)), connections.Lens(entity));
        return RecordHash.Of(names.Length == 0 ? all : $"{all}\n{names}")[..8];
    }
}
