using System.Text;

namespace Sluice.Connectors.Rest.Routes;

/// <summary>A method and a path whose parts in braces are filled in: <c>PATCH /customers/{id}</c>.</summary>
internal sealed class Route
{
    private readonly List<(string Text, bool IsPlace)> _parts;

    private Route(HttpMethod method, List<(string, bool)> parts) => (Method, _parts) = (method, parts);

    public HttpMethod Method { get; }

    /// <summary>The names in braces.</summary>
    public IReadOnlyList<string> Places =>
        [.. _parts.Where(part => part.IsPlace).Select(part => part.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a route.</summary>
    /// <param name="text">What the setting says.</param>
    /// <param name="usual">The method where none is given.</param>
    /// <param name="allowed">The methods that may be given.</param>
    /// <param name="problem">What is wrong with it, and the fix; null where nothing is.</param>
    public static Route? Read(string text, HttpMethod usual, IReadOnlyList<HttpMethod> allowed, out string? problem)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (verb, path) = words switch
        {
            [var only] => (usual.Method, only),
            [var first, var second] => (first, second),
            _ => ("", ""),
        };
        var method = allowed.FirstOrDefault(
            method => string.Equals(method.Method, verb, StringComparison.OrdinalIgnoreCase));
        problem = path.Length == 0
            ? $"give a path, or a method and a path, as in {usual} /customers"
            : method is null ? $"its method has to be {string.Join(" or ", allowed)}"
            : ProblemOf(path);
        return problem is null && Parts(path) is { } parts ? new(method!, parts) : null;
    }

    /// <summary>The path with its places filled in, each escaped.</summary>
    /// <returns>Null where there is nothing for a place, or what would lead to another path.</returns>
    public string? Fill(Func<string, string?> value)
    {
        var path = new StringBuilder();
        foreach (var (text, isPlace) in _parts)
        {
            var part = isPlace ? value(text) : text;
            if (isPlace && !Entities.RecordKey.IsSafe(part))
                return null;

            path.Append(isPlace ? Uri.EscapeDataString(part!) : text);
        }

        return path.ToString();
    }

    public override string ToString() =>
        $"{Method} {string.Concat(_parts.Select(part => part.IsPlace ? $"{{{part.Text}}}" : part.Text))}";

    private static string? ProblemOf(string path)
    {
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
            return "its path has to begin with one slash; BaseAddress goes before it";
        if (path.Contains('\\', StringComparison.Ordinal) || path.Contains('#', StringComparison.Ordinal)
            || path.Any(character => character is < ' ' or > '~'))
            return "its path holds a character that no address has; escape it, as in %C3%A6";
        if (path.Split('?')[0].Split('/').Any(part => part is "." or ".."))
            return "its path climbs; give the path from BaseAddress on";

        return Parts(path) is null ? "its braces do not pair; a place is written {name}" : null;
    }

    private static List<(string, bool)>? Parts(string path)
    {
        var parts = new List<(string, bool)>();
        for (var at = 0; at < path.Length;)
        {
            var open = path.IndexOfAny(['{', '}'], at);
            if (open < 0)
            {
                parts.Add((path[at..], false));
                break;
            }

            var close = path[open] == '{' ? path.IndexOfAny(['{', '}'], open + 1) : -1;
            if (close < open + 2 || path[close] != '}')
                return null;

            if (open > at)
                parts.Add((path[at..open], false));
            parts.Add((path[(open + 1)..close], true));
            at = close + 1;
        }

        return parts;
    }
}
