namespace Sluice.Connectors.Http;

/// <summary>
/// Spreads a day's calls over the day: listings keep a share back for writes and what they need, and go no faster than
/// what is left lasts until the end of the day.
/// </summary>
/// <remarks>
/// Days end at midnight UTC, unless the system says otherwise. What was used is not stored: after a restart the day
/// counts as unused until the system tells. Not safe for concurrent use: the pacer guards it.
/// </remarks>
internal sealed class DayBudget(long perDay, double share)
{
    // A listing that begins may go on at full speed for what an hour of the day has.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private long _used;
    private long _urgent;
    private DateTimeOffset _resetAt;
    private DateTimeOffset _next;
    private DateTimeOffset _seen;

    private long Left => perDay - _used;

    /// <summary>When a call may be made at the earliest.</summary>
    /// <returns>Null where that is not before tomorrow.</returns>
    public DateTimeOffset? Earliest(CallKind kind, DateTimeOffset now)
    {
        if (perDay == 0)
            return now;

        Begin(now);
        if (kind == CallKind.Urgent)
            return Left > 0 ? now : null;

        return Listings > 0 ? (_next - Ahead > now ? _next - Ahead : now) : null;
    }

    /// <summary>When the day ends.</summary>
    public DateTimeOffset ResetAt => _resetAt;

    public void Take(CallKind kind, DateTimeOffset now)
    {
        if (perDay == 0)
            return;

        Begin(now);
        if (kind == CallKind.Listing)
            _next = (_next > now ? _next : now) + ((_resetAt - now) / Math.Max(1, Listings));
        else
            _urgent++;
        _used++;
    }

    /// <summary>The system counts as well, and others may use the same key.</summary>
    public void Told(Quota quota, DateTimeOffset now)
    {
        if (perDay == 0 || quota.ResetAt <= now)
            return;

        Begin(now);
        (_used, _resetAt) = (Math.Max(_used, perDay - quota.Available), quota.ResetAt);
    }

    // What listings may still use: the rest, without what is kept back and was not needed yet.
    private long Listings => Left - Math.Max(0, (long)(perDay * share) - _urgent);

    private void Begin(DateTimeOffset now)
    {
        // A clock that was put right: what listings wait for is as far away as it was, and no day is so long.
        if (now < _seen)
            _next -= _seen - now;
        _seen = now;
        if (now < _resetAt && _resetAt - now <= Day * 2)
            return;

        (_used, _urgent, _next) = (0, 0, now);
        _resetAt = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + Day;
    }
}
