using Sluice.Specification.Naming;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>A system and entity with its contract, which the documents make where there is no other.</summary>
internal sealed record End(string System, string Slug, EntitySchema Entity)
{
    public string TypeName => Entity.TypeName;

    public string Name => $"{Slug}-{Identifier.Kebab(Entity.Name)}";

    /// <summary>The order of sides; zero for the two ends of an entity that is paired with itself.</summary>
    public int CompareTo(End other)
    {
        var systems = string.CompareOrdinal(Slug, other.Slug);
        return systems != 0 ? systems : string.CompareOrdinal(Entity.Name, other.Entity.Name);
    }
}
