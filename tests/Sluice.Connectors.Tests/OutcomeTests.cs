using System.Net;
using Sluice.Connectors.Http;
using Sluice.Connectors.Keap;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>What is known of a write after something went wrong. Each is sent once, whatever happens.</summary>
public sealed class OutcomeTests
{
    public static TheoryData<string, string, string> Writes => new()
    {
        { "YouTrack", "Usergroups", """{"name":"New Group"}""" },
        { "Keap", "Companies", """{"company_name":"New Company"}""" },
        { "Powerofficego", "Customers", """{"Name":"New Customer"}""" },
        { "Customcrm", "Customer", """{"Name":"New Customer"}""" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_whose_answer_is_lost_is_unknown_and_committed_once(
        string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var result = await SendAsync(sandbox, Fault.Of("drop-answer-once", system), system, entity, body);

        Assert.Equal(WriteOutcome.Unknown, result.Outcome);
        Assert.Single(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_server_error_leaves_a_write_unknown_and_is_not_tried_again(
        string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var result = await SendAsync(sandbox, Status(system, 503), system, entity, body);

        Assert.Equal(WriteOutcome.Unknown, result.Outcome);
        Assert.Contains("503", result.Reason, StringComparison.Ordinal);
        Assert.Single(await sandbox.LogAsync(), entry => entry["fault"] is not null);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_throttled_write_was_not_done(string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var result = await SendAsync(sandbox, Status(system, 429), system, entity, body);

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Single(await sandbox.LogAsync(), entry => entry["fault"] is not null);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_refused_sign_in_means_not_done(string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var result = await SendAsync(sandbox, Fault.Of("refuse-token", system), system, entity, body);

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Contains("refuses the sign-in", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_missing_right_means_not_done_until_somebody_gives_it(string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var result = await SendAsync(sandbox, Status(system, 403), system, entity, body);

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Contains($"Systems:{system}", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_web_page_in_place_of_an_answer_leaves_a_write_unknown(string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var result = await SendAsync(
            sandbox, Fault.Of("html", system, path: Path(system)), system, entity, body);

        Assert.Equal(WriteOutcome.Unknown, result.Outcome);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_success_without_a_body_is_a_commit_that_shows_no_record(
        string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var result = await SendAsync(
            sandbox, Fault.Of("empty", system, path: Path(system)), system, entity, body);

        Assert.Equal(WriteOutcome.Committed, result.Outcome);
        Assert.Null(result.Record);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_server_that_is_not_there_means_not_done(string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.DisposeServersAsync();

        var result = await host.Sink(system, entity).SendAsync(new(null, body), Token);

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Contains("could not be reached", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_gets_no_answer_in_time_is_unknown()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("hold-answer-once", "keap"));

        var sending = host.Sink("Keap", "Companies").SendAsync(new(null, """{"company_name":"New Company"}"""), Token);
        await host.Clock.PassDeadlinesAsync();
        var result = await sending;

        Assert.Equal(WriteOutcome.Unknown, result.Outcome);
        Assert.Contains("within 00:05:00", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("YouTrack", "Usergroups", """{"name":""}""", "name")]
    [InlineData("Keap", "Companies", """{"website":"x"}""", "company_name is required")]
    [InlineData("Powerofficego", "Customers", """{"Nmae":"x"}""", "Nmae")]
    [InlineData("Customcrm", "Customer", "{}", "Name is required")]
    public async Task A_refused_write_gives_the_vendors_reason(string system, string entity, string body, string reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var result = await host.Sink(system, entity).SendAsync(new(null, body), Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_a_vendor_says_is_told_on_one_line()
    {
        await using var host = Host.Of(new ScriptedHandler((_, _) => ScriptedHandler.Json(
            """{"title":"One or more errors","errors":{"Email":["is not valid"],"Name":["is too\nlong","is blank"]}}""",
            HttpStatusCode.BadRequest)));

        var result = await host.Sink("Customcrm", "Contact").SendAsync(new(null, "{}"), Token);

        Assert.Equal("400: One or more errors; Email: is not valid; Name: is too long; Name: is blank", result.Reason);
    }

    [Theory]
    [InlineData(302, WriteOutcome.Unknown)]
    [InlineData(404, WriteOutcome.Rejected)]
    [InlineData(408, WriteOutcome.Unknown)]
    [InlineData(409, WriteOutcome.Rejected)]
    [InlineData(412, WriteOutcome.Rejected)]
    [InlineData(422, WriteOutcome.Rejected)]
    [InlineData(504, WriteOutcome.Unknown)]
    public async Task Each_status_has_one_meaning_for_a_write(int status, WriteOutcome outcome)
    {
        var handler = new ScriptedHandler((_, _) => new((HttpStatusCode)status));
        await using var host = Host.Of(handler);

        var result = await host.Sink("Keap", "Companies").SendAsync(new("5", """{"company_name":"x"}"""), Token);

        Assert.Equal(outcome, result.Outcome);
        Assert.Single(handler.Asked);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public async Task A_write_whose_time_is_over_is_not_sent(int seconds, int sent)
    {
        var handler = new ScriptedHandler((_, _) => ScriptedHandler.Json("{}"));
        await using var host = Host.Of(handler);
        WriteRequest[] requests = [new(null, "{}"), new("5", "{}"), WriteRequest.Delete("5")];
        foreach (var request in requests)
        {
            var result = await host.Sink("Customcrm", "Contact").SendAsync(
                request with { SendBy = host.Clock.GetUtcNow().AddSeconds(seconds) }, Token);

            Assert.Equal(sent == 0, result.Outcome == WriteOutcome.NotDone);
        }

        Assert.Equal(sent * requests.Length, handler.Asked.Count);
    }

    [Fact]
    public async Task A_write_that_a_system_holds_up_for_too_long_is_not_sent_when_its_turn_comes()
    {
        var handler = new ScriptedHandler((_, _) =>
        {
            var busy = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
            busy.Headers.RetryAfter = new(TimeSpan.FromSeconds(30));
            return busy;
        });
        await using var host = Host.Of(handler);
        var sink = host.Sink("Customcrm", "Contact");
        await sink.SendAsync(new(null, "{}"), Token);

        var result = await sink.SendAsync(
            new(null, "{}") { SendBy = host.Clock.GetUtcNow().AddSeconds(10) }, Token);

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Contains("It had to be sent by 2024-09-10 15:02:16Z", result.Reason, StringComparison.Ordinal);
        Assert.Single(handler.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, 0)]
    [InlineData(HttpStatusCode.Unauthorized, 1)]
    public async Task A_write_whose_token_is_long_in_coming_is_not_sent_any_more(HttpStatusCode first, int sent)
    {
        Host? host = null;
        var writes = 0;
        var tokens = 0;
        var handler = new ScriptedHandler((request, _) =>
        {
            if (!request.RequestUri!.AbsolutePath.Contains("/token", StringComparison.OrdinalIgnoreCase))
            {
                writes++;
                return ScriptedHandler.Json("{}", first);
            }

            // The token that comes next is the one that the write waits for.
            if (++tokens > sent)
                host!.Clock.Advance(TimeSpan.FromSeconds(40));
            return ScriptedHandler.Json($$"""{"access_token":"t{{tokens}}","token_type":"bearer","expires_in":1200}""");
        });
        await using (host = Host.Of(handler))
        {
            var result = await host.Sink("Powerofficego", "Customers").SendAsync(
                new("5", "[]") { SendBy = host.Clock.GetUtcNow().AddSeconds(30) }, Token);

            Assert.Equal(WriteOutcome.NotDone, result.Outcome);
            Assert.Contains("It had to be sent by", result.Reason, StringComparison.Ordinal);
            Assert.Equal(sent, writes);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task F02_A_write_whose_time_ends_while_it_waits_for_its_token_was_not_sent(int refused)
    {
        var (clock, asked, arrived) = (new SkippingClock(), 0, 0);
        using var handler = new TokenHandler(async (_, stop) => ++asked <= refused
            ? "old"
            : await new TaskCompletionSource<string>().Task.WaitAsync(stop))
        {
            InnerHandler = new ScriptedHandler((_, _) =>
            {
                arrived++;
                return new(HttpStatusCode.Unauthorized);
            }),
        };
        using var client = new HttpClient(handler);
        var sends = new Sends(new(new KeapOptions { Timeout = SkippingClock.Deadline }, clock));

        var sending = sends.SendAsync(
            "Companies 1", null, stop => client.PostAsync(new Uri("https://keap.example"), null, stop), _ => null,
            Token);
        await clock.PassDeadlinesAsync();
        var result = await sending;

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Contains("access token", result.Reason, StringComparison.Ordinal);
        Assert.Equal(refused, arrived);
    }

    private static async Task<WriteResult> SendAsync(
        RunningSandbox sandbox, string fault, string system, string entity, string body)
    {
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(fault);
        return await host.Sink(system, entity).SendAsync(new(null, body), Token);
    }

    private static string Status(string system, int status) =>
        Fault.Of("status", system, status: status, path: Path(system));

    private static string Path(string system) => system switch
    {
        "YouTrack" => "usergroups",
        "Keap" => "companies",
        _ => "customers",
    };
}
