namespace Sluice.Simulation;

/// <summary>
/// The one thread of a run: continuations in a random order that the seed decides, and a clock that jumps to the next
/// thing that is due.
/// </summary>
/// <remarks>
/// Owned by the thread that made it. Whatever would come from another thread would make two runs of a seed differ, so
/// it is refused.
/// </remarks>
internal sealed class Loop(Chance chance, DateTimeOffset start)
{
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly List<Action> _ready = [];
    private readonly PriorityQueue<Action, (long At, long Order)> _due = new();
    private long _order;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>How many continuations ran so far.</summary>
    public long Steps { get; private set; }

    public void Post(Action work)
    {
        if (Thread.CurrentThread != _thread)
            throw new InvalidOperationException("Something left the simulation's thread.");

        _ready.Add(work);
    }

    /// <summary>Does something at a time, after whatever is due earlier.</summary>
    public void At(DateTimeOffset time, Action work) => _due.Enqueue(work, (time.UtcTicks, _order++));

    public void After(TimeSpan delay, Action work) => At(Now + delay, work);

    /// <summary>Runs until a condition holds.</summary>
    /// <exception cref="InvalidOperationException">Nothing is left to run, and the condition does not hold.</exception>
    public void RunUntil(Func<bool> done)
    {
        while (!done())
        {
            Steps++;
            if (_ready.Count > 0)
                Take()();
            else if (_due.TryDequeue(out var work, out var when))
            {
                if (when.At > Now.UtcTicks)
                    Now = new(when.At, TimeSpan.Zero);
                work();
            }
            else
                throw new InvalidOperationException("The simulation stands still: nobody is left to go on.");
        }
    }

    private Action Take()
    {
        var index = _ready.Count == 1 ? 0 : chance.Below(_ready.Count);
        var work = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        return work;
    }
}
