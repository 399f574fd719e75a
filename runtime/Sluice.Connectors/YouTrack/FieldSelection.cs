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
        type.Options.GetTypeInfo(member.PropertyType) is { Kind: JsonTypeInfoKind.Object } inner
            ? $"{member.Name}({Of(inner)})"
            : member.Name));
}
