namespace Sluice.Simulation;

/// <summary>A pairing of a document that makes counterparts only for those whose team has one.</summary>
internal sealed class ForMembers<TLeft, TRight>(
    Pairing<TLeft, TRight> inner, EntityName leftTeams, EntityName rightTeams) : Altered<TLeft, TRight>(inner)
    where TLeft : class, new()
    where TRight : class, new()
{
    public override PairingDescriptor Descriptor { get; } = inner.Descriptor with
    {
        Left = OnlyWith(inner.Descriptor.Left, rightTeams),
        Right = OnlyWith(inner.Descriptor.Right, leftTeams),
    };

    private static SideDescriptor OnlyWith(SideDescriptor made, EntityName teams) =>
        made.Creation == Creation.Never
            ? made
            : made with
            {
                Creation = Creation.Connected,
                Connections = [new(teams.Entity, teams, ["team"], [])],
            };
}
