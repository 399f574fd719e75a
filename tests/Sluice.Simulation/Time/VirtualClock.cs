namespace Sluice.Simulation;

/// <summary>The engine's clock: it moves with the loop.</summary>
internal sealed class VirtualClock(Loop loop, Life life) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => loop.Now;

    public override long GetTimestamp() => loop.Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(loop, life, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }
}
