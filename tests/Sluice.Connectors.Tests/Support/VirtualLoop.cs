namespace Sluice.Connectors.Tests.Support;

/// <summary>
/// A thread and a clock of its own: continuations run one after the other, and where none is ready the clock jumps to
/// the next thing that is due.
/// </summary>
internal sealed class VirtualLoop : TimeProvider
{
    private readonly Queue<Action> _ready = new();
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Order)> _due = new();
    private DateTimeOffset _now = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How wrong the clock on the wall is.</summary>
    public TimeSpan Skew { get; set; }

    public override DateTimeOffset GetUtcNow() => _now + Skew;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Run(Func<Task> work)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Context(this));
        try
        {
            var task = work();
            while (!task.IsCompleted)
                Step();
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private void Step()
    {
        if (_ready.TryDequeue(out var work))
            work();
        else if (_due.TryDequeue(out work, out var when))
        {
            _now = when.At > _now ? when.At : _now;
            Outside(work);
        }
        else
            throw new InvalidOperationException("Nobody is left to go on.");
    }

    // The runtime's own waits ask for no context, and leave the thread where they find one.
    private static void Outside(Action work)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        work();
        SynchronizationContext.SetSynchronizationContext(context);
    }

    private sealed class Context(VirtualLoop loop) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => loop._ready.Enqueue(() => d(state));

        public override SynchronizationContext CreateCopy() => this;
    }

    private sealed class Timer(VirtualLoop loop, Action callback) : ITimer
    {
        private int _version;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var version = ++_version;
            if (dueTime >= TimeSpan.Zero)
                loop._due.Enqueue(
                    () =>
                    {
                        if (version == _version)
                            callback();
                    },
                    (loop._now + dueTime, loop._order++));
            return true;
        }

        public void Dispose() => _version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
