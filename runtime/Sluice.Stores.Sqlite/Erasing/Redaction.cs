using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sluice.Stores.Sqlite;

/// <summary>Takes keys and values out of texts that speak of other things too.</summary>
internal sealed class Redaction
{
    /// <summary>What stands where something was taken out.</summary>
    public const string Instead = "(forgotten)";

    // Shorter values stand in every other text, and tell of nobody.
    private const int Shortest = 3;

    // What follows a slash is part of an address or of a pairing's name, but for the side that decisions name it by.
    private const string Before = @"(?:(?<![\w/-])|(?<=(?<![\w/-])(?:left|right)/))";

    private readonly Regex? _all;
    private readonly Regex? _values;

    /// <param name="keys">Taken out where they stand as words.</param>
    /// <param name="values">Taken out wherever they stand.</param>
    public Redaction(IEnumerable<string> keys, IEnumerable<string> values)
    {
        var texts = values.Where(value => value.Trim().Length >= Shortest)
            .Select(value => (value.Length, Pattern: Regex.Escape(value))).ToList();
        var words = keys.Where(key => key.Length > 0)
            .Select(key => (key.Length, Pattern: $@"{Before}{Regex.Escape(key)}(?![\w/-])"));
        _values = Of(texts);
        _all = Of([.. texts, .. words]);
    }

    /// <summary>A text about something else, in which only the values are known for what they are.</summary>
    public string WithoutValues(string text) => _values?.Replace(text, Instead) ?? text;

    /// <summary>A text without keys and values.</summary>
    public string Without(string text) => _all?.Replace(text, Instead) ?? text;

    /// <summary>JSON whose texts are without keys and values.</summary>
    public string WithoutIn(string json)
    {
        if (_all is null || JsonNode.Parse(json) is not { } node)
            return json;

        return Walk(node) ? node.ToJsonString() : json;
    }

    // The longest first: what is left of a key whose beginning is a value would still tell of somebody.
    private static Regex? Of(List<(int Length, string Pattern)> parts) => parts.Count == 0
        ? null
        : new(
            string.Join('|', parts.OrderByDescending(part => part.Length).Select(part => part.Pattern).Distinct()),
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private bool Walk(JsonNode node)
    {
        var changed = false;
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                    changed |= value is not null && (Text(value) is { } other
                        ? Put(() => members[name] = other)
                        : Walk(value));
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    changed |= items[i] is { } item && (Text(item) is { } other
                        ? Put(() => items[i] = other)
                        : Walk(item));
                break;
        }

        return changed;
    }

    private string? Text(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text)
            && Without(text) is var other && other != text
            ? other
            : null;

    private static bool Put(Action put)
    {
        put();
        return true;
    }
}
