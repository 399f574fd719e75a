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
    /// Sends a new record with what tells its intent from others; null where the body is all that counts.
    /// </summary>
    public Func<WriteRequest, CancellationToken, Task<HttpResponseMessage>>? CreateAs { get; init; }

    /// <summary>
    /// Sends changes on the condition that the record is in the state they were made for; null where the interface
    /// knows no conditions.
    /// </summary>
    public Func<WriteRequest, CancellationToken, Task<HttpResponseMessage>>? UpdateIf { get; init; }

    /// <summary>What speaks against an update right before it is sent; null where nothing is looked at then.</summary>
    public Func<WriteRequest, CancellationToken, Task<WriteResult?>>? LookBefore { get; init; }

    /// <summary>Adds to a record what the answer to a write does not show; null where it shows all.</summary>
    public Func<Record, CancellationToken, Task<Record>>? Complete { get; init; }

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

        if (request.Key is not null && LookBefore is { } look && await look(request, token) is { } moved)
            return moved;

        var result = request.Key is { } key
            ? await sends.SendAsync(
                $"{entity.Name.Entity} {key}", by, Send, Read, token)
            : await sends.SendAsync($"new {entity.Name.Entity}", by, Make, Read, token);
        return Complete is { } complete && result.Record is { } shown
            ? result with { Record = await complete(shown, token) }
            : result;

        Task<HttpResponseMessage> Make(CancellationToken stop) =>
            CreateAs is { } named ? named(request, stop) : create(request.Body, stop);

        Task<HttpResponseMessage> Send(CancellationToken stop) =>
            UpdateIf is { } conditional ? conditional(request, stop) : update(request.Key!, request.Body, stop);
    }

    /// <summary>Why a request is not sent; null where it is.</summary>
    public string? Refusal(WriteRequest request)
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
