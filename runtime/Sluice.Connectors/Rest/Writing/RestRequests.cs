using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Rest.Settings;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.Rest.Writing;

/// <summary>Makes the builder of an entity's requests, as its settings describe them.</summary>
internal static class RestRequests
{
    public static IRequestBuilder Of<T>(Entity<T> entity, JsonTypeInfo<T> writing, EntityOptions options)
        where T : class => new EntityRequests<T>(entity, writing, Format(writing, options), (_, body) =>
        {
            foreach (var path in options.Unwritable)
                Omission.From(body, path);
        })
        {
            NoDelete = options.Delete is null
                ? $"{options.Place}:{nameof(options.Delete)} gives no route for that"
                : null,
        };

    private static IUpdateFormat Format(JsonTypeInfo type, EntityOptions options) => options.Updates.Style switch
    {
        UpdateStyle.Partial => new TouchedTopMembers(type, options.Updates.Always),
        UpdateStyle.WithKey => new WithMembers(new TouchedTopMembers(type, options.Updates.Always), options.Key),
        UpdateStyle.JsonPatch => new JsonPatch(type),

        // What a full update sends is known when the record was read: until then it is what changes in it.
        UpdateStyle.Full => new TouchedMembers(type),
        _ when options.Updates.Always.Count > 0 => new WithMembers(new TouchedMembers(type), options.Updates.Always),
        _ => new TouchedMembers(type),
    };
}
