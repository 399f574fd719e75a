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
                $"{entity.Name.Entity} {key}", by, stop => update(key, request.Body, stop), Read, token)
            : await sends.SendAsync($"new {entity.Name.Entity}", by, stop => create(request.Body, stop), Read, token);
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

    private Record? Read(JsonElement body) => entity.Read(body, out _);
}
