using System.Globalization;
using System.Net;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

public sealed class FailureTests
{
    public static TheoryData<string, string, string> Systems => new()
    {
        { "YouTrack", "Users", "users" },
        { "Keap", "Contacts", "contacts" },
        { "Powerofficego", "Customers", "customers" },
        { "Customcrm", "Contact", "contacts" },
    };

    [Fact]
    public async Task A_connection_that_is_not_made_in_time_is_a_system_that_cannot_be_reached()
    {
        // What SocketsHttpHandler throws when its ConnectTimeout is over.
        await using var host = Host.Of(new ScriptedHandler((_, _) => throw new TaskCanceledException(
            "cancelled", new TimeoutException("A connection could not be established in time."))));

        var failure = await Assert.ThrowsAsync<RemoteException>(
            () => host.Connection("Customcrm").IdentifyAsync(TestContext.Current.CancellationToken));
        var write = await host.Sink("Customcrm", "Customer")
            .SendAsync(new(null, "{}"), TestContext.Current.CancellationToken);

        Assert.Equal(RemoteFailure.Unreachable, failure.Failure);
        Assert.Contains("A connection could not be established in time.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(WriteOutcome.NotDone, write.Outcome);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task A_refused_token_says_which_setting_to_check(string system, string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("refuse-token", system));

        var failure = await FailureAsync(host, system, entity);

        Assert.Equal(RemoteFailure.SignInRefused, failure.Failure);
        Assert.StartsWith($"{system} refuses the sign-in", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Systems:{system}", failure.Fix, StringComparison.Ordinal);
        Assert.True(path.Length > 0);
        AssertNoSecret(sandbox, failure);
    }

    [Theory]
    [InlineData("YouTrack", "Projects", "projects")]
    [InlineData("YouTrack", "Issues", "issues")]
    [InlineData("YouTrack", "Workitems", "workitems")]
    [InlineData("Keap", "Products", "products")]
    [InlineData("Powerofficego", "Departments", "departments")]
    [InlineData("Powerofficego", "Employees", "employees")]
    [InlineData("Powerofficego", "Products", "products")]
    [InlineData("Powerofficego", "Salesorders", "salesorders")]
    [InlineData("Powerofficego", "Suppliers", "suppliers")]
    [MemberData(nameof(Systems))]
    public async Task A_missing_right_names_the_entity_and_leaves_the_others_readable(
        string system, string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("right-missing", system, entity: path));

        var failure = await FailureAsync(host, system, entity);

        Assert.Equal(RemoteFailure.RightMissing, failure.Failure);
        Assert.Contains($"does not let us read {entity}, page 1 (403", failure.Message, StringComparison.Ordinal);
        Assert.Contains("the right to read it", failure.Fix, StringComparison.Ordinal);
        var others = host.Connection(system).Sources.Where(source =>
            source.PhysicalEntity.Entity != entity && source.Entity.Entity != entity);
        foreach (var other in others)
            Assert.NotEmpty(await host.RecordsAsync(system, other.Entity.Entity));
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task One_bad_moment_of_the_server_is_asked_over(string system, string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("fail-page-once", system, path: path, page: 2));

        var pages = await host.PagesAsync(system, entity);

        Assert.NotNull(pages[^1].EndProof);
        Assert.Single(host.Clock.Waits);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task A_server_that_keeps_failing_is_asked_five_times_with_pauses_between(
        string system, string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("status", system, status: 500, path: path));

        var failure = await FailureAsync(host, system, entity);

        Assert.Equal(RemoteFailure.ServerError, failure.Failure);
        Assert.Contains($"{entity}, page 1 (500", failure.Message, StringComparison.Ordinal);
        Assert.Contains("The sandbox was told to answer 500.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(5, (await sandbox.LogAsync()).Count(entry => entry["status"]!.GetValue<int>() == 500));
        Assert.Equal(4, host.Clock.Waits.Count);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task A_web_page_is_told_from_data(string system, string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("html", system, path: path));

        var failure = await FailureAsync(host, system, entity);

        Assert.Equal(RemoteFailure.Malformed, failure.Failure);
        Assert.Contains("a web page instead of", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Check the addresses in Systems:{system}", failure.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task An_empty_answer_is_no_empty_listing(string system, string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("empty", system, path: path));

        var failure = await FailureAsync(host, system, entity);

        Assert.Equal(RemoteFailure.Malformed, failure.Failure);
        Assert.Contains("answered with nothing instead of", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task An_answer_without_end_is_given_up_at_the_size_that_is_set(
        string system, string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("never-ends", system, path: path));

        var failure = await FailureAsync(host, system, entity);

        Assert.Equal(RemoteFailure.Malformed, failure.Failure);
        Assert.Contains("did not end within 1 megabytes", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Systems:{system}:LongestAnswer", failure.Fix, StringComparison.Ordinal);
        Assert.Single(await sandbox.LogAsync(), entry => entry["fault"]?.ToString() == "never-ends");
    }

    [Fact]
    public async Task An_answer_that_drips_is_given_up_at_the_deadline_and_not_asked_for_again()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses, ("Keap:LongestAnswer", "1024"));
        await sandbox.SwitchOnAsync(Fault.Of("never-ends", "keap"));

        var reading = FailureAsync(host, "Keap", "Contacts");
        await host.Clock.PassDeadlinesAsync();
        var failure = await reading;

        Assert.Equal(RemoteFailure.Unreachable, failure.Failure);
        Assert.Contains("within 00:05:00", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Systems:Keap:Timeout", failure.Fix, StringComparison.Ordinal);
        Assert.Empty(host.Clock.Waits);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_body_is_tried_again()
    {
        var handler = new ScriptedHandler((_, number) => number == 1
            ? new(HttpStatusCode.OK) { Content = new BrokenContent() }
            : ScriptedHandler.Json("""{"companies":[],"count":0}"""));
        await using var host = Host.Of(handler);

        var page = Assert.Single(await host.PagesAsync("Keap", "Companies"));

        Assert.Equal("total 0 = 0 distinct ids", page.EndProof);
        Assert.Equal(2, handler.Asked.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_says_where_to_look()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.DisposeServersAsync();

        var failure = await FailureAsync(host, "Customcrm", "Contact");

        Assert.Equal(RemoteFailure.Unreachable, failure.Failure);
        Assert.Contains("Check the addresses in Systems:Customcrm", failure.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var handler = new ScriptedHandler((_, _) =>
            new(HttpStatusCode.Found) { Headers = { Location = new("https://elsewhere.example/login?token=x") } });
        await using var host = Host.Of(handler);

        var failure = await FailureAsync(host, "Keap", "Companies");

        Assert.Contains("to https://elsewhere.example/login)", failure.Message, StringComparison.Ordinal);
        Assert.Single(handler.Asked);
    }

    [Fact]
    public async Task Broken_JSON_says_what_came_instead()
    {
        await using var host = Host.Of(new ScriptedHandler(
            (_, _) => ScriptedHandler.Json("""{"companies":[{"id":1""")));

        var failure = await FailureAsync(host, "Keap", "Companies");

        Assert.Equal(RemoteFailure.Malformed, failure.Failure);
        Assert.Contains(
            "no JSON instead of Companies, page 1 (200, application/json, 21 bytes)",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_server_repeats_does_not_come_out()
    {
        await using var host = Host.Of(new ScriptedHandler((_, _) =>
            ScriptedHandler.Json(
                """{"fault":{"faultstring":"Invalid access token secret-two"}}""", HttpStatusCode.Unauthorized)));

        var failure = await FailureAsync(host, "Keap", "Companies");

        Assert.Contains("Invalid access token ***", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_After_in_seconds_is_a_floor()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("status", "keap", status: 429, retryAfter: 37, count: 1));

        Assert.NotNull((await host.PagesAsync("Keap", "Companies"))[^1].EndProof);

        Assert.True(Assert.Single(host.Clock.Waits) >= TimeSpan.FromSeconds(37));
    }

    [Fact]
    public async Task Retry_After_as_a_date_is_a_floor()
    {
        Host? host = null;
        var handler = new ScriptedHandler((_, number) =>
        {
            if (number > 1)
                return ScriptedHandler.Json("""{"companies":[],"count":0}""");

            var refusal = ScriptedHandler.Json("{}", HttpStatusCode.TooManyRequests);
            var until = host!.Clock.GetUtcNow() + TimeSpan.FromSeconds(41);
            refusal.Headers.TryAddWithoutValidation("Retry-After", until.ToString("R", CultureInfo.InvariantCulture));
            return refusal;
        });
        await using var opened = host = Host.Of(handler);

        await host.PagesAsync("Keap", "Companies");

        Assert.True(Assert.Single(host.Clock.Waits) >= TimeSpan.FromSeconds(41));
    }

    [Fact]
    public async Task A_system_that_asks_for_an_hour_is_left_alone_for_it()
    {
        var handler = new ScriptedHandler((_, _) =>
        {
            var refusal = ScriptedHandler.Json("""{"message":"Too much"}""", HttpStatusCode.TooManyRequests);
            refusal.Headers.TryAddWithoutValidation("Retry-After", "3600");
            return refusal;
        });
        await using var host = Host.Of(handler);

        var first = await FailureAsync(host, "Keap", "Companies");
        var second = await FailureAsync(host, "Keap", "Contacts");
        var write = await host.Sink("Keap", "Companies")
            .SendAsync(new(null, "{}"), TestContext.Current.CancellationToken);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await FailureAsync(host, "Keap", "Contacts");

        Assert.Equal((RemoteFailure.Throttled, RemoteFailure.Throttled), (first.Failure, second.Failure));
        Assert.Contains("No calls before", second.Message, StringComparison.Ordinal);
        Assert.Equal(WriteOutcome.NotDone, write.Outcome);
        Assert.Equal(2, handler.Asked.Count);
        Assert.Empty(host.Clock.Waits);
    }

    [Fact]
    public async Task Calls_are_spread_over_time_after_a_quarter_of_a_second_s_worth()
    {
        var handler = new ScriptedHandler((_, number) => ScriptedHandler.Json(
            $$"""{"companies":[{"id":{{number}}}],"count":12}"""));
        await using var host = Host.Of(handler, ("Keap:RequestsPerSecond", "4"));

        await host.PagesAsync("Keap", "Companies");

        Assert.Equal(12, handler.Asked.Count);
        Assert.InRange(
            host.Clock.Waits.Aggregate((sum, wait) => sum + wait), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Stopping_throws_and_is_no_failure_of_the_vendor()
    {
        using var stop = new CancellationTokenSource();
        var handler = new ScriptedHandler((_, _) =>
        {
            stop.Cancel();
            return new(HttpStatusCode.OK) { Content = new BrokenContent() };
        });
        await using var host = Host.Of(handler);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Source("Keap", "Companies").ReadAsync("1", stop.Token));
        Assert.Single(handler.Asked);
    }

    private static Task<RemoteException> FailureAsync(Host host, string system, string entity) =>
        Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync(system, entity));

    private static void AssertNoSecret(RunningSandbox sandbox, RemoteException failure)
    {
        var addresses = sandbox.Addresses;
        string[] secrets =
        [
            addresses.YouTrackToken,
            addresses.KeapToken,
            addresses.ApplicationKey,
            addresses.ClientKey,
            addresses.SubscriptionKey,
            addresses.CustomCrmToken,
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal));
    }
}
