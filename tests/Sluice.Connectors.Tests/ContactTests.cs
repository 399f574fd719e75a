using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Tests.Rest;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>How we introduce ourselves to the systems.</summary>
public sealed class ContactTests
{
    [Theory]
    [InlineData(null, @"^Sluice/\d+\.\d+\.\d+$")]
    [InlineData(" ", @"^Sluice/\d+\.\d+\.\d+$")]
    [InlineData("ops@example.com", @"^Sluice/\d+\.\d+\.\d+ \(ops@example\.com\)$")]
    [InlineData("https://example.com/sync?a=b", @"^Sluice/\d+\.\d+\.\d+ \(https://example\.com/sync\?a=b\)$")]
    public async Task Every_call_to_every_system_says_whom_to_ask(string? contact, string agent)
    {
        var seen = new Dictionary<string, string>();
        var handler = new ScriptedHandler((request, _) => request.RequestUri!.AbsolutePath == "/OAuth/Token"
            ? ScriptedHandler.Json("""{"access_token":"t","token_type":"bearer","expires_in":1200}""")
            : ScriptedHandler.Json("{}", HttpStatusCode.Forbidden))
        {
            Seen = request => seen[$"{request.RequestUri!.Host} {request.RequestUri.AbsolutePath}"] =
                string.Join("|", request.Headers.GetValues("User-Agent")),
        };
        await using var host = Host.Of(handler, [.. Host.Names.Select(name => ($"{name}:Contact", contact))]);

        foreach (var (system, entity) in new[]
        {
            ("YouTrack", "Users"), ("YouTrack", "Issues"), ("Keap", "Products"), ("Powerofficego", "Products"),
            ("Customcrm", "Contact"),
        })
            await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync(system, entity));

        Assert.Superset(
            new HashSet<string> { "youtrack.example /hub/api/rest/users", "go.example /OAuth/Token" },
            seen.Keys.ToHashSet());
        Assert.Equal(4, seen.Keys.Select(key => key.Split(' ')[0]).Distinct().Count());
        Assert.All(seen.Values, value => Assert.Matches(agent, value.Replace("|", " ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_described_system_and_its_token_server_are_told_as_well()
    {
        var seen = new Dictionary<string, string>();
        var handler = new ScriptedHandler((request, _) => ScriptedHandler.Json(
            request.RequestUri!.AbsolutePath == "/token" ? """{"access_token":"t","expires_in":1200}""" : "[]"))
        {
            Seen = request => seen[request.RequestUri!.AbsolutePath] =
                string.Join(' ', request.Headers.GetValues("User-Agent")),
        };
        await using var host = new RestHost(
            handler, RestHost.Routes,
            """
            "Contact": "ops@example.com",
            "Authentication": {
              "Kind": "ClientCredentials", "TokenAddress": "https://shop.example/token", "ClientId": "c",
              "ClientSecret": "secret-seven"
            }
            """);

        await foreach (var page in host.Source.ListAsync(TestContext.Current.CancellationToken))
            Assert.Empty(page.Records);

        Assert.Equal(2, seen.Count);
        Assert.All(seen.Values, value => Assert.EndsWith(" (ops@example.com)", value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ops")]
    [InlineData("@example.com")]
    [InlineData("ops@")]
    [InlineData("a@b@example.com")]
    [InlineData("Ops <ops@example.com>")]
    [InlineData("ops@example.com) evil/1.0 (")]
    [InlineData("ops@example.com\r\nX-Evil: 1")]
    [InlineData("ops@exämple.com")]
    [InlineData("mailto:ops@example.com")]
    [InlineData("ftp://example.com/")]
    [InlineData("https://me:secret@example.com/")]
    public async Task What_is_no_address_is_named_with_the_fix(string contact)
    {
        await using var host = Host.Of(
            new ScriptedHandler((_, _) => new(HttpStatusCode.OK)), ("Powerofficego:Contact", contact));

        var failure = Assert.Throws<OptionsValidationException>(
            () => host.Services.GetRequiredService<IOptions<PowerOfficeGoOptions>>().Value);

        Assert.Contains("Systems:Powerofficego:Contact is '", Assert.Single(failure.Failures),
            StringComparison.Ordinal);
        Assert.Contains("as in ops@example.com", failure.Failures.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_longer_one_than_a_header_should_hold_is_refused()
    {
        var options = new KeapOptions { Token = "t", Contact = new string('a', 190) + "@example.com" };

        Assert.Contains("Systems:Keap:Contact is 'aaa", Assert.Single(options.Problems()), StringComparison.Ordinal);
    }
}
