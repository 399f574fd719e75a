using System.Text.Json.Nodes;

namespace Sluice.Connectors.Tests.Support;

/// <summary>A switch of the sandbox, as it is posted.</summary>
public static class Fault
{
    public static string Of(
        string kind,
        string system,
        string? path = null,
        string? entity = null,
        int? status = null,
        int? page = null,
        int? retryAfter = null,
        int? count = null,
        int? seconds = null,
        string? body = null)
    {
        var fault = new JsonObject
        {
            ["kind"] = kind,
            ["system"] = system.ToLowerInvariant(),
            ["path"] = path,
            ["entity"] = entity,
            ["status"] = status,
            ["page"] = page,
            ["retryAfter"] = retryAfter,
            ["count"] = count,
            ["seconds"] = seconds,
            ["body"] = body,
        };
        foreach (var name in fault.Where(member => member.Value is null).Select(member => member.Key).ToList())
            fault.Remove(name);

        return fault.ToJsonString();
    }
}
