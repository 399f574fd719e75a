namespace Sluice.Simulation;

/// <summary>What the documents' pairings do in one world, which may be something else than the documents say.</summary>
/// <param name="matching">By what they know who is who.</param>
/// <param name="fields">Which fields they map.</param>
/// <param name="forMembers">Whether they make counterparts only for those whose team has one.</param>
/// <param name="teams">The systems' teams.</param>
internal sealed class SimulatedPairings(
    Matching matching, MappedFields fields, bool forMembers, IReadOnlyList<SimulatedTable> teams)
{
    public IReadOnlyList<Pairing> Of(IEnumerable<Pairing> pairings)
    {
        var known = pairings.Select(Known).ToList();
        var parts = known.GroupBy(pairing => teams.Any(table => table.Is(pairing.Descriptor.Left)))
            .OrderBy(group => group.Key).SelectMany(group => fields.Of([.. group]))
            .ToLookup(one => one.Pairing, one => one.Part);
        return [.. known.SelectMany(pairing => parts[pairing].Select(part => Mapped(pairing, part))).Select(Wanted)];
    }

    private Pairing Known(Pairing pairing) => (matching, pairing) switch
    {
        (Matching.ByWayOfGamma, Pairing<AcmePerson, BetaPerson> one) =>
            new Rematched<AcmePerson, BetaPerson>(one, byPhone: false),
        (Matching.ByPhoneToo, Pairing<AcmePerson, GammaPerson> one) =>
            new Rematched<AcmePerson, GammaPerson>(one, byPhone: true),
        _ => pairing,
    };

    private static Pairing Mapped(Pairing pairing, Part part) => pairing switch
    {
        _ when part.Fields.Count == pairing.Descriptor.Fields.Count => pairing,
        Pairing<AcmePerson, BetaPerson> one => new Partial<AcmePerson, BetaPerson>(one, part),
        Pairing<AcmePerson, GammaPerson> one => new Partial<AcmePerson, GammaPerson>(one, part),
        Pairing<BetaPerson, GammaPerson> one => new Partial<BetaPerson, GammaPerson>(one, part),
        Pairing<AcmeTeam, BetaTeam> one => new Partial<AcmeTeam, BetaTeam>(one, part),
        Pairing<AcmeTeam, GammaTeam> one => new Partial<AcmeTeam, GammaTeam>(one, part),
        Pairing<BetaTeam, GammaTeam> one => new Partial<BetaTeam, GammaTeam>(one, part),
        _ => throw new ArgumentOutOfRangeException(
            nameof(pairing), pairing.Descriptor.Name, "Its contracts are not known here."),
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
        where TLeft : class, new()
        where TRight : class, new()
    {
        return new(pairing, TeamsOf(Side.Left), TeamsOf(Side.Right));

        EntityName TeamsOf(Side side)
        {
            var table = teams.Single(known => known.Name == pairing.Descriptor[side].System);
            return new(table.Name, table.Entity);
        }
    }
}
