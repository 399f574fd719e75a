using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.YouTrack;

/// <summary>
/// Says which properties are wanted: those of the contract, and of the ones marked <see cref="OnRequestAttribute"/>
/// what documents name. Without it Hub leaves out even ids and names; and what is not wanted, such as the time of the
/// last visit, must not make records look changed.
/// </summary>
internal sealed class FieldSelection(NamedPaths named, YouTrackDialect dialect)
{
    /// <summary>The value of <c>fields</c>: <c>id,name,profile(email(email))</c>.</summary>
    public string Of<T>(Entity<T> entity)
        where T : class => Of(entity.Type, path => named.Include(entity.Name, path), "");

    private string Of(JsonTypeInfo type, Func<string, bool> isNamed, string at) => string.Join(
        ',',
        from member in type.Properties
        let path = at + member.Name
        where dialect == YouTrackDialect.Hub || !ContractAttributes.Has<HubOnlyAttribute>(member)
        where !ContractAttributes.Has<UnaskedAttribute>(member)
        where !ContractAttributes.Has<OnRequestAttribute>(member) || isNamed(path)
        select Inside(type.Options, member.PropertyType) is { } inner
            ? $"{member.Name}({Of(inner, isNamed, path + ".")})"
            : member.Name);

    // The object that a member holds, or that each element of its list is.
    private static JsonTypeInfo? Inside(JsonSerializerOptions options, Type type) => options.GetTypeInfo(type) switch
    {
        { Kind: JsonTypeInfoKind.Object } info => info,
        { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } => Inside(options, element),
        _ => null,
    };
}
