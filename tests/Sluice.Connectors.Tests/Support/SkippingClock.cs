namespace Sluice.Connectors.Tests.Support;

/// <summary>
/// Whoever waits for a short time is let go at once, and the clock moves by that time. Deadlines, which are long here,
/// pass only when a test says so.
/// </summary>
public sealed class SkippingClock : TimeProvider
{
    /// <summary>What tests set as the deadline of calls. Anything shorter is a wait.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly List<Timer> _deadlines = [];
    private readonly List<TimeSpan> _waits = [];
    private readonly TaskCompletionSource _deadlineSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2024, 9, 10, 15, 2, 6, TimeSpan.Zero);
    private TimeSpan _passed;

    /// <summary>How long was waited, each time.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
                return [.. _waits];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>What goes back is the clock: no time comes back that way.</summary>
    public override long GetTimestamp()
    {
        lock (_gate)
            return _passed.Ticks;
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public void Advance(TimeSpan by)
    {
        lock (_gate)
        {
            _now += by;
            _passed += by > TimeSpan.Zero ? by : TimeSpan.Zero;
        }
    }

    /// <summary>Lets every deadline pass, once there is one.</summary>
    public async Task PassDeadlinesAsync()
    {
        await _deadlineSet.Task;
        Advance(Deadline);
        List<Timer> due;
        lock (_gate)
            due = [.. _deadlines];

        due.ForEach(timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(SkippingClock clock, TimerCallback callback, object? state) : ITimer
    {
        public void Fire() => ThreadPool.QueueUserWorkItem(_ => callback(state));

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._deadlines.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                if (dueTime >= Deadline)
                {
                    clock._deadlines.Add(this);
                    clock._deadlineSet.TrySetResult();
                    return true;
                }

                clock._now += dueTime;
                clock._passed += dueTime;
                clock._waits.Add(dueTime);
            }

            Fire();
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._deadlines.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
