using System.Text.Json;

namespace Sluice.Benchmarks.Calls;

/// <summary>A line of the sandbox's own log.</summary>
internal sealed record LoggedCall(string System, CallKind Kind, string Collection)
{
    public DateTimeOffset At { get; init; }

    public int Status { get; init; }

    private static readonly string[] Collections =
    [
        "users", "usergroups", "organizations", "groups", "companies", "contacts", "customers", "contactpersons",
    ];

    private static readonly string[] Identities = ["me", "profile", "clientintegrationinformation", "token"];

    public static LoggedCall Of(JsonElement entry)
    {
        var segments = entry.GetProperty("path").GetString()!.Split('?')[0].ToLowerInvariant()
            .Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new(
            entry.GetProperty("system").GetString()!,
            Identities.Contains(segments[^1]) ? CallKind.SignIn
                : entry.GetProperty("method").GetString() != "GET" ? CallKind.Write
                : Collections.Contains(segments[^1]) ? CallKind.List
                : CallKind.Read,
            segments.LastOrDefault(Collections.Contains) ?? "")
        {
            At = entry.GetProperty("time").GetDateTimeOffset(),
            Status = entry.GetProperty("status").GetInt32(),
        };
    }
}
