using System.Net;
using System.Text;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>PowerOffice Go's access tokens.</summary>
public sealed class TokenTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_calls_at_once_fetch_one_token()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => host.Connection("Powerofficego").IdentifyAsync(Token)));

        Assert.Equal(1, await FetchesAsync(sandbox));
    }

    [Fact]
    public async Task A_token_is_renewed_shortly_before_it_expires()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        await AskAfterAsync(TimeSpan.Zero);
        await AskAfterAsync(TimeSpan.FromMinutes(18.9));
        Assert.Equal(1, await FetchesAsync(sandbox));

        await AskAfterAsync(TimeSpan.FromMinutes(0.2));
        Assert.Equal(2, await FetchesAsync(sandbox));
        Assert.DoesNotContain(await sandbox.LogAsync(), entry => entry["status"]!.GetValue<int>() == 401);

        Task AskAfterAsync(TimeSpan time)
        {
            sandbox.Clock.Advance(time);
            host.Clock.Advance(time);
            return host.Connection("Powerofficego").IdentifyAsync(Token);
        }
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_call_made_again()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await host.Connection("Powerofficego").IdentifyAsync(Token);
        await sandbox.SwitchOnAsync(Fault.Of("refuse-token", "powerofficego", path: "Customers", count: 1));

        var result = await host.Sink("Powerofficego", "Customers")
            .SendAsync(new(null, """{"Name":"New Customer"}"""), Token);

        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Assert.Equal(2, await FetchesAsync(sandbox));
        Assert.Single(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_token_that_is_refused_again_ends_there()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("refuse-token", "powerofficego", path: "Customers"));

        var failure = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync("Powerofficego", "Customers"));

        Assert.Equal(RemoteFailure.SignInRefused, failure.Failure);
        Assert.Equal(2, await FetchesAsync(sandbox));
    }

    [Theory]
    [InlineData("ClientKey", "The application key or the client key is wrong.")]
    [InlineData("SubscriptionKey", "invalid subscription key")]
    public async Task A_wrong_key_is_told_in_the_vendors_words(string setting, string words)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses, ($"Powerofficego:{setting}", "wrong-key"));

        var failure = await Assert.ThrowsAsync<RemoteException>(
            () => host.Connection("Powerofficego").IdentifyAsync(Token));

        Assert.Equal(RemoteFailure.SignInRefused, failure.Failure);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "ApplicationKey, ClientKey and SubscriptionKey in Systems:Powerofficego",
            failure.Fix,
            StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-key", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_server_that_fails_once_is_asked_again()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("status", "powerofficego", status: 500, path: "OAuth/Token", count: 1));

        await host.Connection("Powerofficego").IdentifyAsync(Token);

        Assert.Equal(2, await FetchesAsync(sandbox));
    }

    [Fact]
    public async Task An_answer_without_a_token_says_what_was_expected()
    {
        await using var host = Host.Of(new ScriptedHandler(
            (_, _) => ScriptedHandler.Json("""{"token_type":"bearer"}""")));

        var failure = await Assert.ThrowsAsync<RemoteException>(
            () => host.Connection("Powerofficego").IdentifyAsync(Token));

        Assert.Contains("access_token and expires_in were expected", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_call_bears_the_keys_it_needs_and_our_name()
    {
        var headers = new Dictionary<string, string>();
        var handler = new ScriptedHandler((request, _) => request.RequestUri!.AbsolutePath == "/OAuth/Token"
            ? ScriptedHandler.Json("""{"access_token":"fresh","token_type":"bearer","expires_in":1200}""")
            : new(HttpStatusCode.NoContent))
        {
            Seen = request => headers[request.RequestUri!.AbsolutePath] =
                $"{request.Headers.Authorization!.Scheme} "
                + $"{string.Join(',', request.Headers.GetValues("Ocp-Apim-Subscription-Key"))} "
                + request.Headers.UserAgent.ToString().Split('/')[0],
        };
        await using var host = Host.Of(handler);

        await host.PagesAsync("Powerofficego", "Customers");

        Assert.Equal("Basic secret-five Sluice", headers["/OAuth/Token"]);
        Assert.Equal("Bearer secret-five Sluice", headers["/v2/Customers"]);
    }

    [Fact]
    public async Task A_lifetime_that_the_vendor_shortens_is_believed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("token-lifetime", "powerofficego", seconds: 60));

        for (var seconds = 0; seconds < 120; seconds += 20)
        {
            await host.Connection("Powerofficego").IdentifyAsync(Token);
            sandbox.Clock.Advance(TimeSpan.FromSeconds(20));
            host.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(3, await FetchesAsync(sandbox));
        Assert.DoesNotContain(await sandbox.LogAsync(), entry => entry["status"]!.GetValue<int>() == 401);
    }

    [Fact]
    public async Task A_token_server_that_asks_for_a_second_is_given_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await sandbox.SwitchOnAsync(Fault.Of("status", "powerofficego", status: 429, path: "OAuth/Token", count: 1));

        await host.Connection("Powerofficego").IdentifyAsync(Token);

        Assert.Equal(2, await FetchesAsync(sandbox));
        Assert.True(host.Clock.Waits.Aggregate((all, wait) => all + wait) >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task No_token_is_shared_between_clients()
    {
        var asked = new List<string>();
        await using var first = Host.Of(Server("token-of-one"), ("Powerofficego:ClientKey", "client-one"));
        await using var second = Host.Of(Server("token-of-two"), ("Powerofficego:ClientKey", "client-two"));

        foreach (var host in new[] { first, second, first, second })
            await host.PagesAsync("Powerofficego", "Customers");

        Assert.Equal(
            ["secret-three:client-one", "token-of-one", "secret-three:client-two", "token-of-two", "token-of-one",
                "token-of-two"],
            asked);

        ScriptedHandler Server(string token) => new((request, _) =>
            request.RequestUri!.AbsolutePath == "/OAuth/Token" ? Given(token) : new(HttpStatusCode.NoContent))
        {
            Seen = request => asked.Add(request.Headers.Authorization!.Scheme == "Basic"
                ? Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers.Authorization.Parameter!))
                : request.Headers.Authorization.Parameter!),
        };
    }

    [Fact]
    public async Task A_token_that_comes_back_in_an_error_is_not_repeated()
    {
        await using var host = Host.Of(new ScriptedHandler((request, _) =>
            request.RequestUri!.AbsolutePath == "/OAuth/Token"
                ? Given("given-token")
                : ScriptedHandler.Json("""{"title":"no given-token here"}""", HttpStatusCode.Forbidden)));

        var failure = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync("Powerofficego", "Customers"));

        Assert.Contains("no *** here", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("given-token", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("a privilege that the client gives", failure.Fix, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Given(string token) => ScriptedHandler.Json(
        $$"""{"access_token":"{{token}}","token_type":"bearer","expires_in":1200}""");

    private static async Task<int> FetchesAsync(RunningSandbox sandbox) =>
        (await sandbox.LogAsync()).Count(entry => entry["path"]!.ToString() == "/OAuth/Token");
}
