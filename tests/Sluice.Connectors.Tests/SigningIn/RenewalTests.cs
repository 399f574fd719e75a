using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors.Tests.Support;
using Sluice.Stores.Sqlite;

namespace Sluice.Connectors.Tests.SigningIn;

/// <summary>A process that lives, while its tokens are replaced.</summary>
public sealed class RenewalTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F35_Many_calls_at_once_renew_once()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => keap.Host.Connection("Keap").IdentifyAsync(Token)));

        Assert.Equal(1, await keap.RefreshesAsync());
        Assert.Empty(keap.Alerts);
    }

    [Fact]
    public async Task F35_Tokens_are_renewed_an_hour_before_they_end_and_each_refresh_token_is_used_once()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        Assert.Null(await keap.AskAsync());
        keap.Pass(Lifetime - TimeSpan.FromMinutes(61));
        Assert.Null(await keap.AskAsync());
        Assert.Equal(0, await keap.RefreshesAsync());

        for (var day = 1; day <= 50; day++)
        {
            keap.Pass(TimeSpan.FromHours(23));
            Assert.Null(await keap.AskAsync());
            Assert.Equal(day, await keap.RefreshesAsync());
        }

        Assert.DoesNotContain(await keap.Sandbox.LogAsync(), entry => entry["status"]!.GetValue<int>() >= 400);
    }

    [Fact]
    public async Task F35_Every_token_stands_in_the_store_before_a_call_bears_it()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        await keap.StartAsync(CrashPoint.BeforeSave);
        await Assert.ThrowsAsync<CrashException>(keap.AskAsync);

        Assert.DoesNotContain(
            await keap.Sandbox.LogAsync(),
            entry => entry["path"]!.ToString().StartsWith("/crm", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(120, 0)]
    [InlineData(null, 1)]
    public async Task F35_After_a_lost_reply_the_old_token_is_tried_once_more_and_never_again(int? grace, int alerts)
    {
        await using var keap = await KeapApplication.SignedInAsync();
        if (grace is { } seconds)
            await keap.Sandbox.SwitchOnAsync(Fault.Of("grace-window", "keap", seconds: seconds));
        await keap.Sandbox.SwitchOnAsync(Fault.Of("drop-answer-once", "keap", path: "/token"));
        keap.Pass(Lifetime);

        var answers = await keap.AskAsync(times: 50);

        Assert.Equal(2, await keap.RefreshesAsync());
        Assert.Equal(alerts, keap.Alerts.Count);
        Assert.All(answers, answer => Assert.Equal(alerts > 0, answer is not null));
    }

    [Fact]
    public async Task F35_Two_lost_replies_end_the_sign_in_also_where_a_third_attempt_would_do()
    {
        await using var keap = await KeapApplication.SignedInAsync(
            Fault.Of("grace-window", "keap", seconds: 100_000));
        await keap.Sandbox.SwitchOnAsync(Fault.Of("drop-answer-once", "keap", path: "/token", count: 2));
        keap.Pass(Lifetime);

        var failure = (await keap.AskAsync(times: 10))[^1];

        Assert.Contains("two attempts to renew it came to nothing", failure!.Message, StringComparison.Ordinal);
        Assert.Contains("`sluice connect keap`", failure.Fix, StringComparison.Ordinal);
        Assert.Equal(2, await keap.RefreshesAsync());
        Assert.Single(keap.Alerts);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task F35_A_token_server_that_gives_none_for_a_while_costs_nothing_and_is_left_in_peace(int status)
    {
        await using var keap = await KeapApplication.SignedInAsync();
        await keap.Sandbox.SwitchOnAsync(Fault.Of("status", "keap", path: "/token", status: status));
        keap.Pass(Lifetime - TimeSpan.FromMinutes(59));

        var answers = await keap.AskAsync(times: 20);

        // What is left of the access token is used to its end.
        Assert.All(answers.Take(11), Assert.Null);
        Assert.All(answers.Skip(12), answer => Assert.Equal(RemoteFailure.Unreachable, answer?.Failure));
        Assert.InRange(await keap.RefreshesAsync(), 5, 10);
        await keap.Sandbox.ControlAsync(HttpMethod.Delete, "_faults");
        keap.Pass(TimeSpan.FromMinutes(15));
        Assert.Null(await keap.AskAsync());
        Assert.Empty(keap.Alerts);
    }

    [Fact]
    public async Task F38_A_token_server_is_asked_again_although_the_clock_went_back_behind_its_last_failure()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        await keap.Sandbox.SwitchOnAsync(Fault.Of("status", "keap", path: "/token", status: 503));
        keap.Pass(Lifetime - TimeSpan.FromMinutes(30));
        Assert.Null(await keap.AskAsync());
        await keap.Sandbox.ControlAsync(HttpMethod.Delete, "_faults");
        var asked = await keap.RefreshesAsync();

        keap.Pass(TimeSpan.FromMinutes(-15));

        Assert.Null(await keap.AskAsync());
        Assert.Equal(asked + 1, await keap.RefreshesAsync());
    }

    [Fact]
    public async Task F35_Whoever_signs_in_anew_sets_a_living_process_going_again()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        await keap.Sandbox.SwitchOnAsync(Fault.Of("refuse-token", "keap", path: "/token"));
        keap.Pass(Lifetime);
        Assert.Equal(RemoteFailure.SignInRefused, (await keap.AskAsync())?.Failure);
        await keap.Sandbox.ControlAsync(HttpMethod.Delete, "_faults");

        await keap.SignInAsync();

        Assert.Null(await keap.AskAsync());
        Assert.Single(keap.Alerts);
    }

    [Fact]
    public async Task F35_Tokens_that_the_store_has_no_room_for_are_stored_when_it_has()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        await keap.StartAsync(fullFor: 2);

        await Assert.ThrowsAsync<FullDiskException>(keap.AskAsync);
        await Assert.ThrowsAsync<FullDiskException>(keap.AskAsync);
        Assert.Null(await keap.AskAsync());
        await keap.StartAsync();
        Assert.Null(await keap.AskAsync());

        Assert.Equal(1, await keap.RefreshesAsync());
    }

    [Fact]
    public async Task F35_Who_lost_the_store_asks_for_no_tokens()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        await keap.LoseStoreAsync();

        await Assert.ThrowsAsync<FencedException>(keap.AskAsync);

        Assert.Equal(0, await keap.RefreshesAsync());
    }

    /// <summary>It was held up after it had written down that it asks; the next owner had none given meanwhile.
    /// </summary>
    [Fact]
    public async Task F35_Tokens_that_come_to_who_lost_the_store_meanwhile_are_kept_for_the_next_owner()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        await keap.StartAsync(more: services => services.AddHttpClient("Keap tokens")
            .AddHttpMessageHandler(() => new Interruption(keap.LoseStoreAsync)));
        Assert.Null(await keap.AskAsync());

        await keap.StartAsync();

        Assert.Null(await keap.AskAsync());
        Assert.Equal(1, await keap.RefreshesAsync());
        Assert.Equal(SignInState.Good, await keap.StateAsync());
        Assert.Empty(keap.Alerts);
    }

    [Theory]
    [InlineData("""{"error":"temporarily_unavailable"}""", 400, SignInState.Good)]
    [InlineData("<html>blocked</html>", 403, SignInState.Good)]
    [InlineData("""{"error":"invalid_grant"}""", 400, SignInState.Reauthorise)]
    [InlineData("""{"access_token":"a","refresh_token":"b"}""", 200, SignInState.Good)]
    [InlineData("""{"access_token":"a","refresh_token":"b","expires_in":"soon"}""", 200, SignInState.Reauthorise)]
    public async Task F35_What_the_token_server_says_decides_what_becomes_of_the_sign_in(
        string body, int status, SignInState state)
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        await keap.StartAsync(answering: new((_, _) => ScriptedHandler.Json(body, (System.Net.HttpStatusCode)status)));

        Assert.NotNull(await keap.AskAsync());

        Assert.Equal(state, await keap.StateAsync());
        Assert.Equal(state == SignInState.Good ? 0 : 1, keap.Alerts.Count);
    }

    /// <summary>The tokens may have been made: who takes the old one for a while gives them once more.</summary>
    [Theory]
    [InlineData(500, 2)]
    [InlineData(502, 2)]
    [InlineData(503, 1)]
    public async Task A_server_that_fails_behind_a_gateway_is_asked_once_more(int status, int asked)
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        var asks = 0;
        await keap.StartAsync(answering: new((request, _) =>
            !request.RequestUri!.AbsolutePath.EndsWith("token", StringComparison.Ordinal)
                ? ScriptedHandler.Json("""{"contacts":[],"count":0}""")
                : ++asks == 1
                    ? ScriptedHandler.Json("{}", (System.Net.HttpStatusCode)status)
                    : ScriptedHandler.Json(
                        """{"access_token":"secret-new","refresh_token":"secret-next","expires_in":86400}""")));

        await keap.AskAsync();

        Assert.Equal(asked, asks);
        Assert.Equal(SignInState.Good, await keap.StateAsync());
        Assert.Empty(keap.Alerts);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_a_young_one_is_not_renewed_at_all()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(TimeSpan.FromHours(1));
        await keap.Sandbox.SwitchOnAsync(Fault.Of("refuse-token", "keap", path: "/crm"));

        var failures = new List<RemoteException?> { await keap.AskAsync(), await keap.AskAsync() };

        Assert.Equal(1, await keap.RefreshesAsync());
        Assert.All(failures, failure => Assert.Equal(RemoteFailure.SignInRefused, failure?.Failure));
        Assert.Contains("refuses the token that it gave out only just now", failures[1]!.Message,
            StringComparison.Ordinal);
        await keap.Sandbox.ControlAsync(HttpMethod.Delete, "_faults");
        Assert.Null(await keap.AskAsync());
    }

    [Fact]
    public async Task A_wrong_secret_is_said_so_and_costs_no_sign_in()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        await keap.StartAsync(changes: ("Keap:ClientSecret", "another"));

        var failure = await keap.AskAsync();

        Assert.Equal(RemoteFailure.SignInRefused, failure?.Failure);
        Assert.Contains("does not know this application (401", failure!.Message, StringComparison.Ordinal);
        Assert.Contains("ClientId and ClientSecret in Systems:Keap", failure.Fix, StringComparison.Ordinal);
        await keap.StartAsync();
        Assert.Null(await keap.AskAsync());
    }

    [Fact]
    public async Task A_system_that_keeps_its_refresh_token_is_well_served_too()
    {
        await using var keap = await KeapApplication.SignedInAsync(Fault.Of("same-refresh-token", "keap"));

        for (var day = 0; day < 3; day++)
        {
            keap.Pass(Lifetime);
            Assert.Null(await keap.AskAsync());
        }

        Assert.Equal(3, await keap.RefreshesAsync());
    }

    [Theory]
    [InlineData(StoreAccess.Look)]
    [InlineData(StoreAccess.Copy)]
    public async Task F35_Nobody_renews_but_the_owner(StoreAccess access)
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime - TimeSpan.FromMinutes(30));
        await keap.StartBesideAsync(access);
        Assert.Null(await keap.AskAsync());
        keap.Pass(TimeSpan.FromMinutes(30));

        var failure = await keap.AskAsync();

        Assert.Contains("which only the `sluice run` that owns the store may do", failure!.Message,
            StringComparison.Ordinal);
        Assert.Equal(0, await keap.RefreshesAsync());
        await keap.StartAsync();
        Assert.Null(await keap.AskAsync());
    }

    [Fact]
    public async Task Without_a_sign_in_the_first_call_says_how_to_get_one()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        File.Delete(keap.StoreFile);
        await keap.StartAsync();

        var failure = await keap.AskAsync();

        Assert.Equal(RemoteFailure.SignInRefused, failure?.Failure);
        Assert.Contains("Nobody has signed in to Keap yet", failure!.Message, StringComparison.Ordinal);
        Assert.Contains("`sluice connect keap`", failure.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_stands_in_the_store_in_a_log_or_in_an_error()
    {
        await using var keap = await KeapApplication.SignedInAsync();
        keap.Pass(Lifetime);
        await keap.Sandbox.SwitchOnAsync(Fault.Of("drop-answer-once", "keap", path: "/token"));
        await keap.AskAsync(times: 3);
        await keap.SignInAsync();
        await keap.Sandbox.SwitchOnAsync(Fault.Of("refuse-token", "keap", path: "/crm"));
        await keap.AskAsync(times: 3);

        var files = Directory.EnumerateFiles(Path.GetDirectoryName(keap.StoreFile)!, "store.db*")
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(Text);
        foreach (var text in files.Append(keap.Said))
            foreach (var secret in new[]
                { "keap-access-", "keap-refresh-", "keap-code-", keap.Sandbox.Addresses.KeapClientSecret })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains("Keap", keap.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KeapAK-works-in-the-sandbox-only")]
    [InlineData("KeapPAT-works-in-the-sandbox-only")]
    public async Task A_service_account_key_and_a_personal_token_are_borne_as_they_are(string token)
    {
        await using var sandbox = await Sandboxes.RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses, ("Keap:Token", token));

        await host.Connection("Keap").IdentifyAsync(Token);

        Assert.Null(host.Services.GetService<Grants.IAuthorization>());
    }

    private static string Text(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>Something happens while a request is on its way.</summary>
    private sealed class Interruption(Func<Task> happens) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await happens();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
