using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.Entities;

/// <summary>An entity of a system: how its elements become records.</summary>
/// <typeparam name="T">The contract.</typeparam>
/// <param name="name">The entity.</param>
/// <param name="type">How the contract is read.</param>
/// <param name="keyOf">A record's key; null where it has none.</param>
/// <param name="keyMembers">The JSON members that make up the key, for elements that cannot be read otherwise.</param>
internal sealed class Entity<T>(
    EntityName name, JsonTypeInfo<T> type, Func<T, string?> keyOf, params string[] keyMembers)
    where T : class
{
    public EntityName Name => name;

    public JsonTypeInfo<T> Type => type;

    /// <summary>The entity that owns the records, and the key there. By default the entity itself.</summary>
    public (EntityName Name, Func<T, string?> KeyOf) Physical { get; init; } = (name, keyOf);

    public Func<T, bool> InScope { get; init; } = _ => true;

    public Func<T, DateTimeOffset?> Modified { get; init; } = _ => null;

    /// <summary>
    /// Properties whose edits move no stamp of the record, as the system's answers have them. A listing of what changed
    /// does not show them.
    /// </summary>
    public IReadOnlyList<string> Unstamped { get; init; } = [];

    /// <summary>
    /// Properties that the system shows of a record that is read, and never in a list (<see cref="ISource.Unlisted"/>).
    /// </summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];

    /// <summary>What an element is taken for, before anything is read of it; by default for what it is.</summary>
    public Func<JsonElement, JsonElement> Taken { get; init; } = element => element;

    /// <summary>What tells a record's state from others, as its element shows it; by default nothing does.</summary>
    public Func<JsonElement, string?> Version { get; init; } = _ => null;

    /// <summary>Makes a record of an element; null with the reason where it is none.</summary>
    public Record? Read(JsonElement element, out string? reason)
    {
        reason = null;
        if (element.ValueKind != JsonValueKind.Object)
        {
            reason = $"An object was expected, not {element.ValueKind}.";
            return null;
        }

        try
        {
            element = Taken(element);
            var value = element.Deserialize(type)!;
            var (key, physical) = (keyOf(value), Physical.KeyOf(value));
            if (!RecordKey.IsSafe(key) || !RecordKey.IsSafe(physical))
            {
                reason = keyMembers.Length == 0
                    ? "It has no key that could be used."
                    : $"It has no key that could be used: its {string.Join(" and ", keyMembers)} is none.";
                return null;
            }

            return new(key!, value, element.Clone(), new(Physical.Name, physical!))
            {
                InScope = InScope(value),
                Modified = Modified(value),
                Version = Version(element),
            };
        }
        catch (JsonException cause)
        {
            reason = Reason(cause);
            return null;
        }
    }

    /// <summary>What can be said of the key of an element that is no record; null where nothing can.</summary>
    public string? KeyOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;

        var parts = keyMembers.Select(member => element.TryGetProperty(member, out var part) ? Text(part) : null)
            .ToList();
        return parts.Count > 0 && parts.TrueForAll(RecordKey.IsSafe) ? string.Join('/', parts) : null;
    }

    private static string? Text(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Number => part.GetRawText(),
        JsonValueKind.String => part.GetRawText().Trim('"'),
        _ => null,
    };

    private static string Reason(JsonException cause)
    {
        var place = cause.Path is { Length: > 2 } path ? path[2..] : "The record";
        var end = cause.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return $"{place} cannot be read: {(end < 0 ? cause.Message : cause.Message[..end])}";
    }
}
