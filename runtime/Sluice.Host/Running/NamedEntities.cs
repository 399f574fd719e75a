using Sluice.Connectors.Rest;

namespace Sluice.Host.Running;

/// <summary>The entities that the compiled documents name and no contract answers to.</summary>
internal static class NamedEntities
{
    // The documents come first: what both name is viewed as they do.
    private static readonly IReadOnlyList<OpenEntity> Known =
        [.. Flows.Catalogue.OpenEntities.Concat(Examples.Catalogue.OpenEntities).DistinctBy(entity => entity.Name)];

    /// <summary>A system's name as documents have it, whatever its case; null where none names it.</summary>
    public static string? SystemName(string written) => Known.Select(entity => entity.Name.System)
        .FirstOrDefault(name => string.Equals(name, written, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<NamedEntity> Of(string system) =>
    [
        .. Known.Where(entity => entity.Name.System == system)
            .Select(entity => new NamedEntity(entity.Name, Paths(entity.Name), entity.View)),
    ];

    /// <summary>The paths of an entity that documents name.</summary>
    public static IReadOnlyList<string> Paths(EntityName entity) =>
    [
        .. (from pairing in Flows.Catalogue.Pairings.Concat(Examples.Catalogue.Pairings)
            let descriptor = pairing.Descriptor
            from side in new[] { Side.Left, Side.Right }
            where descriptor[side].Name == entity
            from path in descriptor.Fields.SelectMany(field => field.Paths(side))
                .Concat(descriptor.Rules.SelectMany(
                    rule => (side == Side.Left ? rule.Left : rule.Right).Split(' ')))
            select path).Distinct(StringComparer.Ordinal),
    ];
}
