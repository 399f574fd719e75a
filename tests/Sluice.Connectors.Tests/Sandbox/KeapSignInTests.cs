using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Sluice.Connectors.Tests.Support;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

/// <summary>How the sandbox's Keap lets applications in.</summary>
public sealed class KeapSignInTests
{
    private const string Redirect = "http://127.0.0.1:1/back";

    [Theory]
    [InlineData("client_id", "another", "The client_id is unknown.")]
    [InlineData("client_id", null, "client_id is missing.")]
    [InlineData("response_type", "token", "response_type must be code")]
    [InlineData("redirect_uri", "http://example.com/back", "redirect_uri must be https")]
    [InlineData("code_challenge", "x", "The query parameter 'code_challenge' is unknown here.")]
    public async Task What_it_does_not_know_it_refuses(string name, string? value, string reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var browser = NewBrowser();

        using var answer = await browser.GetAsync(
            Address(sandbox, (name, value)), TestContext.Current.CancellationToken);

        Assert.Equal(BadRequest, answer.StatusCode);
        Assert.Contains(
            reason, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_good_once_for_whom_it_was_given_to_and_not_for_long()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var code = await CodeAsync(sandbox);
        (await ForCodeAsync(sandbox, code, redirect: "https://example.com")).Expect(BadRequest);
        (await ForCodeAsync(sandbox, code)).Expect(BadRequest);
        (await ForCodeAsync(sandbox, await CodeAsync(sandbox), secret: "wrong")).Expect(Unauthorized);
        var late = await CodeAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        (await ForCodeAsync(sandbox, late)).Expect(BadRequest);

        var tokens = (await ForCodeAsync(sandbox, await CodeAsync(sandbox))).Expect(OK);
        Assert.Equal(("bearer", "86400"), (tokens["token_type"], tokens["expires_in"]));
        await ProfileAsync(sandbox, tokens["access_token"], OK);
    }

    [Fact]
    public async Task A_refresh_token_dies_of_its_use_and_an_access_token_of_old_age()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await ForCodeAsync(sandbox, await CodeAsync(sandbox));

        var second = (await RefreshAsync(sandbox, first)).Expect(OK);

        Assert.Equal(
            ("invalid_request", "Invalid Refresh Token"),
            await RefreshAsync(sandbox, first) is var again
                ? (again.Expect(BadRequest)["error"], again["error_description"]) : default);
        await ProfileAsync(sandbox, first["access_token"], OK);
        sandbox.Clock.Advance(TimeSpan.FromHours(24));
        await ProfileAsync(sandbox, second["access_token"], Unauthorized);
        var third = (await RefreshAsync(sandbox, second)).Expect(OK);
        sandbox.Clock.Advance(TimeSpan.FromDays(45));
        (await RefreshAsync(sandbox, third)).Expect(BadRequest);
    }

    [Fact]
    public async Task An_application_has_more_calls_than_a_key()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var tokens = await ForCodeAsync(sandbox, await CodeAsync(sandbox));
        var path = $"{sandbox.Addresses.Keap}/companies";

        var application = await sandbox.SendAsync(HttpMethod.Get, path, tokens["access_token"]);
        var key = await sandbox.SendAsync(HttpMethod.Get, path, sandbox.Addresses.KeapToken);

        Assert.Equal(("150000", "1500", "149999"), Limits(application));
        Assert.Equal(("30000", "240", "29999"), Limits(key));

