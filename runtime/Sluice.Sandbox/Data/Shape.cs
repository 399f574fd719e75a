using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Data;

/// <summary>The properties a vendor knows in a body. What it does not know it refuses.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, Property> _properties = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Property> Properties => _properties;

    public Property this[string name]
    {
        set => _properties.Add(name, value);
    }

    /// <summary>The first thing wrong with a body; null where nothing is.</summary>
    public Flaw? Check(JsonObject body, string at = "")
    {
        foreach (var (name, value) in body)
        {
            var place = at.Length == 0 ? name : $"{at}.{name}";
            var flaw = _properties.TryGetValue(name, out var property)
                ? property.Check(value, place)
                : new(place, $"{place} is not a known property.");
            if (flaw is not null)
                return flaw;
        }

        return null;
    }
}
