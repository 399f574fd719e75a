using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.Writing;

/// <summary>Lets the attributes of contracts decide what is sent, so that each rule stands in one place.</summary>
internal static class ContractAttributes
{
    /// <summary>
    /// A context's options, except that members marked <see cref="ReadOnlyAttribute"/> are never written.
    /// </summary>
    public static JsonSerializerOptions WithoutReadOnly(JsonSerializerContext context) => new(context.Options)
    {
        TypeInfoResolver = context.WithAddedModifier(type =>
        {
            foreach (var member in type.Properties)
                if (Has<ReadOnlyAttribute>(member))
                    member.ShouldSerialize = (_, _) => false;
        }),
    };

    /// <summary>The JSON names of the members that have an attribute.</summary>
    public static IEnumerable<string> Names<TAttribute>(JsonTypeInfo type)
        where TAttribute : Attribute =>
        type.Properties.Where(Has<TAttribute>).Select(member => member.Name);

    /// <summary>
    /// The path of a member marked <see cref="CredentialAttribute"/> that a body would write, be it with an object
    /// around it that is replaced or cleared as a whole; null where there is none.
    /// </summary>
    public static string? CredentialIn(JsonNode? body, JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            JsonNode? value = null;
            if (body is JsonObject item && !item.TryGetPropertyValue(member.Name, out value))
                continue;
            if (Has<CredentialAttribute>(member))
                return member.Name;
            if (CredentialIn(value, type.Options.GetTypeInfo(member.PropertyType)) is { } path)
                return $"{member.Name}.{path}";
        }

        return null;
    }

    /// <summary>Whether a member has an attribute.</summary>
    public static bool Has<TAttribute>(JsonPropertyInfo member)
        where TAttribute : Attribute => member.AttributeProvider?.IsDefined(typeof(TAttribute), inherit: true) == true;
}
