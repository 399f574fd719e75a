using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Keap;

/// <summary>
/// The properties that Keap shows only where it is asked for them. A write cannot ask: its answer leaves them out,
/// which elsewhere means that they are empty.
/// </summary>
/// <param name="entity">Whose they are.</param>
/// <param name="names">Their names.</param>
/// <param name="get">Gets a record by its key, with them.</param>
internal sealed class KeapExtras<T>(
    Entity<T> entity, IReadOnlyList<string> names, Func<string, CancellationToken, Task<HttpResponseMessage>> get)
    where T : class
{
    /// <summary>Gets a record with all that can be asked for.</summary>
    public Task<HttpResponseMessage> GetAsync(string key, CancellationToken token) => get(key, token);

    /// <summary>
    /// A record as the answer to a write showed it, with what the answer left out as it is read now. Where that is of
    /// interest to nobody, or cannot be read, the record as it was shown.
    /// </summary>
    public async Task<Record> CompleteAsync(Record shown, NamedPaths named, Reads reads, CancellationToken token)
    {
        if (!names.Any(name => named.Include(entity.Name, name)))
            return shown;

        try
        {
            var answer = await reads.AskAsync($"{entity.Name.Entity} {shown.Key}", stop => get(shown.Key, stop), token);
            return answer is { IsSuccess: true } && answer.Json() is { ValueKind: JsonValueKind.Object } read
                ? entity.Read(With(shown.Raw, read), out _) ?? shown
                : shown;
        }
        catch (RemoteException)
        {
            return shown;
        }
    }

    // All else is as the answer said: what is read a moment later may be from before the write.
    private JsonElement With(JsonElement shown, JsonElement read)
    {
        var whole = JsonNode.Parse(shown.GetRawText())!.AsObject();
        foreach (var name in names)
            if (read.TryGetProperty(name, out var extra))
                whole[name] = JsonNode.Parse(extra.GetRawText());

        return JsonElement.Parse(whole.ToJsonString());
    }
}
