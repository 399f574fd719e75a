namespace Sluice.Connectors.Http;

/// <summary>
/// Lets the calls to one system go one after the other. A quarter of a second's worth may go at once; after that each
/// waits for its turn. Whatever carries a change goes before listings, though not always.
/// </summary>
/// <remarks>
/// After a refusal everybody stays away for as long as the system asks; then one goes alone, and the others follow when
/// its answer is no refusal. All of it goes by the time that passes; only days go by the clock.
/// </remarks>
internal sealed class Pacer(SystemOptions options, TimeProvider time, Func<double> jitter)
{
    /// <summary>How long a call waits at most for a system that asked us to stay away.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(1);

    // So many in a row, then a listing that waits has its turn: else it would not end while much is written.
    private const int UrgentInARow = 4;

    // With more at once, the first second would see more calls than a system that counts by the second allows.
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(0.25);

    // Days end by a clock that may be put right meanwhile. It also keeps within what a timer can bear.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly SteadyClock _steady = new(time);

    // All below is read and written under the gate.
    private readonly Queue<Waiter> _urgent = new();
    private readonly Queue<Waiter> _listings = new();
    private readonly PaceRate _rate = new(options.RequestsPerSecond);
    private readonly PaceWindow _window = new();
    private readonly DayBudget _budget = new(options.RequestsPerDay, options.WriteShare);
    private DateTimeOffset _next;
    private DateTimeOffset _heldUntil;
    private DateTimeOffset? _wakeAt;
    private int _refusals;
    private int _inARow;
    private bool _isProbeDue;
    private bool _isProbeOut;

    /// <summary>Waits for a turn.</summary>
    /// <exception cref="HeldBackException">That would take too long.</exception>
    public async Task<Turn> EnterAsync(CallKind kind, CancellationToken token)
    {
        var waiter = new Waiter();
        lock (_gate)
        {
            if (_heldUntil - _steady.Now > LongestHold)
                throw TooLong();
            if (_budget.Earliest(kind, time.GetUtcNow()) is null)
                throw UsedUp();

            (kind == CallKind.Urgent ? _urgent : _listings).Enqueue(waiter);
            LetGo();
        }

        await using var stopped = token.Register(() => waiter.TrySetCanceled(token));
        return await waiter.Task;
    }

    /// <summary>The system does not want so many calls.</summary>
    /// <param name="wait">For how long it asks us to stay away; null where it does not say.</param>
    public void Refused(TimeSpan? wait)
    {
        lock (_gate)
        {
            var now = _steady.Now;
            _refusals++;
            if (!_isProbeDue)
                _rate.Refused(now);
            var until = now + (wait ?? BackOff());
            if (until > _heldUntil)
                _heldUntil = until;
            _isProbeDue = true;
            if (_heldUntil - now > LongestHold)
                SendAway();
        }
    }

    /// <summary>The system took a call.</summary>
    /// <param name="quota">What it says is left of the day; null where it says nothing.</param>
    public void Accepted(Quota? quota)
    {
        lock (_gate)
        {
            _refusals = 0;
            if (quota is not null)
                _budget.Told(quota, time.GetUtcNow());
        }
    }

    /// <summary>The answer to the one that went alone is there, or will not come.</summary>
    public void Landed()
    {
        lock (_gate)
        {
            _isProbeOut = false;
            LetGo();
        }
    }

    private void LetGo()
    {
        while (!_isProbeOut)
        {
            var now = _steady.Now;
            if (Choose(now) is not ({ } kind, var at))
                return;
            if (at > now)
            {
                WakeAt(at - now < LongestSleep ? at : now + LongestSleep, now);
                return;
            }

            var waiter = Queue(kind).Dequeue();
            if (!waiter.TrySetResult(new(this, _isProbeDue)))
                continue;

            (_isProbeOut, _isProbeDue) = (_isProbeDue, false);
            _inARow = kind == CallKind.Urgent ? _inARow + 1 : 0;
            _next = (_next < now - Burst ? now - Burst : _next) + (TimeSpan.FromSeconds(1) / _rate.At(now));
            _window.Take(now);
            _budget.Take(kind, time.GetUtcNow());
        }
    }

    // Who goes next, and when.
    private (CallKind? Kind, DateTimeOffset At) Choose(DateTimeOffset now)
    {
        var paced = Later(Later(_next, _heldUntil), _window.Earliest(_rate.At(now)));
        var urgent = When(CallKind.Urgent);
        var listing = When(CallKind.Listing);
        return urgent is null || (listing <= urgent && _inARow >= UrgentInARow)
            ? (listing is null ? null : (CallKind?)CallKind.Listing, listing ?? default)
            : (CallKind.Urgent, urgent.Value);

        DateTimeOffset? When(CallKind kind)
        {
            var queue = Queue(kind);
            while (queue.TryPeek(out var first) && first.Task.IsCompleted)
                queue.Dequeue();
            if (queue.Count == 0)
                return null;
            var shown = time.GetUtcNow();
            if (_budget.Earliest(kind, shown) is { } earliest)
                return Later(now + (earliest - shown), paced);

            while (queue.TryDequeue(out var waiter))
                waiter.TrySetException(UsedUp());
            return null;
        }
    }

    private Queue<Waiter> Queue(CallKind kind) => kind == CallKind.Urgent ? _urgent : _listings;

    private void WakeAt(DateTimeOffset at, DateTimeOffset now)
    {
        if (_wakeAt <= at && _wakeAt > now)
            return;

        _wakeAt = at;
        _ = WakeAsync(at, at - now);
    }

    // Nobody waits for it, and nothing in it can fail. A delay counts whole milliseconds and cuts off the rest.
    private async Task WakeAsync(DateTimeOffset at, TimeSpan wait)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time);
        lock (_gate)
        {
            _wakeAt = null;

            // What a timer is late must not be made up for: a system that counts would see one call too many.
            if (_next == at)
                _next = _steady.Now;
            LetGo();
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void SendAway()
    {
        foreach (var queue in new[] { _urgent, _listings })
            while (queue.TryDequeue(out var waiter))
                waiter.TrySetException(TooLong());
    }

    // Twice as long each time; the second half of it by chance, so that several of us do not come back at one moment.
    private TimeSpan BackOff() =>
        LongestHold * Math.Min(1, Math.Pow(2, _refusals) * (1 + jitter()) / LongestHold.TotalSeconds);

    private HeldBackException TooLong() => new(_steady.Shown(_heldUntil), "the system asked for it");

    private HeldBackException UsedUp() =>
        new(_budget.ResetAt, $"{options.Section}:{nameof(options.RequestsPerDay)} is used up but for what writes need");
}
