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
            StateFor = (current, body, touched) => IsLookedAt(options)
                ? ReplacedMembers.Of(current.Raw, body, [.. touched, .. options.Key])
                : current.Version,
        };

    // Where nothing else tells that somebody wrote meanwhile, what goes along as it was read is looked at; not the key,
    // which never changes.
    private static bool IsLookedAt(EntityOptions options) =>
        options is { Concurrency: ConcurrencyStyle.None, Updates: var updates }
            && (updates.Style is UpdateStyle.Partial or UpdateStyle.WithKey || updates.Always.Count > 0);

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
