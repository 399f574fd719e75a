using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.Writing;

/// <summary>
/// Keeps, in what is sent whole, all that does not change: a vendor that replaces a list or an object takes away what
/// is not in it, and contracts do not know all that people and other tools put there.
/// </summary>
internal static class KeptMembers
{
    /// <summary>What stands at a path, as it is sent.</summary>
    /// <param name="type">How the contract is written.</param>
    /// <param name="current">The record as it was read.</param>
    /// <param name="path">The path.</param>
    /// <param name="now">What stands there from now on, as the contract writes it.</param>
    public static JsonNode? At(JsonTypeInfo type, Record current, IReadOnlyList<string> path, JsonNode? now)
    {
        if (now is not (JsonObject or JsonArray))
            return now;

        var (raw, before) = (current.Raw, JsonSerializer.SerializeToNode(current.Value, type));
        JsonPropertyInfo? member = null;
        foreach (var name in path)
        {
            member = Find(member is null ? type : TypeOf(member), name);
            if (member is null)
                return now;

            (raw, before) = (Member(raw, name), (before as JsonObject)?[name]);
        }

        return member is null ? now : Of(member, raw, before, now);
    }

    private static JsonNode? Of(JsonPropertyInfo member, JsonElement raw, JsonNode? before, JsonNode? now) =>
        (now, raw.ValueKind) switch
        {
            (JsonObject inner, JsonValueKind.Object) =>
                Object(TypeOf(member), raw, before as JsonObject, inner),
            (JsonArray list, JsonValueKind.Array) => List(member, raw, before as JsonArray, list),
            (not null, not (JsonValueKind.Undefined or JsonValueKind.Null)) when JsonNode.DeepEquals(before, now) =>
                JsonNode.Parse(raw.GetRawText()),
            _ => now?.DeepClone(),
        };

    private static JsonObject Object(JsonTypeInfo type, JsonElement raw, JsonObject? before, JsonObject now)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in now)
            kept[name] = Find(type, name) is { } member
                ? Of(member, Member(raw, name), before?[name], value)
                : value?.DeepClone();

        // Who refers to another record from now on has nothing to do with what was shown of the one before.
        if (type.Properties.Any(member => ContractAttributes.Has<ReferenceAttribute>(member)
            && !JsonNode.DeepEquals(before?[member.Name], now[member.Name])))
            return kept;

        foreach (var shown in raw.EnumerateObject())
            if (Find(type, shown.Name) is null)
                kept[shown.Name] = JsonNode.Parse(shown.Value.GetRawText());

        return kept;
    }

    private static JsonArray List(JsonPropertyInfo member, JsonElement raw, JsonArray? before, JsonArray now)
    {
        if (TypeOf(member).ElementType is not { } element
            || member.Options.GetTypeInfo(element) is not { Kind: JsonTypeInfoKind.Object } type
            || before is null || before.Count != raw.GetArrayLength())
            return now.DeepClone().AsArray();

        var places = Places(KeyOf(member, type), before, now);
        return [.. now.Select((item, i) => item is JsonObject inner && places[i] is { } at
            && raw[at].ValueKind == JsonValueKind.Object
                ? Object(type, raw[at], before[at] as JsonObject, inner)
                : item?.DeepClone())];
    }

    // Where each element stood: what did not change is found first, so that nothing else takes its place.
    private static int?[] Places(string? key, JsonArray before, JsonArray now)
    {
        var places = new int?[now.Count];
        Find(JsonNode.DeepEquals);
        Find((was, item) => key is null
            ? before.Count == now.Count && before.IndexOf(was) == now.IndexOf(item)
            : JsonNode.DeepEquals(was?[key], item?[key]));
        return places;

        void Find(Func<JsonNode?, JsonNode?, bool> isSame)
        {
            for (var i = 0; i < now.Count; i++)
                for (var at = 0; places[i] is null && at < before.Count; at++)
                    if (!places.Contains(at) && isSame(before[at], now[i]))
                        places[i] = at;
        }
    }

    private static string? KeyOf(JsonPropertyInfo list, JsonTypeInfo element) =>
        list.AttributeProvider?.GetCustomAttributes(typeof(KeyedByAttribute), inherit: true) is [KeyedByAttribute keyed]
            ? element.Properties.FirstOrDefault(
                member => member.AttributeProvider is MemberInfo { Name: var name } && name == keyed.Member)?.Name
            : null;

    private static JsonTypeInfo TypeOf(JsonPropertyInfo member) => member.Options.GetTypeInfo(member.PropertyType);

    private static JsonPropertyInfo? Find(JsonTypeInfo type, string name) =>
        type.Properties.FirstOrDefault(member => member.Name == name);

    private static JsonElement Member(JsonElement raw, string name) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty(name, out var value) ? value : default;
}
