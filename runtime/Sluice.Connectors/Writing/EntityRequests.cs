using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Entities;

namespace Sluice.Connectors.Writing;

/// <summary>Builds the requests that would write one entity.</summary>
/// <param name="entity">The entity.</param>
/// <param name="type">How the contract is written.</param>
/// <param name="format">How changes are told.</param>
/// <param name="complete">Adds to a new record what the contract does not send by itself.</param>
internal sealed class EntityRequests<T>(
    Entity<T> entity, JsonTypeInfo<T> type, IUpdateFormat format, Action<T, JsonObject>? complete = null)
        : IRequestBuilder
    where T : class
{
    public EntityName Entity => entity.Name;

    /// <summary>Why records cannot be deleted; null where they can, as by default.</summary>
    public string? NoDelete { get; init; }

    /// <summary>
    /// The state of a record that an update is made for, by its body and the paths that are to change; by default what
    /// tells the record's from others.
    /// </summary>
    public Func<Record, JsonNode, IReadOnlyList<string>, string?> StateFor { get; init; } =
        (current, _, _) => current.Version;

    public WriteRequest Create(object draft)
    {
        var body = Paths.WithoutBlanks(JsonSerializer.SerializeToNode((T)draft, type))!.AsObject();
        complete?.Invoke((T)draft, body);
        return new(null, body.ToJsonString());
    }

    public WriteRequest Update(Record current, object changed, IReadOnlyList<string> touched)
    {
        ArgumentNullException.ThrowIfNull(current);
        var full = JsonSerializer.SerializeToNode((T)changed, type)!.AsObject();
        var body = format.Body(full, current, touched);
        return new(current.Key, body.ToJsonString()) { IfVersion = StateFor(current, body, touched) };
    }
}
