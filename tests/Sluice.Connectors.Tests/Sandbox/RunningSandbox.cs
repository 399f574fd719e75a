using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Sandboxes;
using SandboxServers = Sluice.Sandboxes.Sandbox;

namespace Sluice.Connectors.Tests.Sandboxes;

/// <summary>
/// A sandbox with pages of at most 25, a clock that stands still, and a plain client for each system.
/// </summary>
public sealed class RunningSandbox : IAsyncDisposable
{
    private readonly SandboxServers _sandbox;

    private RunningSandbox(SandboxServers sandbox, SettableClock clock)
    {
        _sandbox = sandbox;
        Clock = clock;
    }

    public SettableClock Clock { get; }

    public SandboxAddresses Addresses => _sandbox.Addresses;

    private HttpClient Client { get; } = new();

    public static async Task<RunningSandbox> StartAsync(SandboxOptions? options = null)
    {
        var clock = new SettableClock();
        var sandbox = await SandboxServers.StartAsync(
            options ?? new() { MaximumPageSize = 25 }, clock, TestContext.Current.CancellationToken);
        return new(sandbox, clock);
    }

    public Task<Answer> HubAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(method, $"{Addresses.Hub}/api/rest{path}", Addresses.YouTrackToken, body);

    public Task<Answer> YouTrackAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(method, $"{Addresses.YouTrack}api{path}", Addresses.YouTrackToken, body);

    public Task<Answer> KeapAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(method, $"{Addresses.Keap}{path}", Addresses.KeapToken, body);

    public Task<Answer> CrmAsync(
        HttpMethod method, string path, string? body = null, string type = "application/json") =>
        SendAsync(method, $"{Addresses.CustomCrm}{path}", Addresses.CustomCrmToken, body, type);

    public async Task<Answer> PowerOfficeAsync(HttpMethod method, string path, string? body = null, string? type = null)
    {
        var token = (await SignInAsync()).Json["access_token"]!.GetValue<string>();
        type ??= method == HttpMethod.Patch ? "application/json-patch+json" : "application/json";
        return await SendAsync(
            method, $"{Addresses.PowerOfficeGo}{path}", token, body, type, Addresses.SubscriptionKey);
    }

    public Task<Answer> SignInAsync(string? clientKey = null, string? subscription = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Addresses.PowerOfficeGoToken)
        {
            Content = new StringContent("grant_type=client_credentials", null, "application/x-www-form-urlencoded"),
        };
        var credentials = $"{Addresses.ApplicationKey}:{clientKey ?? Addresses.ClientKey}";
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        request.Headers.Add("Ocp-Apim-Subscription-Key", subscription ?? Addresses.SubscriptionKey);
        return SendAsync(request);
    }

    public Task<Answer> ControlAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(method, $"{Addresses.Control}{path}", null, body);

    public async Task<Answer> SendAsync(
        HttpMethod method, string address, string? token, string? body =
            null, string type = "application/json", string? subscription = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (subscription is not null)
            request.Headers.Add("Ocp-Apim-Subscription-Key", subscription);
        if (body is not null)
        {
            request.Content = new StringContent(body);
            request.Content.Headers.ContentType = new(type);
        }

        return await SendAsync(request);
    }

    public async Task<IReadOnlyList<JsonNode>> LogAsync() =>
        [.. (await ControlAsync(HttpMethod.Get, "_log")).Json.AsArray().Select(entry => entry!)];

    public async Task<JsonNode> DumpAsync() => (await ControlAsync(HttpMethod.Get, "_dump")).Json;

    public async Task SwitchOnAsync(string fault)
    {
        var answer = await ControlAsync(HttpMethod.Post, "_faults", fault);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await DisposeServersAsync();
    }

    public ValueTask DisposeServersAsync() => _sandbox.DisposeAsync();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        var token = TestContext.Current.CancellationToken;
        using var response = await Client.SendAsync(request, token);
        var headers = response.Headers.ToDictionary(
            item => item.Key, item => string.Join(',', item.Value), StringComparer.OrdinalIgnoreCase);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(token),
            response.Content.Headers.ContentType?.MediaType, headers);
    }
}
