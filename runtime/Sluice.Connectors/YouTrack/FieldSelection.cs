using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.YouTrack;

/// <summary>
/// Says which properties are wanted: all of the contract, and no others. Without it Hub leaves out even ids and names;
/// and what the contract leaves out on purpose, such as the time of the last visit, must not make records look changed.
/// </summary>
internal static class FieldSelection
{
    /// <summary>The value of <c>fields</c>: <c>id,name,profile(email(email))</c>.</summary>
    public static string Of(JsonTypeInfo type) => string.Join(',', type.Properties.Select(member =>
        Inside(type.Options, member.PropertyType) is { } inner ? $"{member.Name}({Of(inner)})" : member.Name));

    // The object that a member holds, or that each element of its list is.
    private static JsonTypeInfo? Inside(JsonSerializerOptions options, Type type) => options.GetTypeInfo(type) switch
    {
        { Kind: JsonTypeInfoKind.Object } info => info,
        { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } => Inside(options, element),
        _ => null,
    };
}
