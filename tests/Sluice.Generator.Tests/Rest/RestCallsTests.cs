using System.Net;
using System.Net.Sockets;
using Sluice.Http;

namespace Sluice.Generator.Tests.Rest;

public sealed class RestCallsTests
{
    private static readonly DateTimeOffset Now = new(2024, 9, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly RestCalls _calls = new("Keap", new StoppedClock(Now), TimeSpan.FromSeconds(100));

    [Theory]
    [InlineData("200 OK", "{}", WriteOutcome.Committed, null)]
    [InlineData("200 OK", "<html>", WriteOutcome.Committed, RemoteFailure.Malformed)]
    [InlineData("400 Bad Request", "{\"error\":\"no\"}", WriteOutcome.Rejected, RemoteFailure.Malformed)]
    [InlineData("401 Unauthorized", "", WriteOutcome.NotDone, RemoteFailure.SignInRefused)]
    [InlineData("403 Forbidden", "", WriteOutcome.Rejected, RemoteFailure.RightMissing)]
    [InlineData("408 Request Timeout", "", WriteOutcome.Unknown, RemoteFailure.ServerError)]
    [InlineData("409 Conflict", "", WriteOutcome.Rejected, RemoteFailure.Malformed)]
    [InlineData("429 Too Many Requests", "", WriteOutcome.NotDone, RemoteFailure.Throttled)]
    [InlineData("503 Service Unavailable", "", WriteOutcome.Unknown, RemoteFailure.ServerError)]
    public async Task An_answer_says_what_became_of_a_write_and_why_a_read_failed(string status, string body, WriteOutcome outcome, RemoteFailure? failure)
    {
        await using var server = new Loopback { Answer = FormattableString.Invariant($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}") };
        using var client = new HttpClient { BaseAddress = server.Address };
        var wire = RestClients.Create<IWire>(client, WireContext.Default);
        var answer = await _calls.UnwrapAsync(token => wire.CreateAsync(new("A", null), token), TestContext.Current.CancellationToken);

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(failure is null, answer.IsSuccess);
        if (failure is { } expected)
            Assert.Equal(expected, Assert.Throws<RemoteException>(() => answer.OrThrow()).Failure);
    }

    [Fact]
    public async Task A_refusal_quotes_the_vendor_and_never_the_query()
    {
        await using var server = new Loopback { Answer = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 8\r\n\r\n no\n way " };
        using var client = new HttpClient { BaseAddress = server.Address };
        var wire = RestClients.Create<IWire>(client, WireContext.Default);
        var answer = await _calls.UnwrapAsync(token => wire.SearchAsync("secret", null, null, null, token), TestContext.Current.CancellationToken);
        Assert.Equal("Keap: GET /search answered 400: no way", answer.Reason);
    }

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("Retry-After: Sun, 15 Sep 2024 12:01:00 GMT", 60)]
    [InlineData("Retry-After: Sun, 15 Sep 2024 11:00:00 GMT", 0)]
    [InlineData("X-Other: 1", null)]
    public async Task Retry_after_is_a_time_from_now(string header, int? seconds)
    {
        await using var server = new Loopback { Answer = $"HTTP/1.1 429 Too Many Requests\r\n{header}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n" };
        using var client = new HttpClient { BaseAddress = server.Address };
        var wire = RestClients.Create<IWire>(client, WireContext.Default);
        var answer = await _calls.UnwrapAsync(token => wire.NothingAsync(token), TestContext.Current.CancellationToken);
        Assert.Equal(seconds, (int?)answer.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task No_content_is_a_success_without_a_value()
    {
        await using var server = new Loopback { Answer = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n" };
        using var client = new HttpClient { BaseAddress = server.Address };
        var wire = RestClients.Create<IWire>(client, WireContext.Default);
        var answer = await _calls.UnwrapAsync(token => wire.CreateAsync(new("A", null), token), TestContext.Current.CancellationToken);
        Assert.Equal((true, null), (answer.IsSuccess, answer.OrThrow()));
    }

    [Fact]
    public async Task Without_a_connection_a_write_surely_was_not_sent()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        using var client = new HttpClient { BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}")) };
        var wire = RestClients.Create<IWire>(client, WireContext.Default);
        var answer = await _calls.UnwrapAsync(token => wire.NothingAsync(token), TestContext.Current.CancellationToken);
        Assert.Equal((RestState.NotSent, WriteOutcome.NotDone), (answer.State, answer.Outcome));
        Assert.Equal(RemoteFailure.Unreachable, answer.ToException().Failure);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_a_write_unknown()
    {
        await using var server = new Loopback();
        using var client = new HttpClient { BaseAddress = server.Address };
        var wire = RestClients.Create<IWire>(client, WireContext.Default);
        var answer = await _calls.UnwrapAsync(token => wire.NothingAsync(token), TestContext.Current.CancellationToken);
        Assert.Equal((RestState.NoAnswer, WriteOutcome.Unknown), (answer.State, answer.Outcome));
    }

    [Fact]
    public async Task A_body_that_cannot_be_json_is_kept_as_text()
    {
        await using var server = new Loopback { Answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 6\r\n\r\n<html>" };
        using var client = new HttpClient { BaseAddress = server.Address };
        var wire = RestClients.Create<IWire>(client, WireContext.Default);
        var answer = await _calls.UnwrapTextAsync(token => wire.PutAsync("1", "{}", null, token), TestContext.Current.CancellationToken);
        Assert.Equal("<html>", answer.OrThrow());
    }

    [Fact]
    public async Task Our_own_stop_is_thrown_and_a_missed_deadline_is_not()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _calls.UnwrapAsync(token => Task.FromCanceled<IApiResponse>(token), stop.Token));

        var answer = await _calls.UnwrapAsync(
            _ => Task.FromException<IApiResponse>(new TaskCanceledException()), TestContext.Current.CancellationToken);
        Assert.Equal("Keap gave no answer: nothing came within 100 s", answer.Reason);
    }

    [Fact]
    public void The_trailing_slash_of_a_base_address_is_taken_off()
    {
        using var client = new HttpClient { BaseAddress = new Uri("https://example.test/hub/") };
        RestClients.Create<IWire>(client, WireContext.Default);
        Assert.Equal("https://example.test/hub", client.BaseAddress.AbsoluteUri);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
