using System.Text.Json.Nodes;
using Sluice.Sandboxes.Data;

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

    public int? Milliseconds { get; init; }

    public int? PerSecond { get; init; }

    public int? PerDay { get; init; }

    /// <summary>The property it is about, as the vendor names it.</summary>
    public string? Property { get; init; }

    /// <summary>What is answered, letter by letter.</summary>
    public string? Body { get; init; }

    /// <summary>When the calls came that it counts, by system.</summary>
    public Dictionary<VendorSystem, Queue<DateTimeOffset>> Counted { get; } = [];

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
        ["milliseconds"] = Milliseconds,
        ["perSecond"] = PerSecond,
        ["perDay"] = PerDay,
        ["property"] = Property,
        ["body"] = Body,
        ["left"] = Left,
    };
}
