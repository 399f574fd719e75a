namespace Sluice.Simulation;

/// <summary>Which fields the pairings of one world map: all of them, or each its own.</summary>
/// <remarks>
/// A field is left out of one of the three pairings between three systems at most, and by none that finds records by
/// it: as long as all three have a record, what is edited in one reaches the others.
/// </remarks>
internal sealed class MappedFields(Chance chance, Matching matching)
{
    private const string Name = "name";
    private const string Email = "email";
    private readonly bool _varies = chance.Happens(0.3);

    /// <summary>What becomes of three pairings, in their order.</summary>
    public IEnumerable<(Pairing Pairing, Part Part)> Of(IReadOnlyList<Pairing> pairings)
    {
        var fields = pairings[0].Descriptor.Fields.Select(field => field.Name).ToList();
        if (!_varies)
            return pairings.Select(pairing => (pairing, new Part("", fields)));

        var mayMiss = fields.Where(MayMiss).ToList();
        var (sure, split) = (mayMiss.Count == 0 ? null : chance.Of(mayMiss), chance.Happens(0.4) ? chance.Below(3) : 3);
        var missing = mayMiss.ToDictionary(
            field => field, field => chance.Below(field == sure ? 3 : 4), StringComparer.Ordinal);
        return pairings.SelectMany((pairing, i) => Parts(
            pairing, [.. fields.Where(field => missing.GetValueOrDefault(field, 3) != i)], i == split)
            .Select(part => (pairing, part)));
    }

    // The pairings by way of which two systems are known to each other have all that tells who is who.
    private bool MayMiss(string field) =>
        field != Email && (field != "phone" || matching != Matching.ByPhoneToo);

    private IEnumerable<Part> Parts(Pairing pairing, List<string> fields, bool isSplit)
    {
        var hasRules = pairing.Descriptor.Rules.Count > 0;
        var apart = fields.Where(field => isSplit && field != Name && MayMiss(field) && chance.Happens(0.7)).ToList();
        yield return Some("", [.. fields.Except(apart)], hasRules);

        // Whoever knows nobody and makes nobody links nobody: what it is to make is what is linked by way of others.
        if (apart.Count > 0)
            yield return Some("-more", apart, hasRules && chance.Happens(0.5));
    }

    private Part Some(string suffix, IReadOnlyList<string> fields, bool hasRules) => new(suffix, fields)
    {
        HasRules = hasRules,
        Creates = fields.Contains(Name) || !hasRules || chance.Happens(0.5),
    };
}
