using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Keap;

/// <summary>The headers in which Keap tells what is left. The sandbox counts, and refuses nobody for it.</summary>
internal sealed class KeapQuota
{
    private const int PerDay = 30_000;
    private const int PerMinute = 240;

    private long _used;

    public Reply Counted(Reply reply, DateTimeOffset now)
    {
        _used++;
        return Throttle(reply, left: PerMinute - 1)
            .With("x-keap-product-quota-limit", PerDay)
            .With("x-keap-product-quota-time-unit", "day")
            .With("x-keap-product-quota-interval", 1)
            .With("x-keap-product-quota-available", Math.Max(0, PerDay - _used))
            .With("x-keap-product-quota-used", _used)
            .With("x-keap-product-quota-expiry-time", EndOfDay(now))
            .With("x-keap-tenant-id", "sandbox")
            .With("x-request-id", $"sandbox-{_used}");
    }

    /// <summary>What is left where nothing is.</summary>
    public static Reply Spent(Reply reply) => Throttle(reply, left: 0);

    private static Reply Throttle(Reply reply, int left) => reply
        .With("x-keap-product-throttle-limit", PerMinute)
        .With("x-keap-product-throttle-time-unit", "minute")
        .With("x-keap-product-throttle-interval", 1)
        .With("x-keap-product-throttle-available", left)
        .With("x-keap-product-throttle-used", PerMinute - left);

    private static long EndOfDay(DateTimeOffset now) =>
        new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
