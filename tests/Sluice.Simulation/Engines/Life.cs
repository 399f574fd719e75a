namespace Sluice.Simulation;

/// <summary>
/// One process that runs the engine: from its start until it is killed or taken over. What a dead process had still to
/// do is never done.
/// </summary>
internal sealed class Life(Loop loop, int number) : SynchronizationContext
{
    private readonly List<Action> _held = [];
    private bool _isPaused;

    public int Number { get; } = number;

    public bool IsDead { get; private set; }

    /// <summary>Whether it does nothing, for now or for good.</summary>
    public bool IsStill => IsDead || _isPaused;

    /// <summary>When it was last held up.</summary>
    public DateTimeOffset PausedAt { get; private set; }

    /// <summary>When it last went on after it had been held up.</summary>
    public DateTimeOffset ResumedAt { get; private set; }

    /// <summary>Kills the process: not one of its continuations runs any more.</summary>
    public void Kill()
    {
        IsDead = true;
        _held.Clear();
    }

    /// <summary>Holds the process still, as a long collection or a laptop's lid does.</summary>
    public void Pause() => (_isPaused, PausedAt) = (true, loop.Now);

    public void Resume()
    {
        (_isPaused, ResumedAt) = (false, loop.Now);
        foreach (var work in _held)
            loop.Post(work);
        _held.Clear();
    }

    public override void Post(SendOrPostCallback d, object? state) => loop.Post(() => Run(() => d(state)));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Does something now, or as soon as the process is no longer held up.</summary>
    public void WhenAwake(Action work)
    {
        if (IsDead)
            return;
        if (_isPaused)
            _held.Add(work);
        else
            work();
    }

    /// <summary>Starts something of this process.</summary>
    public void Start(Action work) => loop.Post(() => Run(work));

    /// <summary>
    /// Runs what the runtime's own code waits for. It asks for no context and must find none, else it would go to
    /// another thread.
    /// </summary>
    public void Outside(Action work)
    {
        if (IsDead)
            return;
        if (_isPaused)
        {
            _held.Add(() => Outside(work));
            return;
        }

        var before = Current;
        SetSynchronizationContext(null);
        try
        {
            work();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void Run(Action work)
    {
        if (IsDead)
            return;
        if (_isPaused)
        {
            _held.Add(() => Run(work));
            return;
        }

        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            work();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
