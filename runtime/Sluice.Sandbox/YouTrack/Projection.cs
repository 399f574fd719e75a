using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>Cuts what was asked for out of what there is.</summary>
/// <param name="typeName">Where the discriminator goes.</param>
/// <param name="omitsNulls">Whether a member without value is left out; else it is null.</param>
internal sealed class Projection(string typeName, bool omitsNulls)
{
    public JsonObject Of(JsonObject full, FieldSet set, Selection? selection)
    {
        // Some kinds of objects say themselves which of them they are.
        var result = new JsonObject { [typeName] = full[typeName]?.DeepClone() ?? set.Type };
        var items = selection?.Items ?? [.. set.Defaults.Select(name => (name, (Selection?)null))];
        foreach (var (name, inner) in items)
        {
            if (!set.Knows(name) || name == typeName)
                continue;

            var value = Of(full[name], set.Below(name), inner);
            if (value is not null || !omitsNulls)
                result[name] = value;
        }

        return result;
    }

    private JsonNode? Of(JsonNode? value, FieldSet? below, Selection? inner) => (value, below) switch
    {
        (JsonObject item, not null) => Of(item, below, inner),
        (JsonArray list, not null) => new JsonArray([.. list.Select(element => Of(element, below, inner))]),
        _ => value?.DeepClone(),
    };
}
