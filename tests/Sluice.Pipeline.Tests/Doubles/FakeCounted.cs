namespace Sluice.Pipeline.Tests;

/// <summary>An entity that lists what changed, and says how many records there are.</summary>
internal sealed class FakeCounted(FakeEntity entity) : FakeDelta(entity), ICountedSource
{
    private readonly FakeEntity _entity = entity;

    /// <summary>What breaks when it is asked how many there are.</summary>
    public Exception? CountFailure { get; set; }

    public async Task<bool> HasAsync(int records, CancellationToken token)
    {
        await _entity.AskAsync("count", 0, $"{records}");
        return CountFailure is { } failure ? throw failure : _entity.Index().Count == records;
    }
}
