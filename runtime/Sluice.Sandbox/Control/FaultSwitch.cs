using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Control;

/// <summary>A fault that somebody switched on, and for which requests.</summary>
internal sealed class FaultSwitch(FaultKind kind)
{
    public FaultKind Kind => kind;

    /// <summary>The system it is for; null for all.</summary>
    public string? System { get; init; }

    public string? Method { get; init; }

    /// <summary>A part of the path; null for every path but that of sign-in.</summary>
    public string? Path { get; init; }

    public string? Entity { get; init; }

    public int? Page { get; init; }

    public int? Status { get; init; }

    public int? RetryAfter { get; init; }

    public int? Seconds { get; init; }

    /// <summary>How often it will still act; null without end.</summary>
    public int? Left { get; set; }

    public JsonObject ToJson() => new()
    {
        ["kind"] = kind.Name,
        ["system"] = System,
        ["method"] = Method,
        ["path"] = Path,
        ["entity"] = Entity,
        ["page"] = Page,
        ["status"] = Status,
        ["retryAfter"] = RetryAfter,
        ["seconds"] = Seconds,
        ["left"] = Left,
    };
}
