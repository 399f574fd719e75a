using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Rest.Settings;
using Sluice.Connectors.Rest.Writing;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.Rest.Reading;

/// <summary>What the records of an entity are to generated code.</summary>
/// <param name="name">The entity.</param>
/// <param name="paths">The paths that documents name.</param>
internal abstract class RestForm(EntityName name, IReadOnlyList<string> paths)
{
    public EntityName Name => name;

    public IReadOnlyList<string> Paths => paths;

    /// <summary>The member that a contract has for the key; null where the settings say which it is.</summary>
    public string? KeyMember { get; init; }

    public abstract ISource Source(RestSystem system, EntityOptions options);

    public abstract IRequestBuilder Requests(EntityOptions options);

    public abstract ISink Sink(RestSystem system, EntityOptions options);
}

/// <summary>The same, of one type.</summary>
/// <param name="name">The entity.</param>
/// <param name="paths">The paths that documents name.</param>
/// <param name="entity">How records are read, by the settings.</param>
/// <param name="writing">How they are written: without what is never sent.</param>
internal sealed class RestForm<T>(
    EntityName name, IReadOnlyList<string> paths, Func<EntityOptions, Entity<T>> entity, JsonTypeInfo<T> writing)
    : RestForm(name, paths)
    where T : class
{
    public override ISource Source(RestSystem system, EntityOptions options)
    {
        var source = new RestSource<T>(system, options, Known(options), Paths);
        return options.Changes.Parameter is null ? source
            : source.CanCount ? new CountedChangeSource<T>(source)
            : new ChangeSource<T>(source);
    }

    public override IRequestBuilder Requests(EntityOptions options) =>
        RestRequests.Of(Known(options), writing, options);

    public override ISink Sink(RestSystem system, EntityOptions options)
    {
        var known = Known(options);
        var sink = new RestSink<T>(system, options, known, Paths);
        return options.Idempotency is { Style: IdempotencyStyle.Reference, Reference: { } member }
            ? new ReferencingSink(
                sink, member, Paths.Contains(member, StringComparer.Ordinal),
                (reference, token) => new RestReference<T>(system, options, known).FindAsync(reference, Paths, token))
            : sink;
    }

    private Entity<T> Known(EntityOptions options) => entity(options);
}
