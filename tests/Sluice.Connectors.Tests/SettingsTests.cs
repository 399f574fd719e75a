using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;

namespace Sluice.Connectors.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Token", null, "Systems:Keap:Token is missing.", "Systems__Keap__Token")]
    [InlineData("Token", " ", "Systems:Keap:Token is missing.", "personal access token")]
    [InlineData("Token", "two\nlines", "Systems:Keap:Token holds a blank, a line break", "copy it again")]
    [InlineData("Tokn", "x", "Systems:Keap:Tokn is no setting of this system.", "Token")]
    [InlineData("BaseAddress", "keap", "Systems:Keap:BaseAddress is 'keap'", "give a web address")]
    [InlineData(
        "BaseAddress", "ftp://keap.example", "is 'ftp://keap.example/', which is no web address", "crm/rest/v1")]
    [InlineData("BaseAddress", "http://keap.example", "credentials would travel in the open", "Use https")]
    [InlineData("BaseAddress", "https://keap.example/?a=b", "without user, query or fragment", "https://")]
    [InlineData("PageSize", "many", "Systems:Keap:PageSize is 'many'", "a whole number")]
    [InlineData("PageSize", "1001", "Systems:Keap:PageSize is 1001", "from 1 to 1000")]
    [InlineData("Timeout", "soon", "Systems:Keap:Timeout is 'soon'", "00:01:00")]
    [InlineData("Timeout", "00:00:00", "Systems:Keap:Timeout is 00:00:00", "from 00:00:01")]
    [InlineData("RequestsPerSecond", "0", "Systems:Keap:RequestsPerSecond is 0", "from 0.1")]
    [InlineData("RequestsPerSecond", "NaN", "Systems:Keap:RequestsPerSecond is NaN", "from 0.1")]
    [InlineData("LongestAnswer", "0", "Systems:Keap:LongestAnswer is 0", "from 1 to 1024")]
    [InlineData("SettleBound", "01:00:01", "Systems:Keap:SettleBound is 01:00:01", "from 00:00:00 to 01:00:00")]
    [InlineData("CursorOverlap", "-00:00:01", "Systems:Keap:CursorOverlap is -00:00:01", "from 00:00:00")]
    [InlineData("ReadOnly", "yes", "Systems:Keap:ReadOnly is 'yes'", "true or false")]
    public async Task A_wrong_setting_is_named_with_the_fix(string setting, string? value, string problem, string fix)
    {
        await using var host = Host.Of(Nothing(), ($"Keap:{setting}", value));

        var failure = Assert.Throws<OptionsValidationException>(
            () => host.Services.GetRequiredService<IOptions<KeapOptions>>().Value);

        var message = Assert.Single(failure.Failures);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Contains(fix, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Token", "x", "Systems:Keap:Token and Systems:Keap:ClientId are both given", "Take one out")]
    [InlineData("ClientSecret", null, "Systems:Keap:ClientSecret is missing.", "Systems__Keap__ClientSecret")]
    [InlineData("ClientId", "two words", "Systems:Keap:ClientId is empty, or holds a character", "copy it again")]
    [InlineData("ClientId", null, "Systems:Keap:ClientId is missing.", "developer portal")]
    [InlineData("TokenAddress", "http://keap.example/token", "credentials would travel in the open", "Use https")]
    [InlineData("RedirectAddress", "http://keap.example/back", "credentials would travel in the open", "Use https")]
    [InlineData("AuthorizeAddress", "keap", "Systems:Keap:AuthorizeAddress is 'keap'", "give a web address")]
    public async Task A_wrong_setting_of_an_application_is_named_with_the_fix(
        string setting, string? value, string problem, string fix)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Token"] = null,
            ["ClientId"] = "app",
            ["ClientSecret"] = "secret",
            [setting] = value,
        };
        await using var host = Host.Of(
            Nothing(), [.. settings.Select(item => ($"Keap:{item.Key}", item.Value))]);

        var failure = Assert.Throws<OptionsValidationException>(
            () => host.Services.GetRequiredService<IOptions<KeapOptions>>().Value);

        var message = Assert.Single(failure.Failures);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Contains(fix, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 20, 150_000)]
    [InlineData("5", 5, 150_000)]
    public void An_application_has_limits_of_its_own_unless_they_are_set(string? perSecond, double rate, int perDay)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Systems:Keap:ClientId"] = "app",
            ["Systems:Keap:ClientSecret"] = "secret",
            ["Systems:Keap:RequestsPerSecond"] = perSecond,
        }).Build().GetSection("Systems:Keap");

        var options = new ServiceCollection().AddKeap(section).BuildServiceProvider()
            .GetRequiredService<IOptions<KeapOptions>>().Value;

        Assert.Equal((rate, perDay), (options.RequestsPerSecond, options.RequestsPerDay));
    }

    [Fact]
    public async Task All_problems_are_told_at_once_when_the_host_starts()
    {
        await using var host = Host.Of(
            Nothing(),
            ("YouTrack:BaseAddress", null),
            ("YouTrack:Token", null),
            ("YouTrack:HubAddress", "https://hub.example/api/rest"));

        var failure = Assert.Throws<OptionsValidationException>(
            () => host.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(3, failure.Failures.Count());
        Assert.Contains(
            "Systems:YouTrack:HubAddress ends in /api/rest; give the address without it.", failure.Failures);
    }

    [Theory]
    [InlineData("https://goapi.poweroffice.net/Demo/v2", "https://goapi.poweroffice.net/OAuth/Token")]
    [InlineData("https://goapi.poweroffice.net/v2", "https://elsewhere.example/OAuth/Token")]
    public async Task Keys_are_not_sent_to_another_environment_than_the_data_comes_from(string api, string tokens)
    {
        await using var host = Host.Of(
            Nothing(), ("Powerofficego:BaseAddress", api), ("Powerofficego:TokenAddress", tokens));

        var failure = Assert.Throws<OptionsValidationException>(
            () => host.Services.GetRequiredService<IOptions<PowerOfficeGoOptions>>().Value);

        Assert.Contains("different environments", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.poweroffice.net/", "https://api.poweroffice.net/OAuth/Token", 2)]
    [InlineData("https://api-demo.poweroffice.net", "https://api-demo.poweroffice.net/OAuth/Token", 2)]
    [InlineData("https://goapi.poweroffice.net/v1", "https://goapi.poweroffice.net/OAuth/Token", 1)]
    public async Task The_first_version_of_PowerOffices_API_is_refused_with_the_fix(
        string api, string tokens, int problems)
    {
        await using var host = Host.Of(
            Nothing(), ("Powerofficego:BaseAddress", api), ("Powerofficego:TokenAddress", tokens));

        var failure = Assert.Throws<OptionsValidationException>(
            () => host.Services.GetRequiredService<IOptions<PowerOfficeGoOptions>>().Value);

        Assert.Equal(problems, failure.Failures.Count());
        Assert.All(failure.Failures, problem =>
        {
            Assert.Contains("leads to API v1", problem, StringComparison.Ordinal);
            Assert.Contains("give the address of API v2", problem, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_good_section_gives_good_options()
    {
        await using var host = Host.Of(
            Nothing(), ("YouTrack:AllowCredentialWrites", "true"), ("YouTrack:PageSize", "50"));

        var options = host.Services.GetRequiredService<IOptions<YouTrackOptions>>().Value;

        Assert.True(options.AllowCredentialWrites);
        Assert.Equal(50, options.PageSize);
        Assert.Empty(options.Problems());
    }

    [Fact]
    public async Task Hub_is_below_YouTrack_unless_it_is_said_to_be_elsewhere()
    {
        var handler = Nothing();
        await using (var built = Host.Of(handler))
            await Assert.ThrowsAsync<RemoteException>(() => built.PagesAsync("YouTrack", "Users"));
        await using (var external = Host.Of(handler, ("YouTrack:HubAddress", "https://hub.example/")))
            await Assert.ThrowsAsync<RemoteException>(() => external.PagesAsync("YouTrack", "Users"));

        Assert.Equal(
            ["https://youtrack.example/hub/api/rest/users", "https://hub.example/api/rest/users"],
            handler.Asked.Select(address => address.GetLeftPart(UriPartial.Path)));
    }

    [Fact]
    public async Task A_trailing_slash_does_not_double()
    {
        var handler = Nothing();
        await using var host = Host.Of(handler);

        await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync("Keap", "Companies"));

        Assert.Equal("/v1/companies", handler.Asked[0].AbsolutePath);
        Assert.Equal(
            "?limit=500&offset=0&order=id&optional_properties=notes%2Cfax_number%2Ccustom_fields",
            handler.Asked[0].Query);
    }

    private static ScriptedHandler Nothing() => new((_, _) => ScriptedHandler.Json("{}"));
}
