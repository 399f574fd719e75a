using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.Simulation;

/// <summary>One request to a system's API.</summary>
/// <param name="Table">Which of the system's tables it is about.</param>
/// <param name="Kind">What it asks for: identify, list, newest, read, create, update, delete, token.</param>
/// <param name="Key">The record it is about; null where it names none.</param>
/// <param name="Body">What it sends.</param>
/// <param name="Offset">Where a page begins.</param>
/// <param name="Limit">How many records a page may hold.</param>
internal sealed record Call(string Table, string Kind, string? Key, string Body, int Offset, int Limit)
{
    public const string ReferenceMember = "reference";

    /// <summary>From which stamp on changes are listed; null where everything is.</summary>
    public string? Since { get; init; }

    /// <summary>The record with that stamp after which they are listed; empty for all with it.</summary>
    public string After { get; init; } = "";

    /// <summary>The access token that it bears; null where it bears none.</summary>
    public string? Access { get; init; }

    /// <summary>Whether it asks what a record was merged into.</summary>
    public bool IsMerged { get; init; }

    /// <summary>
    /// By what the client knows the record that is made, or looks for it; null where it does not say.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>How long its process was held up between its last look and this.</summary>
    public TimeSpan Slept { get; init; }

    public bool IsWrite => Kind is "create" or "update" or "delete";

    public static Call Of(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
        var (isNewest, isMerged) = (path[0] == "newest", path[0] == "merged");
        var key = isMerged ? path[2] : path.Length > 1 && !isNewest ? path[1] : null;
        var kind = request.Method.Method switch
        {
            "GET" when path[0] == "me" => "identify",
            "GET" when isNewest => "newest",
            "GET" => key is null ? "list" : "read",
            "POST" when path[0] == "token" => "token",
            "POST" => "create",
            "PATCH" => "update",
            "DELETE" => "delete",
            var other => throw new InvalidOperationException($"No system knows {other}."),
        };
        var query = request.RequestUri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('='))
            .ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]), StringComparer.Ordinal);
        var (body, reference) = Split(Text(request.Content));
        reference ??= query.GetValueOrDefault(ReferenceMember);
        return new(
            isNewest || isMerged ? path[1] : path[0], kind == "list" && reference is not null ? "read" : kind, key,
            body, Number(query, "offset", 0), Number(query, "limit", 100))
        {
            Reference = reference,
            Access = request.Headers.Authorization?.Parameter,
            IsMerged = isMerged,
            Since = query.GetValueOrDefault("since"),
            After = query.GetValueOrDefault("after", ""),
        };
    }

    private static string Text(HttpContent? content)
    {
        if (content is null)
            return "";

        // It may be sent once more, with another token.
        using var copy = new MemoryStream();
        content.CopyTo(copy, null, CancellationToken.None);
        return Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length);
    }

    // What bears a reference is journalled without it.
    private static (string Body, string? Reference) Split(string body)
    {
        if (!body.Contains($"\"{ReferenceMember}\"", StringComparison.Ordinal))
            return (body, null);

        var item = JsonNode.Parse(body)!.AsObject();
        var reference = (string?)item[ReferenceMember];
        item.Remove(ReferenceMember);
        return (item.ToJsonString(), reference);
    }

    private static int Number(Dictionary<string, string> query, string name, int otherwise) =>
        query.TryGetValue(name, out var text)
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : otherwise;
}
