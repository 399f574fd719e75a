using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Pipeline;

/// <summary>Decisions as the inbox keeps them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(PersonDecision))]
internal sealed partial class DecisionJson : JsonSerializerContext
{
    public static InboxEntry Write(PersonDecision decision, DateTimeOffset at) =>
        new(0, decision.Verb, decision.Subject, Payload(decision), at);

    public static string Payload(PersonDecision decision) => JsonSerializer.Serialize(decision, Default.PersonDecision);

    /// <returns>Null where it was left by a program that knows more than this one.</returns>
    public static PersonDecision? Read(InboxEntry entry)
    {
        if (!Enum.TryParse<DecisionKind>(entry.Kind, ignoreCase: true, out var kind))
            return null;

        try
        {
            return JsonSerializer.Deserialize(entry.Payload, Default.PersonDecision) is { } decision
                ? decision with { Kind = kind }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
