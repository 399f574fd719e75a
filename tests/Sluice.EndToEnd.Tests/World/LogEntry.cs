using System.Text.Json.Nodes;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>A request as the sandbox logged it.</summary>
internal sealed record LogEntry(
    long Sequence, DateTimeOffset Time, string System, string Method, string Path, int Status, bool Committed,
    string? Id, string? Fault)
{
    public bool IsSignIn => Path.EndsWith("/OAuth/Token", StringComparison.Ordinal);

    /// <summary>The path without what was asked of it.</summary>
    public string Place => Path.Split('?')[0];

    /// <summary>Whether it could change something.</summary>
    public bool IsWrite => Method != "GET" && !IsSignIn;

    public static LogEntry Of(JsonNode entry) => new(
        entry["sequence"]!.GetValue<long>(), entry["time"]!.GetValue<DateTimeOffset>(),
        entry["system"]!.GetValue<string>(), entry["method"]!.GetValue<string>(), entry["path"]!.GetValue<string>(),
        entry["status"]!.GetValue<int>(), entry["committed"]!.GetValue<bool>(), entry["id"]?.GetValue<string>(),
        entry["fault"]?.GetValue<string>());
}
