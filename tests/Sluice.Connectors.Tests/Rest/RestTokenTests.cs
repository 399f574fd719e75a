using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>Token servers as they differ: where they take the application, and what they say of a token.</summary>
public sealed class RestTokenTests
{
    private const string Application = """
        "TokenAddress": "https://login.example/token", "ClientId": "c", "ClientSecret": "secret-one"
        """;

    [Fact]
    public async Task A_token_server_may_take_the_application_in_the_form()
    {
        var shelf = Giving("""{ "access_token": "a-1", "expires_in": 3600 }""");
        await using var host = new RestHost(
            shelf, RestHost.Routes,
            $$""" "Authentication": { "Kind": "ClientCredentials", "ClientIn": "Form", {{Application}} } """);

        await host.PagesAsync();

        Assert.Equal(
            ["POST /token grant_type=client_credentials&client_id=c&client_secret=secret-one", "GET /api/customers"],
            shelf.Asked);
        Assert.Equal(
            ["Authorization: Bearer a-1"],
            shelf.Headers.Where(header => header.StartsWith("Authorization", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(
        "\"Scope\": \"\"", "client_id=c&client_secret=secret-one&grant_type=authorization_code",
        "grant_type=refresh_token", "Bearer|Basic|Bearer")]
    [InlineData(
        "\"ClientIn\": \"Header\"", "grant_type=authorization_code", "grant_type=refresh_token",
        "Basic|Bearer|Basic|Bearer")]
    [InlineData(
        "\"ClientIn\": \"Form\"", "client_id=c&client_secret=secret-one&grant_type=authorization_code",
        "client_id=c&client_secret=secret-one&grant_type=refresh_token", "Bearer|Bearer")]
    public async Task An_application_shows_itself_where_the_token_server_looks(
        string setting, string code, string refresh, string schemes)
    {
        var shelf = Giving("""{ "access_token": "a-1", "refresh_token": "r-1", "expires_in": 3600 }""");
        var kept = new KeptSignIn();
        await using var host = new RestHost(
            shelf, RestHost.Routes,
            $$"""
            "Authentication": {
              "Kind": "Application", "AuthorizeAddress": "https://login.example/authorize", {{setting}}, {{Application}}
            }
            """,
            services => services.AddSingleton<ISignInStore>(kept));

        var content = await host.Services.GetRequiredService<IAuthorization>().ExchangeAsync("code-1");
        await kept.LeaveSignInAsync("Shop", content, host.Clock.GetUtcNow());
        await host.PagesAsync();
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.PagesAsync();

        Assert.Equal(
            [
                $"POST /token {code}&code=code-1&redirect_uri=http%3A%2F%2F127.0.0.1%3A7868%2Fback",
                "GET /api/customers", $"POST /token {refresh}&refresh_token=r-1", "GET /api/customers",
            ],
            shelf.Asked);
        Assert.Equal(
            schemes.Split('|'),
            shelf.Headers.Where(header => header.StartsWith("Authorization", StringComparison.Ordinal))
                .Select(header => header.Split(' ')[1]));
    }

    [Theory]
    [InlineData("", 9, 11)]
    [InlineData(", \"expires_in\": null", 9, 11)]
    [InlineData(", \"expires_in\": \"3600\"", 59, 61)]
    public async Task A_token_whose_end_is_not_told_is_replaced_after_a_while(string end, int good, int over)
    {
        var shelf = Giving($$"""{ "access_token": "a-1"{{end}} }""");
        await using var host = new RestHost(
            shelf, RestHost.Routes,
            $$""" "Authentication": { "Kind": "ClientCredentials", {{Application}} } """);

        await host.PagesAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(good - 1));
        await host.PagesAsync();
        var before = Fetches();
        host.Clock.Advance(TimeSpan.FromMinutes(over - good + 1));
        await host.PagesAsync();

        Assert.Equal((1, 2), (before, Fetches()));

        int Fetches() => shelf.Asked.Count(asked => asked.StartsWith("POST /token", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", "1800", 1800)]
    [InlineData("5", "1800", 3)]
    public async Task Who_has_used_up_the_day_and_is_refused_stays_away_until_it_ends(
        string left, string reset, int seconds)
    {
        var shelf = new ShelfServer
        {
            First = _ =>
            {
                var answer = ScriptedHandler.Json("[]", HttpStatusCode.TooManyRequests);
                answer.Headers.Add("X-Left", left);
                answer.Headers.Add("X-Reset", reset);
                answer.Headers.Add("Date", DateTimeOffset.UnixEpoch.ToString("R"));
                return answer;
            },
        };
        await using var host = new RestHost(
            shelf, RestHost.Routes, """ "Quota": { "Left": "X-Left", "Reset": "X-Reset" } """);
        host.Clock.Advance(DateTimeOffset.UnixEpoch - host.Clock.GetUtcNow());

        var failure = await Assert.ThrowsAsync<RemoteException>(host.PagesAsync);

        Assert.Equal(RemoteFailure.Throttled, failure.Failure);
        Assert.Equal(seconds, failure.RetryAfter?.TotalSeconds ?? 3);
    }

    private static ShelfServer Giving(string tokens) => new()
    {
        First = request => request.RequestUri!.AbsolutePath == "/token" ? ScriptedHandler.Json(tokens) : null,
    };
}
