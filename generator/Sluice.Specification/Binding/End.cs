using Sluice.Specification.Naming;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>A system and entity with its contract, which the documents make where there is no other.</summary>
internal sealed record End(string System, string Slug, EntitySchema Entity)
{
    public string TypeName => Entity.TypeName;

    public string Name => NameOf(Slug, Entity.Name);

    public static string NameOf(string slug, string entity) => $"{slug}-{Identifier.Kebab(entity)}";

    /// <summary>The order of sides; zero for the two ends of an entity that is paired with itself.</summary>
    public int CompareTo(End other) => Compare((Slug, Entity.Name), (other.Slug, other.Entity.Name));

    public static int Compare((string Slug, string Entity) one, (string Slug, string Entity) other)
    {
        var systems = string.CompareOrdinal(one.Slug, other.Slug);
        return systems != 0 ? systems : string.CompareOrdinal(one.Entity, other.Entity);
    }
}
