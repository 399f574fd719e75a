using System.Net;
using Sluice.Connectors.Http;
using Sluice.Connectors.Keap;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>F33 and F34: what a system bears, in a second and in a day.</summary>
public sealed class PaceTests
{
    private const int Flows = 50;

    [Theory]
    [InlineData(10, true)]
    [InlineData(10, false)]
    [InlineData(15, true)]
    [InlineData(15, false)]
    public void F33_Fifty_flows_at_a_strict_server_are_hardly_ever_refused_and_none_starves(
        double set, bool saysHowLong)
    {
        var loop = new VirtualLoop();
        var server = new StrictServer(loop, 10, saysHowLong);
        var exchange = New(loop, new() { RequestsPerSecond = set, RequestsPerDay = 0 });
        var start = loop.GetUtcNow();
        var (warm, end) = (start + TimeSpan.FromMinutes(1), start + TimeSpan.FromMinutes(31));
        var calls = new int[Flows];
        var longest = TimeSpan.Zero;
        var warmCalls = 0;

        loop.Run(() => Task.WhenAll(Enumerable.Range(0, Flows).Select(async flow =>
        {
            while (loop.GetUtcNow() < end)
            {
                var asked = loop.GetUtcNow();
                await exchange.CallAsync(CallKind.Listing, server.AnswerAsync, CancellationToken.None);
                if (asked < warm)
                    continue;

                warmCalls++;
                calls[flow]++;
                var waited = loop.GetUtcNow() - asked;
                longest = waited > longest ? waited : longest;
            }
        })));

        Assert.InRange(server.Refusals.Count(at => at >= warm), 0, warmCalls / 100);
        Assert.InRange(warmCalls, 30 * 60 * 6, 30 * 60 * 10);
        Assert.InRange(calls.Max() - calls.Min(), 0, calls.Average() / 50);
        var fair = TimeSpan.FromMinutes(30) / (warmCalls / (double)Flows);
        Assert.True(longest <= fair * 2, $"{longest} for a fair share of {fair}.");
    }

