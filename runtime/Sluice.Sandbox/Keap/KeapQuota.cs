using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>
/// The headers in which Keap tells what is left to one kind of credentials, and to all of the tenant. The sandbox
/// counts, and refuses nobody for it unless a switch says so.
/// </summary>
/// <param name="perDay">What the vendor gives these credentials in a day.</param>
/// <param name="perMinute">The same in a minute.</param>
/// <param name="spike">The same at once, as the vendor writes it; null where it does not say.</param>
internal sealed class KeapQuota(long perDay, int perMinute, string? spike)
{
    private const int TenantPerMinute = 10_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> _minute = new();
    private DateTimeOffset _dayEnds;
    private long _used;

    /// <summary>An answer to a call that counts.</summary>
    public Reply Counted(Reply reply, DateTimeOffset now)
    {
        var dayEnds = EndOfDay(now);
        _used = dayEnds == _dayEnds ? _used + 1 : 1;
        _dayEnds = dayEnds;
        _minute.Enqueue(now);
        return Told(reply, _used, Taken(now), now);
    }

    /// <summary>A refusal, because nothing is left of the minute.</summary>
    public Reply Spent(Reply reply, DateTimeOffset now) => Told(reply, _used, perMinute, now);

    /// <summary>A refusal, because nothing is left of the day.</summary>
    public Reply SpentForToday(Reply reply, DateTimeOffset now) => Told(reply, perDay, Taken(now), now);

    private Reply Told(Reply reply, long today, int thisMinute, DateTimeOffset now)
    {
        reply = Told(reply, "product-quota", perDay, "day", today)
            .With("x-keap-product-quota-expiry-time", EndOfDay(now).ToUnixTimeMilliseconds());
        reply = Told(reply, "product-throttle", perMinute, "minute", thisMinute);
        reply = Told(reply, "tenant-throttle", TenantPerMinute, "minute", thisMinute);
        return (spike is null ? reply : reply.With("x-keap-product-spike-limit", spike))
            .With("x-keap-tenant-id", "sandbox")
            .With("x-request-id", $"sandbox-{_used}");
    }

    private static Reply Told(Reply reply, string what, long limit, string unit, long used) => reply
        .With($"x-keap-{what}-limit", limit)
        .With($"x-keap-{what}-time-unit", unit)
        .With($"x-keap-{what}-interval", 1)
        .With($"x-keap-{what}-available", Math.Max(0, limit - used))
        .With($"x-keap-{what}-used", used);

    private int Taken(DateTimeOffset now)
    {
        while (_minute.TryPeek(out var first) && first <= now - Minute)
            _minute.Dequeue();
        return _minute.Count;
    }

    private static DateTimeOffset EndOfDay(DateTimeOffset now) =>
        new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
}
