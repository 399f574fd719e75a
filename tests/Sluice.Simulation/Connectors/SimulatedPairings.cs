namespace Sluice.Simulation;

/// <summary>What the documents' pairings do in one world, which may be something else than the documents say.</summary>
/// <param name="matching">By what they know who is who.</param>
/// <param name="forMembers">Whether they make counterparts only for those whose team has one.</param>
/// <param name="teams">The systems' teams.</param>
internal sealed class SimulatedPairings(Matching matching, bool forMembers, IReadOnlyList<SimulatedTable> teams)
{
    public IReadOnlyList<Pairing> Of(IEnumerable<Pairing> pairings) => [.. pairings.Select(Known).Select(Wanted)];

    private Pairing Known(Pairing pairing) => (matching, pairing) switch
    {
        (Matching.ByWayOfGamma, Pairing<AcmePerson, BetaPerson> one) =>
            new Rematched<AcmePerson, BetaPerson>(one, byPhone: false),
        (Matching.ByPhoneToo, Pairing<AcmePerson, GammaPerson> one) =>
            new Rematched<AcmePerson, GammaPerson>(one, byPhone: true),
        _ => pairing,
    };

    private Pairing Wanted(Pairing pairing) => pairing switch
    {
        _ when !forMembers => pairing,
        Pairing<AcmePerson, BetaPerson> one => ForMembers(one),
        Pairing<AcmePerson, GammaPerson> one => ForMembers(one),
        Pairing<BetaPerson, GammaPerson> one => ForMembers(one),
        _ => pairing,
    };

    private ForMembers<TLeft, TRight> ForMembers<TLeft, TRight>(Pairing<TLeft, TRight> pairing)
        where TLeft : class
        where TRight : class
    {
        return new(pairing, TeamsOf(Side.Left), TeamsOf(Side.Right));

        EntityName TeamsOf(Side side)
        {
            var table = teams.Single(known => known.Name == pairing.Descriptor[side].System);
            return new(table.Name, table.Entity);
        }
    }
}