    [Fact]
    public void F33_What_comes_at_once_after_a_pause_is_never_more_than_a_second_bears()
    {
        var loop = new VirtualLoop();
        var server = new StrictServer(loop, 10, saysHowLong: true);
        var exchange = New(loop, new() { RequestsPerSecond = 10, RequestsPerDay = 0 });
        var random = new Random(1);
        var (start, calls) = (loop.GetUtcNow(), 0);

        loop.Run(async () =>
        {
            for (var burst = 0; burst < 500; burst++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1500)), loop);
                await Task.WhenAll(Enumerable.Range(0, random.Next(25)).Select(_ =>
                {
                    calls++;
                    return exchange.CallAsync(CallKind.Urgent, server.AnswerAsync, CancellationToken.None);
                }));
            }
        });

        Assert.Empty(server.Refusals);
        Assert.True(calls > 5000 && loop.GetUtcNow() - start < TimeSpan.FromSeconds((calls / 9.0) + (500 * 0.85)));
    }

    [Fact]
    public void F33_After_a_block_one_goes_alone_and_the_others_follow_its_answer()
    {
        var loop = new VirtualLoop();
        var open = false;
        var (inFlight, most, sent) = (0, 0, 0);
        var exchange = New(loop, new() { RequestsPerSecond = 100, RequestsPerDay = 0 });

        loop.Run(() => Task.WhenAll(Enumerable.Range(0, 20).Select(async caller =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(caller * 100), loop);
            var answer = await exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None);
            Assert.Equal(caller < 3 ? 429 : 200, answer.Status);
        })));

        Assert.Equal(20, sent);
        Assert.Equal(1, most);

        async Task<HttpResponseMessage> AnswerAsync(CancellationToken token)
        {
            sent++;
            inFlight++;
            most = open ? most : Math.Max(most, inFlight);
            await Task.Delay(TimeSpan.FromMilliseconds(50), loop, token);
            inFlight--;
            open = sent > 3;
            var answer = new HttpResponseMessage(open ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("{}"),
            };
            if (!open)
                answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(5));
            return answer;
        }
    }

    [Fact]
    public void F33_A_write_does_not_wait_behind_listings_and_listings_do_not_wait_for_all_writes()
    {
        var loop = new VirtualLoop();
        var server = new StrictServer(loop, 10, saysHowLong: true);
        var exchange = New(loop, new() { RequestsPerSecond = 8, RequestsPerDay = 0 });
        var end = loop.GetUtcNow() + TimeSpan.FromMinutes(5);
        var (longest, listed, written) = (TimeSpan.Zero, 0, 0);

        loop.Run(() => Task.WhenAll(Enumerable.Range(0, 30).Select(async caller =>
        {
            var kind = caller < 10 ? CallKind.Urgent : CallKind.Listing;
            while (loop.GetUtcNow() < end)
            {
                var asked = loop.GetUtcNow();
                await exchange.CallAsync(kind, server.AnswerAsync, CancellationToken.None);
                if (kind == CallKind.Listing)
                    listed++;
                else
                    (written, longest) =
                        (written + 1, loop.GetUtcNow() - asked is var waited && waited > longest ? waited : longest);
            }
        })));

        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(written, listed * 2, listed * 5);
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(6, 1000)]
    [InlineData(24 * 60, 0)]
    [InlineData(24 * 60, 1000)]
    [InlineData(-6, 1000)]
    public void F38_A_clock_that_is_put_right_holds_no_call_to_a_system(int hours, int perDay)
    {
        var loop = new VirtualLoop { Skew = TimeSpan.FromHours(hours) };
        var exchange = New(loop, new() { RequestsPerSecond = 2, RequestsPerDay = perDay, WriteShare = 0.1 });
        var (asked, start) = (0, loop.GetTimestamp());

        loop.Run(async () =>
        {
            await AskAsync(CallKind.Listing);
            await AskAsync(CallKind.Urgent);
            var waiting = AskAsync(CallKind.Urgent);
            loop.Skew = TimeSpan.Zero;
            await waiting;
            await AskAsync(CallKind.Urgent);
            await AskAsync(CallKind.Listing);
        });

        // Ten and five of them, and what the system asked for.
        Assert.Equal(50, asked);
        Assert.InRange(loop.GetElapsedTime(start), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(50));

        Task AskAsync(CallKind kind) => Task.WhenAll(Enumerable.Range(0, 10).Select(
            _ => exchange.CallAsync(kind, AnswerAsync, CancellationToken.None)));

        Task<HttpResponseMessage> AnswerAsync(CancellationToken token)
        {
            var answer = new HttpResponseMessage(++asked == 20 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK)
            {
                Content = new StringContent("{}"),
            };
            if (asked == 20)
                answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(5));
            return Task.FromResult(answer);
        }
    }

    [Fact]
    public void F38_A_system_that_asked_us_to_stay_away_is_left_alone_for_as_long_whatever_the_clock_says()
    {
        var loop = new VirtualLoop { Skew = TimeSpan.FromHours(6) };
        var exchange = New(loop, new() { RequestsPerSecond = 100, RequestsPerDay = 0 });
        var asked = 0;

        loop.Run(async () =>
        {
            await exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None);
            loop.Skew = TimeSpan.Zero;
            var held = await Assert.ThrowsAsync<HeldBackException>(() =>
                exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None));
            Assert.Contains("2026-03-02 00:10:00Z", held.Message, StringComparison.Ordinal);
            await Task.Delay(TimeSpan.FromMinutes(10), loop);
            await exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None);
        });

        Assert.Equal(2, asked);

        Task<HttpResponseMessage> AnswerAsync(CancellationToken token)
        {
            var answer = new HttpResponseMessage(++asked > 1 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("{}"),
            };
            if (asked == 1)
                answer.Headers.RetryAfter = new(TimeSpan.FromMinutes(10));
            return Task.FromResult(answer);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    public void F34_A_quota_of_a_day_lasts_the_day_and_writes_always_have_theirs(int usedByOthers)
    {
        var loop = new VirtualLoop();
        var midnight = loop.GetUtcNow() + TimeSpan.FromDays(1);
        var exchange = New(loop, new() { RequestsPerSecond = 4, RequestsPerDay = 1000, WriteShare = 0.3 });
        var used = usedByOthers;
        var listed = Enumerable.Range(0, 6).Select(_ => new List<DateTimeOffset>()).ToArray();
        var longest = TimeSpan.Zero;

        // Six entities ask for five hundred pages each, and every five minutes something is written.
        loop.Run(() => Task.WhenAll(
        [
            .. listed.Select(async pages =>
            {
                try
                {
                    for (var page = 0; page < 500 && loop.GetUtcNow() < midnight; page++)
                    {
                        await exchange.CallAsync(CallKind.Listing, AnswerAsync, CancellationToken.None);
                        pages.Add(loop.GetUtcNow());
                    }
                }
                catch (HeldBackException)
                {
                    Assert.True(loop.GetUtcNow() > midnight.AddHours(-1));
                }
            }),
            WriteAsync(),
        ]));

        var today = listed.Select(pages => pages.Where(at => at < midnight).ToList()).ToArray();
        Assert.InRange(used, 0, 1000);
        Assert.InRange(longest, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(today.Sum(pages => pages.Count), (1000 - usedByOthers - 300) * 0.95, 1000 - usedByOthers - 300);
        Assert.InRange(today.Max(pages => pages.Count) - today.Min(pages => pages.Count), 0, 2);
        var gaps = today.SelectMany(pages => pages.Zip(pages.Skip(1), (one, other) => other - one)).ToList();
        Assert.True(gaps.Max() < TimeSpan.FromDays(1) / today.Min(pages => pages.Count) * 2, $"{gaps.Max()}");

        async Task WriteAsync()
        {
            for (var write = 0; write < 280; write++)
            {
                await Task.Delay(TimeSpan.FromMinutes(5), loop);
                var asked = loop.GetUtcNow();
                await exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None);
                var waited = loop.GetUtcNow() - asked;
                longest = waited > longest ? waited : longest;
            }
        }

        async Task<HttpResponseMessage> AnswerAsync(CancellationToken token)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), loop, token);
            if (loop.GetUtcNow() < midnight)
                used++;
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") };
            answer.Headers.TryAddWithoutValidation("x-keap-product-quota-time-unit", "day");
            answer.Headers.TryAddWithoutValidation("x-keap-product-quota-available", $"{1000 - used}");
            answer.Headers.TryAddWithoutValidation(
                "x-keap-product-quota-expiry-time", $"{midnight.ToUnixTimeMilliseconds()}");
            return answer;
        }
    }

    [Fact]
    public void F34_Where_the_day_is_used_up_a_call_says_until_when_and_by_which_setting()
    {
        var loop = new VirtualLoop();
        var exchange = New(loop, new() { RequestsPerDay = 3, WriteShare = 0.7, RequestsPerSecond = 100 });

        loop.Run(async () =>
        {
            await exchange.CallAsync(CallKind.Listing, AnswerAsync, CancellationToken.None);
            var held = await Assert.ThrowsAsync<HeldBackException>(() =>
                exchange.CallAsync(CallKind.Listing, AnswerAsync, CancellationToken.None));
            Assert.Contains("2026-03-03 00:00:00Z", held.Message, StringComparison.Ordinal);
            Assert.Contains("Systems:Keap:RequestsPerDay", held.Message, StringComparison.Ordinal);

            for (var write = 0; write < 2; write++)
                await exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None);
            await Assert.ThrowsAsync<HeldBackException>(() =>
                exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None));

            await Task.Delay(TimeSpan.FromDays(1), loop);
            await exchange.CallAsync(CallKind.Listing, AnswerAsync, CancellationToken.None);
        });

        static Task<HttpResponseMessage> AnswerAsync(CancellationToken token) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
    }

    [Fact]
    public void F34_Who_is_refused_because_others_used_up_the_day_is_not_tried_before_it_ends()
    {
        var loop = new VirtualLoop();
        var exchange = New(loop, new() { RequestsPerDay = 0, RequestsPerSecond = 100 });
        var (asked, midnight) = (0, new DateTimeOffset(loop.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero));

        loop.Run(async () =>
        {
            var refused = await exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None);
            var held = await Assert.ThrowsAsync<HeldBackException>(() =>
                exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None));
            await Task.Delay(midnight - loop.GetUtcNow(), loop);
            await exchange.CallAsync(CallKind.Urgent, AnswerAsync, CancellationToken.None);

            Assert.Equal(429, refused.Status);
            Assert.Contains($"{midnight:yyyy-MM-dd} 00:00:00Z", held.Message, StringComparison.Ordinal);
        });

        Assert.Equal(2, asked);

        Task<HttpResponseMessage> AnswerAsync(CancellationToken token)
        {
            var answer = new HttpResponseMessage(++asked > 1 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("{}"),
            };
            answer.Headers.TryAddWithoutValidation("x-keap-product-quota-time-unit", "day");
            answer.Headers.TryAddWithoutValidation("x-keap-product-quota-available", asked > 1 ? "9" : "0");
            answer.Headers.TryAddWithoutValidation(
                "x-keap-product-quota-expiry-time", $"{midnight.ToUnixTimeMilliseconds()}");
            return Task.FromResult(answer);
        }
    }

    private static Exchange New(VirtualLoop loop, KeapOptions options)
    {
        var random = new Random(1);
        return new(options, loop) { Jitter = random.NextDouble };
    }
}
