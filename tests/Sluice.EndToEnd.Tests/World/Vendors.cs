using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Sandboxes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>Edits as other users make them, by the vendors' own interfaces.</summary>
internal sealed class Vendors(SandboxAddresses addresses) : IDisposable
{
    private readonly HttpClient _client = new();
    private string? _powerOfficeToken;

    /// <returns>The new user's id.</returns>
    public async Task<string> AddUserAsync(string login, string name, string? email)
    {
        var user = new JsonObject { ["login"] = login, ["name"] = name };
        if (email is not null)
            user["profile"] = Profile(email);

        return (await HubAsync("users?fields=id", user))["id"]!.GetValue<string>();
    }

    /// <summary>An address that an administrator writes counts as confirmed; a blank one clears it.</summary>
    public Task SetEmailAsync(string user, string email) =>
        HubAsync($"users/{user}", new() { ["profile"] = Profile(email) });

    public Task BanAsync(string user, bool banned) => HubAsync($"users/{user}", new() { ["banned"] = banned });

    public Task AddGroupAsync(string name) => HubAsync("usergroups", new() { ["name"] = name });

    public Task RenameGroupAsync(string group, string name) =>
        HubAsync($"usergroups/{group}", new() { ["name"] = name });

    public Task AddOrganizationAsync(string key, string name) =>
        HubAsync("organizations", new() { ["key"] = key, ["name"] = name });

    /// <summary>Deletes a user, whose belongings go to another.</summary>
    public Task DeleteUserAsync(string user, string successor) => SendAsync(
        HttpMethod.Delete, $"{Hub}/users/{user}?successor={successor}", addresses.YouTrackToken, null,
        "application/json");

    /// <summary>Deletes an organization, whose belongings go to another.</summary>
    public Task DeleteOrganizationAsync(string organization, string successor) => SendAsync(
        HttpMethod.Delete, $"{Hub}/organizations/{organization}?successor={successor}", addresses.YouTrackToken, null,
        "application/json");

    public Task DeleteKeapContactAsync(string id) =>
        SendAsync(HttpMethod.Delete, $"{addresses.Keap}/contacts/{id}", addresses.KeapToken, null, "application/json");

    public Task SetKeapContactEmailAsync(string id, string email) => SendAsync(
        HttpMethod.Patch, $"{addresses.Keap}/contacts/{id}", addresses.KeapToken,
        new JsonObject
        {
            ["email_addresses"] = new JsonArray(new JsonObject { ["email"] = email, ["field"] = "EMAIL1" }),
        },
        "application/json");

    public async Task SetContactPersonEmailAsync(string key, string? email) => await SendAsync(
        HttpMethod.Patch, $"{addresses.PowerOfficeGo}/ContactPersons/{key}", await PowerOfficeTokenAsync(),
        new JsonArray(new JsonObject { ["op"] = "replace", ["path"] = "/EmailAddress", ["value"] = email }),
        "application/json-patch+json");

    public async Task DeleteContactPersonAsync(string key) => await SendAsync(
        HttpMethod.Delete, $"{addresses.PowerOfficeGo}/ContactPersons/{key}", await PowerOfficeTokenAsync(), null,
        "application/json");

    public async Task AddContactPersonAsync(string customer, string firstName, string lastName, string email) =>
        await SendAsync(
            HttpMethod.Post, $"{addresses.PowerOfficeGo}/ContactPersons/{customer}", await PowerOfficeTokenAsync(),
            new JsonObject { ["FirstName"] = firstName, ["LastName"] = lastName, ["EmailAddress"] = email },
            "application/json");

    public void Dispose() => _client.Dispose();

    private string Hub => $"{addresses.Hub.AbsoluteUri.TrimEnd('/')}/api/rest";

    private static JsonObject Profile(string email) => new() { ["email"] = new JsonObject { ["email"] = email } };

    private Task<JsonNode> HubAsync(string path, JsonObject body) =>
        SendAsync(HttpMethod.Post, $"{Hub}/{path}", addresses.YouTrackToken, body, "application/json");

    private async Task<string> PowerOfficeTokenAsync()
    {
        if (_powerOfficeToken is not null)
            return _powerOfficeToken;

        using var request = new HttpRequestMessage(HttpMethod.Post, addresses.PowerOfficeGoToken)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        var credentials = Encoding.UTF8.GetBytes($"{addresses.ApplicationKey}:{addresses.ClientKey}");
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(credentials));
        return _powerOfficeToken = (await SendAsync(request))["access_token"]!.GetValue<string>();
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string address, string token, JsonNode? body, string type)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString());
            request.Content.Headers.ContentType = new(type);
        }

        return await SendAsync(request);
    }

    private async Task<JsonNode> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", addresses.SubscriptionKey);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{request.Method} {request.RequestUri}: {answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
