using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Connectors.CustomCrm;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Rest;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>
/// The vendors' systems as settings describe them: what their own connectors read is read the same way, and an update
/// arrives. So each way that they have can be said.
/// </summary>
public sealed class DescribedVendorTests
{
    [Fact]
    public async Task The_hub() => await DescribesAsync("YouTrack", "Users", "name", sandbox => $$"""
        "BaseAddress": "{{sandbox.Hub}}/api/rest",
        "Authentication": { "Kind": "Bearer", "Token": "{{sandbox.YouTrackToken}}" },
        "Entities": { "Users": {
          "List": "/users", "Get": "/users/{id}", "Update": "POST /users/{id}",
          "Fields": { "Parameter": "fields", "Names": [ "id", "name", "profile(email(email))" ] },
          "Envelope": { "Items": "users", "Total": "total" },
          "Paging": { "Style": "Offset", "Offset": "$skip", "Size": "$top" } } }
        """);

    [Fact]
    public async Task Keap() => await DescribesAsync("Keap", "Companies", "company_name", sandbox => $$"""
        "BaseAddress": "{{sandbox.Keap}}", "Authentication": { "Kind": "Bearer", "Token": "{{sandbox.KeapToken}}" },
        "Account": { "Route": "/account/profile", "Id": "name" },
        "Quota": { "Left": "x-keap-product-quota-available", "Reset": "x-keap-product-quota-expiry-time" },
        "Entities": { "Companies": {
          "List": "/companies?order=id", "Get": "/companies/{id}", "Update": "PATCH /companies/{id}",
          "Envelope": { "Items": "companies", "Total": "count" },
          "Paging": { "Style": "Offset", "Size": "limit" }, "Updates": { "Style": "Partial" } } }
        """);

    [Fact]
    public async Task PowerOffice_Go() => await DescribesAsync(
        "Powerofficego", "Customers", "PhoneNumber", sandbox => $$"""
        "BaseAddress": "{{sandbox.PowerOfficeGo}}",
        "Authentication": {
          "Kind": "ClientCredentials", "TokenAddress": "{{sandbox.PowerOfficeGoToken}}",
          "ClientId": "{{sandbox.ApplicationKey}}", "ClientSecret": "{{sandbox.ClientKey}}",
          "Header": "Ocp-Apim-Subscription-Key", "Key": "{{sandbox.SubscriptionKey}}" },
        "Entities": { "Customers": {
          "List": "/Customers?OrderBy=Id%20asc", "Get": "/Customers/{Id}", "Update": "PATCH /Customers/{Id}",
          "Key": "Id", "Modified": "LastChangedDateTimeOffset",
          "Changes": { "Parameter": "lastChangedDateTimeOffsetGreaterThan", "Exclusive": true },
          "Paging": { "Style": "Page", "Page": "PageNumber", "Size": "PageSize" },
          "Updates": { "Style": "JsonPatch" } } }
        """);

    [Fact]
    public async Task The_custom_CRM() => await DescribesAsync("Customcrm", "Contact", "LastName", sandbox => $$"""
        "BaseAddress": "{{sandbox.CustomCrm}}",
        "Authentication": { "Kind": "Bearer", "Token": "{{sandbox.CustomCrmToken}}" },
        "Entities": { "Contact": {
          "List": "/contacts", "Get": "/contacts/{Id}", "Update": "/contacts/{Id}", "Key": "Id", "Modified": "Modified",
          "Envelope": { "Items": "items", "Total": "total" }, "Paging": { "Style": "Offset", "Size": "limit" },
          "Updates": { "ContentType": "application/merge-patch+json" } } }
        """);

    [Fact]
    public async Task The_custom_CRM_keeps_its_contracts()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var services = Services();
        services.AddCustomCrmByRest(
            Section("Customcrm", $$"""
            "BaseAddress": "{{sandbox.Addresses.CustomCrm}}",
            "Authentication": { "Kind": "Bearer", "Token": "{{sandbox.Addresses.CustomCrmToken}}" },
            "Entities": { "Contact": {
              "List": "/contacts", "Get": "/contacts/{Id}", "Key": "Id", "Modified": "Modified",
              "Envelope": { "Items": "items", "Total": "total" }, "Paging": { "Style": "Offset", "Size": "limit" } } }
            """),
            []);
        await using var provider = services.BuildServiceProvider();

        var records = await RecordsAsync(provider.GetRequiredService<IConnection>().Sources.Single());

