using System.Text.Json;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Writing;

/// <summary>Writes one entity, each request once.</summary>
/// <param name="entity">The entity.</param>
/// <param name="sends">The way to the system.</param>
/// <param name="create">Sends a new record.</param>
/// <param name="update">Sends changes to a record.</param>
/// <param name="isKey">Whether a key can be one of this entity's.</param>
/// <param name="refuse">Why a request must not be sent; null where it may. By default every one may.</param>
internal sealed class EntitySink<T>(
    Entity<T> entity,
    Sends sends,
    Func<string, CancellationToken, Task<HttpResponseMessage>> create,
    Func<string, string, CancellationToken, Task<HttpResponseMessage>> update,
    Func<string, bool> isKey,
    Func<WriteRequest, string?>? refuse = null) : ISink
    where T : class
{
    public EntityName Entity => entity.Name;

    /// <summary>Sends the delete of a record; null where the interface has none.</summary>
    public Func<string, CancellationToken, Task<HttpResponseMessage>>? Delete { get; init; }

    /// <summary>
    /// Sends changes on the condition that the record is in the state they were made for; null where the interface
    /// knows no conditions.
    /// </summary>
    public Func<WriteRequest, CancellationToken, Task<HttpResponseMessage>>? UpdateIf { get; init; }

    /// <summary>Finds the record in an answer to a write; by default it is the answer.</summary>
    public Func<JsonElement, JsonElement?> Pick { get; init; } = body => body;

    public async Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Refusal(request) is { } reason)
            return WriteResult.Rejected(reason);

        var by = request.SendBy;
        if (request is { IsDelete: true, Key: { } gone })
            return Delete is { } delete
                ? await sends.DeleteAsync($"{entity.Name.Entity} {gone}", by, stop => delete(gone, stop), token)
                : WriteResult.Rejected($"{entity.Name} has no way to delete a record.");

        return request.Key is { } key
            ? await sends.SendAsync(
                $"{entity.Name.Entity} {key}", by, Send, Read, token)
            : await sends.SendAsync($"new {entity.Name.Entity}", by, stop => create(request.Body, stop), Read, token);

        Task<HttpResponseMessage> Send(CancellationToken stop) =>
            UpdateIf is { } conditional ? conditional(request, stop) : update(request.Key!, request.Body, stop);
    }

    private string? Refusal(WriteRequest request)
    {
        if (sends.Options.ReadOnly)
            return $"{entity.Name.System} is only read: "
                + $"{sends.Options.Section}:{nameof(SystemOptions.ReadOnly)} is on.";

        if (request.Key is { } key && !isKey(key))
            return $"'{key}' is no key of {entity.Name}.";

        return request.IsDelete ? null : refuse?.Invoke(request);
    }

    private Record? Read(JsonElement body) =>
        Pick(body) is { } element ? entity.Read(element, out _) : null;
}
