namespace Sluice.Pipeline;

/// <summary>Hands out the versions of edits: each is higher than all before it.</summary>
/// <remarks>
/// From the clock, so that they go on growing after a restart; in turn, so that none is handed out twice.
/// </remarks>
internal sealed class VersionClock(TimeProvider clock)
{
    private long _last;

    public long Next() => _last = Math.Max(_last + 1, clock.GetUtcNow().UtcTicks);
}