        static (string, string, string) Limits(Answer answer) => (
            answer.Headers["x-keap-product-quota-limit"], answer.Headers["x-keap-product-throttle-limit"],
            answer.Headers["x-keap-product-quota-available"]);
    }

    [Fact]
    public async Task Switches_shorten_tokens_keep_them_and_leave_the_old_one_good_for_a_while()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync(Fault.Of("token-lifetime", "keap", seconds: 30));
        await sandbox.SwitchOnAsync(Fault.Of("grace-window", "keap", seconds: 60));
        var first = await ForCodeAsync(sandbox, await CodeAsync(sandbox));
        Assert.Equal("30", first["expires_in"]);

        await RefreshAsync(sandbox, first);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(59));
        var second = (await RefreshAsync(sandbox, first)).Expect(OK);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        (await RefreshAsync(sandbox, first)).Expect(BadRequest);

        await sandbox.SwitchOnAsync(Fault.Of("same-refresh-token", "keap"));
        Assert.Equal(second["refresh_token"], (await RefreshAsync(sandbox, second))["refresh_token"]);
        Assert.Equal(second["refresh_token"], (await RefreshAsync(sandbox, second))["refresh_token"]);
    }

    [Fact]
    public async Task A_reply_is_lost_after_the_tokens_were_given_and_neither_log_nor_dump_holds_any()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = await ForCodeAsync(sandbox, await CodeAsync(sandbox));
        await sandbox.SwitchOnAsync(Fault.Of("drop-answer-once", "keap", path: "/token"));

        await Assert.ThrowsAsync<HttpRequestException>(() => RefreshAsync(sandbox, first));
        (await RefreshAsync(sandbox, first)).Expect(BadRequest);

        var log = (await sandbox.LogAsync()).Where(entry => entry["path"]!.ToString() == "/token").ToList();
        Assert.Equal([200, 0, 400], log.Select(entry => entry["status"]!.GetValue<int>()));
        var told = new JsonArray([.. log.Select(entry => entry.DeepClone()), await sandbox.DumpAsync()]).ToJsonString();
        foreach (var secret in new[] { "keap-access-", "keap-refresh-", "keap-code-" })
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_says_no_is_sent_back_without_a_code()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync(Fault.Of("deny-sign-in", "keap"));
        using var browser = NewBrowser();

        using var answer = await browser.GetAsync(
            Address(sandbox, ("state", "mine")), TestContext.Current.CancellationToken);

        Assert.Equal($"{Redirect}?error=access_denied&state=mine", answer.Headers.Location!.AbsoluteUri);
    }

    private static async Task<string> CodeAsync(RunningSandbox sandbox)
    {
        using var browser = NewBrowser();
        using var answer = await browser.GetAsync(Address(sandbox), TestContext.Current.CancellationToken);
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
    }

    private static Task<Answer> ForCodeAsync(
        RunningSandbox sandbox, string code, string redirect = Redirect, string? secret = null) => AskAsync(
        sandbox, "authorization_code", basic: null, ("code", code), ("redirect_uri", redirect),
        ("client_id", sandbox.Addresses.KeapClientId),
        ("client_secret", secret ?? sandbox.Addresses.KeapClientSecret));

    private static Task<Answer> RefreshAsync(RunningSandbox sandbox, Answer tokens) => AskAsync(
        sandbox, "refresh_token", $"{sandbox.Addresses.KeapClientId}:{sandbox.Addresses.KeapClientSecret}",
        ("refresh_token", tokens["refresh_token"]));

    private static async Task<Answer> AskAsync(
        RunningSandbox sandbox, string grant, string? basic, params (string Name, string Value)[] more)
    {
        using var client = new HttpClient();
        if (basic is not null)
            client.DefaultRequestHeaders.Authorization =
                new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(basic)));
        using var form = new FormUrlEncodedContent(
            more.Prepend(("grant_type", grant)).Select(part => KeyValuePair.Create(part.Item1, part.Item2)));
        using var answer = await client.PostAsync(
            sandbox.Addresses.KeapTokenServer, form, TestContext.Current.CancellationToken);
        return new(
            answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), null,
            new Dictionary<string, string>());
    }

    private static async Task ProfileAsync(RunningSandbox sandbox, string token, System.Net.HttpStatusCode status) =>
        (await sandbox.SendAsync(Get, $"{sandbox.Addresses.Keap}/account/profile", token)).Expect(status);

    private static HttpClient NewBrowser() => new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static string Address(RunningSandbox sandbox, params (string Name, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = sandbox.Addresses.KeapClientId,
            ["redirect_uri"] = Redirect,
            ["response_type"] = "code",
            ["scope"] = "full",
        };
        foreach (var (name, value) in changes)
            query[name] = value;
        return QueryHelpers.AddQueryString(sandbox.Addresses.KeapAuthorize.AbsoluteUri, query);
    }
}
