using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sluice.Sandboxes.Http;

/// <summary>One request, read to its end, so that it can be answered under the lock.</summary>
internal sealed record Call
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>Path and query as they were sent.</summary>
    public required string Target { get; init; }

    /// <summary>Scheme, host and port, for links to further pages.</summary>
    public required string Origin { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    public required byte[] Body { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What the template of the route caught, in order.</summary>
    public IReadOnlyList<string> Captures { get; init; } = [];

    /// <summary>Entities that a switch has taken the right from.</summary>
    public IReadOnlyCollection<string> MissingRights { get; init; } = [];

    /// <summary>Switches that change how the system behaves.</summary>
    public CallRules Rules { get; init; } = CallRules.None;

    public string? Bearer =>
        Headers.Authorization is [{ } value] && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? value["Bearer ".Length..].Trim()
            : null;

    public string MediaType => Headers.ContentType.ToString().Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>
    /// The entity this request is about, where a switch has taken the right to it; null where it has not.
    /// </summary>
    public string? LacksRight()
    {
        var segments = Path.Split('/');
        return MissingRights.FirstOrDefault(entity => segments.Contains(entity, StringComparer.OrdinalIgnoreCase));
    }

    public bool TryReadObject(
        IReadOnlyList<string> types, [NotNullWhen(true)] out JsonObject? body, [NotNullWhen(false)] out string? problem)
    {
        body = null;
        if (!TryRead(types, out var node, out problem))
            return false;

        body = node as JsonObject;
        problem = body is null ? "The body must be a JSON object." : null;
        return body is not null;
    }

    public bool TryRead(IReadOnlyList<string> types, out JsonNode? node, [NotNullWhen(false)] out string? problem)
    {
        node = null;
        if (types.Contains(MediaType))
            return JsonText.TryParse(Body, out node, out problem);

        problem = $"The content type is '{MediaType}'; send {string.Join(" or ", types)}.";
        return false;
    }
}
