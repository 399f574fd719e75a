namespace Sluice.Connectors.Http;

/// <summary>Spreads calls in time. A second's worth may go at once; after that each waits for its turn.</summary>
internal sealed class Pacer(double perSecond, TimeProvider time)
{
    /// <summary>How long a call waits at most for a system that asked us to stay away.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private readonly Lock _gate = new();

    // Both are read and written under the gate: turns are handed out in order, whoever asks.
    private DateTimeOffset _next;
    private DateTimeOffset _heldUntil;

    /// <exception cref="HeldBackException">The system asked us to stay away for too long to wait.</exception>
    public async Task WaitAsync(CancellationToken token)
    {
        var wait = Turn();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, token);
    }

    /// <summary>Lets nobody go before a time: asking again sooner makes it worse.</summary>
    public void HoldUntil(DateTimeOffset instant)
    {
        lock (_gate)
        {
            if (instant > _heldUntil)
                _heldUntil = instant;
            if (instant > _next)
                _next = instant;
        }
    }

    private TimeSpan Turn()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (_heldUntil - now > LongestHold)
                throw new HeldBackException(_heldUntil);
            if (_next < now - Burst)
                _next = now - Burst;

            var wait = _next - now;
            _next += _interval;
            return wait;
        }
    }
}
