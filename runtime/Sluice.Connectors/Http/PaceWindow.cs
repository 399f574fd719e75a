namespace Sluice.Connectors.Http;

/// <summary>
/// Keeps a second's worth of calls within a second, whatever came before: a system that counts by the second counts
/// what went at once after a pause, too.
/// </summary>
/// <remarks>Not safe for concurrent use: the pacer guards it.</remarks>
internal sealed class PaceWindow
{
    // What one call may be faster on its way than another: both count where they arrive.
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(50);

    private readonly Queue<DateTimeOffset> _sent = new();

    /// <summary>When the next call may go; long past where nothing is in the way.</summary>
    /// <param name="perSecond">How many a second the system bears, more than 0.</param>
    public DateTimeOffset Earliest(double perSecond)
    {
        var most = Math.Max(1, (int)perSecond);
        while (_sent.Count > most)
            _sent.Dequeue();
        return _sent.Count < most
            ? DateTimeOffset.MinValue
            : _sent.Peek() + TimeSpan.FromSeconds(most / perSecond) + Jitter;
    }

    /// <summary>A call goes.</summary>
    public void Take(DateTimeOffset now) => _sent.Enqueue(now);
}
