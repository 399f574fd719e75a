namespace Sluice.Pipeline;

/// <summary>A path of an entity's records that pairings read: to match by it, or to carry what it holds.</summary>
/// <param name="Path">The path, as documents name it.</param>
/// <param name="OmitsNulls">Whether the entity's system leaves out what is null.</param>
internal readonly record struct NeededPath(string Path, bool OmitsNulls)
{
    /// <summary>What a pairing needs of one of its sides.</summary>
    public static IReadOnlyList<NeededPath> Of(PairingDescriptor pairing, Side side)
    {
        var omits = pairing.Fields.Any(field => field.OmitsNulls.Contains(side));
        return
        [
            .. pairing.Fields.SelectMany(field => field.Paths(side))
                .Concat(pairing.Rules.Select(rule => side == Side.Left ? rule.Left : rule.Right))
                .Distinct(StringComparer.Ordinal).Select(path => new NeededPath(path, omits)),
        ];
    }
}
