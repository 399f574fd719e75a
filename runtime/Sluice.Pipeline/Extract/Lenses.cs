namespace Sluice.Pipeline;

/// <summary>How the pairings look at each entity.</summary>
internal sealed class Lenses(Topology topology, FieldRules rules)
{
    private readonly Dictionary<EntityName, IReadOnlyList<Lens>> _known = (
        from pairing in topology.Pairings
        from side in new[] { Side.Left, Side.Right }
        group new Lens(pairing, side, rules) by pairing.Descriptor[side].Name)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Lens>)[.. group]);

    /// <summary>How fields are compared and merged.</summary>
    public FieldRules Rules => rules;

    public IReadOnlyList<Lens> Of(EntityName entity) => _known.GetValueOrDefault(entity) ?? [];
}
