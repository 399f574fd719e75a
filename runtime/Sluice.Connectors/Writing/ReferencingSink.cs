using System.Text.Json.Nodes;

namespace Sluice.Connectors.Writing;

/// <summary>
/// Writes an entity whose records can bear a reference of the client's, each another one: what is created bears the
/// identity of its create there, unless documents use the property themselves.
/// </summary>
/// <param name="records">Writes the entity.</param>
/// <param name="property">The property that holds the reference; dots lead into objects.</param>
/// <param name="isNamed">Whether some document names the property.</param>
/// <param name="find">
/// Finds the record with a reference; fails with <see cref="RemoteException"/>.
/// </param>
internal sealed class ReferencingSink(
    ISink records, string property, bool isNamed, Func<string, CancellationToken, Task<Record?>> find) : ITracedSink
{
    private readonly string[] _path = property.Split('.');

    public EntityName Entity => records.Entity;

    public bool IsTraced(WriteRequest create) => ReferenceOf(create) is not null;

    public Task<Record?> FindMadeAsync(WriteRequest create, CancellationToken token) =>
        find(ReferenceOf(create)!, token);

    public async Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (isNamed || request is not { Key: null, Intent: { } reference })
            return await records.SendAsync(request, token);

        var body = JsonNode.Parse(request.Body)!.AsObject();
        Paths.Set(body, _path, reference);
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
            if (await find(reference, token) is { } made)
                return WriteResult.Committed(made);
        }
        catch (RemoteException cause)
        {
            return WriteResult.Unknown($"{result.Reason} {cause.Message}");
        }

        return WriteResult.Unknown($"{result.Reason} Who has it does not show yet.");
    }

    private string? ReferenceOf(WriteRequest create) => isNamed ? Given(create.Body) : create.Intent;

    private string? Given(string body) =>
        JsonNode.Parse(body) is JsonObject item && Paths.Follow(item, property).Value is JsonValue value
            && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text)
                ? text
                : null;
}
