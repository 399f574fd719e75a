namespace Sluice.Pipeline;

/// <summary>How the pairings look at each entity.</summary>
internal sealed class Lenses(Topology topology)
{
    private readonly Dictionary<EntityName, IReadOnlyList<Lens>> _known = (
        from pairing in topology.Pairings
        from side in new[] { Side.Left, Side.Right }
        group new Lens(pairing, side) by pairing.Descriptor[side].Name)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<Lens>)[.. group]);

    public IReadOnlyList<Lens> Of(EntityName entity) => _known.GetValueOrDefault(entity) ?? [];
}
