using System.Net;
using Sluice.Connectors.Http;
using Sluice.Connectors.Keap;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>What Keap says is left of a minute.</summary>
public sealed class MinuteTests
{
    private const int Limit = 60;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_minute_that_is_used_up_holds_calls_back_until_it_passes_and_nobody_is_refused(bool isFixed)
    {
        var loop = new VirtualLoop();
        var exchange = New(loop, perSecond: 10);
        var (counted, refused, start) = (new Queue<DateTimeOffset>(), 0, loop.GetUtcNow());

        loop.Run(async () =>
        {
            for (var call = 0; call < Limit * 5; call++)
            {
                var kind = call % 3 == 0 ? CallKind.Urgent : CallKind.Listing;
                await exchange.CallAsync(kind, AnswerAsync, CancellationToken.None);
            }
        });

        Assert.Equal(0, refused);
        Assert.InRange(loop.GetUtcNow() - start, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));

        async Task<HttpResponseMessage> AnswerAsync(CancellationToken token)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), loop, token);
            var now = loop.GetUtcNow();
            while (counted.TryPeek(out var one) && (isFixed ? Minute(one) < Minute(now) : one <= now.AddMinutes(-1)))
                counted.Dequeue();
            if (counted.Count >= Limit)
            {
                refused++;
                return Told("minute", "1", $"{Limit}", "0", HttpStatusCode.TooManyRequests);
            }

            counted.Enqueue(now);
            return Told("minute", "1", $"{Limit}", $"{Limit - counted.Count}");
        }

        long Minute(DateTimeOffset at) => (at - start).Ticks / TimeSpan.TicksPerMinute;
    }

    [Fact]
    public void A_system_that_always_says_nothing_is_left_is_believed_once()
    {
        var loop = new VirtualLoop();

        var took = Run(loop, 40, () => Told("minute", "1", "60", "0"));

        Assert.InRange(took, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(65));
    }

    [Fact]
    public void One_that_shows_something_afterwards_is_believed_again()
    {
        var loop = new VirtualLoop();
        var left = new Queue<string>(["0", "9", "0", "0", "9"]);

        var took = Run(loop, 5, () => Told("minute", "1", "60", left.Dequeue()));

        Assert.InRange(took, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(125));
    }

    [Fact]
    public void What_was_under_way_when_nothing_was_left_neither_ends_the_wait_nor_makes_it_longer()
    {
        var loop = new VirtualLoop();
        var exchange = New(loop, perSecond: 100);
        var start = loop.GetUtcNow();
        var waits = new Queue<(int Milliseconds, string Left)>([(10, "0"), (2000, "3"), (4000, "0"), (10, "9")]);

        loop.Run(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => CallAsync()));
            await CallAsync();
        });

        Assert.InRange(loop.GetUtcNow() - start, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60.1));

        Task CallAsync() => exchange.CallAsync(
            CallKind.Urgent,
            async token =>
            {
                var (milliseconds, left) = waits.Dequeue();
                await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), loop, token);
                return Told("minute", "1", "60", left);
            },
            CancellationToken.None);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, "1", "60", "0")]
    [InlineData("minute", "1", "60", null)]
    [InlineData("minute", "1", "60", "-1")]
    [InlineData("minute", "1", "60", "none")]
    [InlineData("minute", "1", "0", "0")]
    [InlineData("minute", "0", "60", "0")]
    [InlineData("minute", "600", "60", "0")]
    [InlineData("day", "1", "60", "0")]
    [InlineData("fortnight", "1", "60", "0")]
    public void What_is_absent_or_odd_holds_nobody_back(string? unit, string? interval, string? limit, string? left)
    {
        var loop = new VirtualLoop();

        var took = Run(loop, 40, () => Told(unit, interval, limit, left));

        Assert.InRange(took, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5));
    }

    private static TimeSpan Run(VirtualLoop loop, int calls, Func<HttpResponseMessage> answer)
    {
        var exchange = New(loop, perSecond: 10);
        var start = loop.GetUtcNow();
        loop.Run(async () =>
        {
            for (var call = 0; call < calls; call++)
                await exchange.CallAsync(CallKind.Urgent, _ => Task.FromResult(answer()), CancellationToken.None);
        });
        return loop.GetUtcNow() - start;
    }

    private static HttpResponseMessage Told(
        string? unit, string? interval, string? limit, string? left, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent("{}") };
        foreach (var (name, value) in new[]
        {
            ("time-unit", unit), ("interval", interval), ("limit", limit), ("available", left),
        })
            if (value is not null)
                answer.Headers.TryAddWithoutValidation($"x-keap-product-throttle-{name}", value);
        return answer;
    }

    private static Exchange New(VirtualLoop loop, double perSecond) => new(
        new KeapOptions { RequestsPerSecond = perSecond, RequestsPerDay = 0 }, loop) { Jitter = () => 0.5 };
}
