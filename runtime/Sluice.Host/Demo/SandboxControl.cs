using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Host.Demo;

/// <summary>
/// What the demo asks the sandbox itself: its log, its records, and edits as a person would make them.
/// </summary>
internal sealed class SandboxControl(Uri address) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = address };

    public async Task<JsonElement> DumpAsync(CancellationToken token) => await GetAsync("_dump", token);

    public async Task<JsonElement> LogAsync(CancellationToken token) => await GetAsync("_log", token);

    public async Task ClearLogAsync(CancellationToken token)
    {
        using var answer = await _client.DeleteAsync("_log", token);
        answer.EnsureSuccessStatusCode();
    }

    public async Task EditAsync(string system, string entity, string id, JsonObject set, CancellationToken token)
    {
        var edit = new JsonObject { ["system"] = system, ["entity"] = entity, ["id"] = id, ["set"] = set };
        using var body = new StringContent(edit.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync("_edit", body, token);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonElement> GetAsync(string path, CancellationToken token)
    {
        using var answer = await _client.GetAsync(path, token);
        answer.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(token));
        return document.RootElement.Clone();
    }
}
