namespace Sluice.Pipeline.Tests;

/// <summary>An entity that lists what changed, and says how many records there are.</summary>
internal sealed class FakeCounted(FakeEntity entity) : FakeDelta(entity), ICountedSource
{
    private readonly FakeEntity _entity = entity;

    /// <summary>Fails when it is asked how many there are.</summary>
    public bool CountFails { get; set; }

    public async Task<bool> HasAsync(int records, CancellationToken token)
    {
        await _entity.AskAsync("count", 0, $"{records}");
        return CountFails
            ? throw new RemoteException(Entity.System, RemoteFailure.ServerError, "500.", "Nothing; it is tried again.")
            : _entity.Index().Count == records;
    }
}
