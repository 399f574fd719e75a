using System.Collections.Concurrent;

namespace Sluice.Benchmarks.Traffic;

/// <summary>Notes how long each write takes from the engine's hands to its answer.</summary>
internal sealed class TimedSink(ISink sink, ConcurrentBag<TimeSpan> taken) : ISink
{
    public EntityName Entity => sink.Entity;

    public async Task<WriteResult> SendAsync(WriteRequest request, CancellationToken token)
    {
        var start = TimeProvider.System.GetTimestamp();
        var result = await sink.SendAsync(request, token);
        taken.Add(TimeProvider.System.GetElapsedTime(start));
        return result;
    }
}