        Assert.True(records.Count > 100);
        Assert.All(records, record => Assert.Equal(record.Key, Assert.IsType<Contact>(record.Value).Id));
        Assert.All(records, record => Assert.NotNull(record.Modified));
    }

    [Fact]
    public async Task Tokens_that_change_with_each_use_are_kept_and_renewed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var kept = new KeptSignIn();
        var clock = new SkippingClock();
        var services = Services(clock, kept);
        services.AddRest("Ours", Section("Ours", $$"""
            "BaseAddress": "{{sandbox.Addresses.Keap}}",
            "Authentication": {
              "Kind": "Application", "AuthorizeAddress": "{{sandbox.Addresses.KeapAuthorize}}",
              "TokenAddress": "{{sandbox.Addresses.KeapTokenServer}}", "ClientId": "{{sandbox.Addresses.KeapClientId}}",
              "ClientSecret": "{{sandbox.Addresses.KeapClientSecret}}", "Scope": "full",
              "RedirectAddress": "http://127.0.0.1:7867/keap" },
            "Account": { "Route": "/account/profile", "Id": "name" },
            "Entities": { "Companies": { "List": "/companies", "Get": "/companies/{id}" } }
            """), (IReadOnlyList<NamedEntity>)[]);
        await using var provider = services.BuildServiceProvider();
        var (connection, token) = (provider.GetRequiredService<IConnection>(), TestContext.Current.CancellationToken);

        var before = await Assert.ThrowsAsync<RemoteException>(() => connection.IdentifyAsync(token));
        await SignInAsync(provider.GetRequiredService<IAuthorization>(), kept, clock);
        var account = await connection.IdentifyAsync(token);
        sandbox.Clock.Advance(TimeSpan.FromDays(2));
        clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(RemoteFailure.SignInRefused, before.Failure);
        Assert.Contains("sluice connect ours", before.Fix, StringComparison.Ordinal);
        Assert.Equal(account, await connection.IdentifyAsync(token));
        Assert.Equal(2, kept.Serial);
    }

    // The first of all may be one that nobody may change, as a guest is.
    private static async Task DescribesAsync(
        string system, string entity, string member, Func<Sluice.Sandboxes.SandboxAddresses, string> settings)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var own = Host.Of(sandbox.Addresses);
        var services = Services();
        services.AddRest("Ours", Section("Ours", settings(sandbox.Addresses)), (IReadOnlyList<NamedEntity>)[]);
        await using var provider = services.BuildServiceProvider();
        var (connection, token) = (provider.GetRequiredService<IConnection>(), TestContext.Current.CancellationToken);
        var source = connection.Sources.Single();

        var records = await RecordsAsync(source);
        var expected = (await own.RecordsAsync(system, entity)).Select(record => record.Key);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal), records.Select(record => record.Key).Order(StringComparer.Ordinal));

        var current = records.Last(record => record.Raw.TryGetProperty(member, out _));
        current = (await source.ReadAsync(current.Key, token))!;
        var changed = OpenPath.With(((IOpenRecord)current.Value).Node, member, FieldValue.Of("Changed here"));
        var result = await provider.GetRequiredService<IWriteConnection>().Sinks.Single().SendAsync(
            connection.Requests.Single().Update(current, new Changed(changed), [member]), token);
        var after = (await source.ReadAsync(current.Key, token))!;

        Assert.Equal((WriteOutcome.Committed, null), (result.Outcome, result.Reason));
        Assert.Equal("Changed here", after.Raw.GetProperty(member).GetString());
        if (source is IDeltaSource delta)
            Assert.Contains(
                current.Key,
                (await RecordsAsync(delta.ListChangedAsync(Latest(records), token))).Select(record => record.Key));
    }

    private static string Latest(IEnumerable<Record> records) =>
        records.Max(record => record.Modified)!.Value.UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static async Task SignInAsync(IAuthorization authorization, KeptSignIn kept, TimeProvider clock)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var sent = await browser.GetAsync(
            authorization.AddressFor("state"), TestContext.Current.CancellationToken);
        var code = QueryHelpers.ParseQuery(sent.Headers.Location!.Query)["code"].ToString();
        await kept.LeaveSignInAsync("Ours", await authorization.ExchangeAsync(code), clock.GetUtcNow());
    }

    private static Task<List<Record>> RecordsAsync(ISource source) =>
        RecordsAsync(source.ListAsync(TestContext.Current.CancellationToken));

    private static async Task<List<Record>> RecordsAsync(IAsyncEnumerable<Page> pages)
    {
        var records = new List<Record>();
        var last = (Page?)null;
        await foreach (var page in pages)
        {
            Assert.Empty(page.Bad);
            records.AddRange(page.Records);
            last = page;
        }

        Assert.NotNull(last!.EndProof);
        return records;
    }

    private static ServiceCollection Services(TimeProvider? host = null, KeptSignIn? kept = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(host ?? new SkippingClock());
        services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton<ISignInStore>(kept ?? new KeptSignIn());
        return services;
    }

    private static IConfigurationSection Section(string system, string settings)
    {
        var described = JsonNode.Parse($"{{{settings}}}")!.AsObject();
        described["Connector"] = "Rest";
        described["RequestsPerSecond"] = 10_000;
        described["Timeout"] = SkippingClock.Deadline.ToString("c");
        var all = new JsonObject { ["Systems"] = new JsonObject { [system] = described } };
        return new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(all.ToJsonString()))).Build()
            .GetSection($"Systems:{system}");
    }

    private sealed record Changed(JsonObject Node) : IOpenRecord;
}
