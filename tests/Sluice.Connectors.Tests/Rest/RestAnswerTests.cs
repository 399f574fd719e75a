using System.Net;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>Errors, refusals and quotas in each shape, and signing in in each way.</summary>
public sealed class RestAnswerTests
{
    [Theory]
    [InlineData(400, """{ "title": "Invalid", "status": 400, "detail": "name is blank" }""", "400: name is blank")]
    [InlineData(422, """{ "error": "invalid", "error_description": "name is blank" }""", "422: name is blank")]
    [InlineData(400, """{ "fault": { "faultstring": "name is blank" } }""", "400: name is blank")]
    [InlineData(
        200, """{ "success": false, "validation": { "summary": "name is blank" } }""", "422: name is blank")]
    public async Task A_refusal_is_told_in_the_systems_words(int status, string body, string reason)
    {
        var shelf = new ShelfServer { First = _ => ScriptedHandler.Json(body, (HttpStatusCode)status) };
        await using var host = new RestHost(
            shelf, RestHost.Routes, """ "Success": "success", "ErrorText": "validation.summary" """);

        var result = await host.CreateAsync("{}");

        Assert.Equal((WriteOutcome.Rejected, reason), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_record_in_an_envelope_is_found_in_every_answer()
    {
        var shelf = new ShelfServer("""{ "id": 1, "name": "Ask" }""")
        {
            List = (shelf, _) => ScriptedHandler.Json(
                $$"""{ "success": true, "count": 1, "data": [ {{shelf.Records[0].ToJsonString()}} ] }"""),
            One = record => ScriptedHandler.Json($$"""{ "success": true, "data": {{record.ToJsonString()}} }"""),
        };
        await using var host = new RestHost(
            shelf, RestHost.Routes + """, "Envelope": { "Items": "data", "Item": "data", "Total": "count" } """,
            """ "Success": "success" """);

        Assert.Equal(["1"], await host.KeysAsync());
        var updated = await host.UpdateAsync("1", ("name", FieldValue.Of("Embla")));

        Assert.Equal("Embla", updated.Record!.Raw.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("""{ "message": "Rate limit is exceeded. Try again in 7 seconds." }""", null, 7)]
    [InlineData("""{ "message": "Slow down. Please retry after 3s." }""", null, 3)]
    [InlineData("""{ "message": "Try again in 7 seconds." }""", "5", 5)]
    public async Task A_system_is_left_alone_for_as_long_as_it_says(string body, string? header, int seconds)
    {
        var asked = 0;
        var shelf = new ShelfServer
        {
            First = _ =>
            {
                if (++asked > 1)
                    return null;

                var refusal = ScriptedHandler.Json(body, HttpStatusCode.TooManyRequests);
                if (header is not null)
                    refusal.Headers.Add("Retry-After", header);
                return refusal;
            },
        };
        await using var host = new RestHost(shelf, RestHost.Routes);
        var before = host.Clock.GetUtcNow();

        await host.PagesAsync();

        Assert.InRange((host.Clock.GetUtcNow() - before).TotalSeconds, seconds, seconds + 0.9);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task What_a_system_says_is_left_of_the_day_is_kept_to()
    {
        var shelf = new ShelfServer
        {
            First = _ =>
            {
                var answer = ScriptedHandler.Json("[]");
                answer.Headers.Add("X-Left", "0");
                answer.Headers.Add("X-Reset", "3600");
                answer.Headers.Add("Date", "Tue, 10 Sep 2024 15:02:06 GMT");
                return answer;
            },
        };
        await using var host = new RestHost(
            shelf, RestHost.Routes,
            """ "RequestsPerDay": 1000, "Quota": { "Left": "X-Left", "Reset": "X-Reset" } """);
        await host.PagesAsync();

        var failure = await Assert.ThrowsAsync<RemoteException>(host.PagesAsync);

        Assert.Equal(RemoteFailure.Throttled, failure.Failure);
        Assert.Single(shelf.Asked);
    }

    [Theory]
    [InlineData("\"Kind\": \"Bearer\", \"Token\": \"t-1\"", "Authorization: Bearer t-1")]
    [InlineData("\"Kind\": \"Basic\", \"User\": \"u\", \"Password\": \"p å\"", "Authorization: Basic dTpwIMOl")]
    [InlineData("\"Kind\": \"ApiKey\", \"Key\": \"k-1\"", "X-Api-Key: k-1")]
    [InlineData("\"Kind\": \"ApiKey\", \"Key\": \"k-1\", \"Header\": \"X-Mine\"", "X-Mine: k-1")]
    [InlineData(
        "\"Kind\": \"Bearer\", \"Token\": \"t-1\", \"Key\": \"k-1\"",
        "Authorization: Bearer t-1|X-Api-Key: k-1")]
    [InlineData("\"Kind\": \"None\"", "X-Tenant: 7")]
    public async Task Calls_are_signed_as_the_settings_say(string settings, string headers)
    {
        var shelf = new ShelfServer();
        await using var host = new RestHost(
            shelf, RestHost.Routes, $$""" "Authentication": { {{settings}} }, "Headers": { "X-Tenant": "7" } """);

        await host.PagesAsync();

        Assert.Empty(host.Problems);
        Assert.Equal(
            headers.Split('|').Append("X-Tenant: 7").Distinct().Order(StringComparer.Ordinal),
            shelf.Headers.Where(header => header.StartsWith("Auth", StringComparison.Ordinal)
                || header.StartsWith("X-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Client_credentials_are_exchanged_for_a_token_that_is_renewed_when_it_is_refused()
    {
        var tokens = 0;
        var shelf = new ShelfServer
        {
            First = request => request.RequestUri!.AbsolutePath == "/token"
                ? ScriptedHandler.Json($$"""{ "access_token": "a-{{++tokens}}", "expires_in": 3600 }""")
                : request.Headers.Authorization!.Parameter == "a-1"
                    ? new(HttpStatusCode.Unauthorized)
                    : null,
        };
        await using var host = new RestHost(
            shelf, RestHost.Routes,
            """
            "Authentication": {
              "Kind": "ClientCredentials", "TokenAddress": "https://login.example/token", "ClientId": "c",
              "ClientSecret": "secret-one", "Scope": "all of it"
            }
            """);

        await host.PagesAsync();
        await host.PagesAsync();

        Assert.Equal(
            [
                "POST /token grant_type=client_credentials&scope=all+of+it", "GET /api/customers",
                "POST /token grant_type=client_credentials&scope=all+of+it", "GET /api/customers", "GET /api/customers",
            ],
            shelf.Asked);
        Assert.Contains("Authorization: Basic YzpzZWNyZXQtb25l", shelf.Headers);
    }

    [Fact]
    public async Task Who_we_are_is_asked_where_a_system_can_say_it()
    {
        var shelf = new ShelfServer
        {
            First = _ => ScriptedHandler.Json("""{ "org": { "no": 12, "title": "Ours" } }"""),
        };
        await using var asked = new RestHost(
            shelf, RestHost.Routes, """ "Account": { "Route": "/me", "Id": "org.no", "Name": "org.title" } """);
        await using var silent = new RestHost(new ShelfServer(), RestHost.Routes);

        Assert.Equal(
            new("Shop", "https://shop.example/api 12", "Ours"),
            await asked.Connection.IdentifyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            new("Shop", "https://shop.example/api", "https://shop.example/api"),
            await silent.Connection.IdentifyAsync(TestContext.Current.CancellationToken));
    }
}
