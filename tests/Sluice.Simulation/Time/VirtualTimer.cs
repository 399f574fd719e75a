namespace Sluice.Simulation;

/// <summary>A timer of the virtual clock. It falls silent with the process it belongs to.</summary>
internal sealed class VirtualTimer(Loop loop, Life life, Action callback) : ITimer
{
    private int _version;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period > TimeSpan.Zero)
            throw new NotSupportedException("No part of the engine uses a timer that repeats.");

        var version = ++_version;
        if (dueTime >= TimeSpan.Zero)
            loop.After(dueTime, () => life.Outside(() =>
            {
                if (version == _version)
                    callback();
            }));
        return true;
    }

    public void Dispose() => _version++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
