using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>How the pairings look at each entity.</summary>
internal sealed class Lenses(Topology topology, FieldRules rules, Connections connections)
{
    private readonly Dictionary<EntityName, IReadOnlyList<Lens>> _known = (
        from pairing in topology.Pairings
        from side in new[] { Side.Left, Side.Right }
        group new Lens(pairing, side, rules) by pairing.Descriptor[side].Name)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Lens>)[.. group]);

    private readonly ConcurrentDictionary<EntityName, string> _fingerprints = [];

    /// <summary>How fields are compared and merged.</summary>
    public FieldRules Rules => rules;

    /// <summary>Which records name which others.</summary>
    public Connections Connections => connections;

    /// <summary>Of all lenses on an entity: a record that looks different through one of them is news.</summary>
    public string Fingerprint(EntityName entity) => _fingerprints.GetOrAdd(entity, Seal);

    public IReadOnlyList<Lens> Of(EntityName entity) => _known.GetValueOrDefault(entity) ?? [];

    private string Seal(EntityName entity)
    {
        var (all, names) = (string.Join('\n', Of(entity).Select(lens => lens.Fingerprint)), connections.Lens(entity));
        return RecordHash.Of(names.Length == 0 ? all : $"{all}\n{names}")[..8];
    }
}
