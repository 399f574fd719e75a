using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.Writing;

/// <summary>Lets the attributes of contracts decide what is sent, so that each rule stands in one place.</summary>
internal static class ContractAttributes
{
    /// <summary>A context's options, except that members marked <see cref="ReadOnlyAttribute"/> are never written.</summary>
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

    /// <summary>The path of the first member of a body that is marked <see cref="CredentialAttribute"/>; null where there is none.</summary>
    public static string? CredentialIn(JsonObject body, JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (!body.TryGetPropertyValue(member.Name, out var value))
                continue;
            if (Has<CredentialAttribute>(member))
                return member.Name;
            if (value is JsonObject inner
                && CredentialIn(inner, type.Options.GetTypeInfo(member.PropertyType)) is { } path)
                return $"{member.Name}.{path}";
        }

        return null;
    }

    private static bool Has<TAttribute>(JsonPropertyInfo member)
        where TAttribute : Attribute => member.AttributeProvider?.IsDefined(typeof(TAttribute), inherit: true) == true;
}
