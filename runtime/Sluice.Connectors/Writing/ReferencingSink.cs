using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Writing;

/// <summary>
/// Writes an entity whose records can bear a reference of the client's, each another one: what is created bears the
/// identity of its create there, unless documents use the property themselves.
/// </summary>
/// <param name="records">Writes the entity.</param>
/// <param name="entity">The entity.</param>
/// <param name="reads">The way to ask.</param>
/// <param name="property">The property that holds the reference.</param>
/// <param name="isNamed">Whether some document names the property.</param>
/// <param name="find">Lists the records with a reference, as the entity's listing does.</param>
internal sealed class ReferencingSink<T>(
    EntitySink<T> records, Entity<T> entity, Reads reads, string property, bool isNamed,
    Func<string, CancellationToken, Task<HttpResponseMessage>> find) : ITracedSink
    where T : class
{
    public EntityName Entity => entity.Name;

    public bool IsTraced(WriteRequest create) => ReferenceOf(create) is not null;

    public Task<Record?> FindMadeAsync(WriteRequest create, CancellationToken token) =>
        FindAsync(ReferenceOf(create)!, token);

    public async Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (isNamed || request is not { Key: null, Intent: { } reference })
            return await records.SendAsync(request, token);

        var body = JsonNode.Parse(request.Body)!.AsObject();
        body[property] = reference;
        var result = await records.SendAsync(request with { Body = body.ToJsonString() }, token);

        // Nobody else has this reference: an earlier send of the same create has arrived after all.
        return result is { Outcome: WriteOutcome.Rejected, Reason: { } reason }
            && reason.Contains(property, StringComparison.OrdinalIgnoreCase)
                ? await MadeBeforeAsync(reference, result, token)
                : result;
    }

    private async Task<WriteResult> MadeBeforeAsync(string reference, WriteResult result, CancellationToken token)
    {
        try
        {
            return await FindAsync(reference, token) is { } made ? WriteResult.Committed(made) : result;
        }
        catch (RemoteException cause)
        {
            return WriteResult.Unknown($"{result.Reason} {cause.Message}");
        }
    }

    private async Task<Record?> FindAsync(string reference, CancellationToken token)
    {
        var answer = await reads.AskAsync(
            $"{entity.Name.Entity} with {property} {reference}", stop => find(reference, stop), token);
        return answer.Json() is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(element => entity.Read(element, out _)).OfType<Record>()
                .FirstOrDefault(record => IsHeld(record, reference))
            : null;
    }

    // A system that does not know the filter lists everybody.
    private bool IsHeld(Record record, string reference) =>
        record.Raw.TryGetProperty(property, out var shown) && shown.ValueEquals(reference);

    private string? ReferenceOf(WriteRequest create) => isNamed
        ? Text(JsonNode.Parse(create.Body) as JsonObject)
        : create.Intent;

    private string? Text(JsonObject? body) =>
        body?[property] is JsonValue value && value.TryGetValue<string>(out var text)
            && !string.IsNullOrWhiteSpace(text)
                ? text
                : null;
}
