namespace Sluice.Pipeline;

/// <summary>Hands out the versions of edits: each is higher than all before it.</summary>
/// <remarks>
/// From the clock, so that they go on growing after a restart; in turn, so that none is handed out twice. Safe to call
/// from any lane. They are even: each odd one is of an edit that lost, made over the one before it.
/// </remarks>
internal sealed class VersionClock(TimeProvider clock)
{
    /// <summary>The version of what a person decided against: every other edit is later.</summary>
    /// <remarks>Of two records that have it nobody knows that they ever held the same edit. 0 is no version.</remarks>
    public const long Oldest = 2;

    private readonly Lock _turn = new();
    private long _last;

    /// <summary>About when a version was handed out.</summary>
    public static DateTimeOffset When(long version) => new(version, TimeSpan.Zero);

    /// <summary>The version of an edit that was made over one, and lost.</summary>
    public static long AfterLoss(long over) => over | 1;

    /// <summary>What an edit was made over if it lost; else the version itself.</summary>
    public static long BeforeLoss(long version) => version & ~1L;

    public long Next()
    {
        lock (_turn)
            return _last = Math.Max(_last + 2, BeforeLoss(clock.GetUtcNow().UtcTicks));
    }
}
