using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.PowerOfficeGo;

/// <summary>
/// The operations of RFC 6902 that the vendor is known to take: add, replace and remove, on properties by their exact
/// names. As it demands, only what is shown can be replaced or removed; whether the vendor does is not documented.
/// </summary>
internal static class JsonPatch
{
    private static readonly string[] Members = ["op", "path", "value"];

    /// <summary>Applies a patch in full or not at all.</summary>
    /// <param name="target">Changed only where no flaw is returned.</param>
    /// <param name="patch">The operations, in order.</param>
    /// <param name="shape">The properties that may be written.</param>
    /// <param name="touched">The names of the properties that were written, the outermost ones.</param>
    public static Flaw? Apply(
        ref JsonObject target, JsonArray patch, Shape shape, out IReadOnlyCollection<string> touched)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        touched = names;
        var after = target.DeepClone().AsObject();
        foreach (var item in patch)
        {
            if (item is not JsonObject operation)
                return new(string.Empty, "A patch is a list of operations.");
            if (Apply(after, operation, shape, names) is { } flaw)
                return flaw;
        }

        target = after;
        return null;
    }

    private static Flaw? Apply(JsonObject target, JsonObject operation, Shape shape, HashSet<string> touched)
    {
        if (operation.Select(member => member.Key).FirstOrDefault(name => !Members.Contains(name)) is { } unknown)
            return new(unknown, $"'{unknown}' is not a known member of an operation.");
        if (operation["op"]?.ToString() is not ("add" or "replace" or "remove"))
            return new("op", $"The operation '{operation["op"]}' is not supported; add, replace and remove are.");
        if (operation["path"]?.ToString().Split('/') is not ["", .. { Length: > 0 } names])
            return new("path", $"The path '{operation["path"]}' must begin with a slash.");

        var isRemoval = operation["op"]!.ToString() == "remove";
        if (isRemoval == operation.ContainsKey("value"))
            return new("value", "add and replace need a value, remove has none.");

        if (operation["op"]!.ToString() != "add" && !IsShown(PowerOfficeEntity.Show(target), names))
            return new("path", $"There is nothing at the path '{operation["path"]}' to replace or remove.");

        touched.Add(names[0]);
        return Write(target, names, operation["value"], shape, string.Join('.', names));
    }

    private static bool IsShown(JsonObject target, ReadOnlySpan<string> names) =>
        target.TryGetPropertyValue(names[0], out var value)
        && (names.Length == 1 || (value is JsonObject inner && IsShown(inner, names[1..])));

    private static Flaw? Write(JsonObject target, ReadOnlySpan<string> names, JsonNode? value, Shape shape, string at)
    {
        if (!shape.Properties.TryGetValue(names[0], out var property))
            return new(at, $"{at} is not a known property.");
        if (names.Length == 1)
        {
            if (property.Check(value, at) is { } flaw)
                return flaw;

            target[names[0]] = value?.DeepClone();
            return null;
        }

        if (property.Shape is null || target[names[0]] is not JsonObject inner)
            return new(at, $"{at} does not exist: {names[0]} has no value, or is none that has members.");

        return Write(inner, names[1..], value, property.Shape, at);
    }
}
