using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>The writes of an entity whose records bear a reference of the client's.</summary>
internal sealed class FakeTraced(FakeEntity records) : ITracedSink
{
    private const string Reference = "reference";

    public EntityName Entity => records.Entity;

    /// <summary>How often it was asked what a create made.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether it does not show yet who has a reference.</summary>
    public bool IsBehind { get; set; }

    public Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        if (request.Key is not null)
            return records.SendAsync(request, token);

        var body = JsonNode.Parse(request.Body)!.AsObject();
        body[Reference] = request.Intent;
        return records.SendAsync(request with { Body = body.ToJsonString() }, token);
    }

    public bool IsTraced(WriteRequest create) => create.Intent is not null;

    public async Task<Record?> FindMadeAsync(WriteRequest create, CancellationToken token)
    {
        Asked++;
        return !IsBehind
            && records.Keys.FirstOrDefault(key => (string?)records[key][Reference] == create.Intent) is { } key
            ? await records.ReadAsync(key, token)
            : null;
    }
}
