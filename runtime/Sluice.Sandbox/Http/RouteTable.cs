namespace Sluice.Sandboxes.Http;

/// <param name="refuse">Says no in the vendor's way: status and reason.</param>
/// <param name="names">How the vendor compares the names of query parameters.</param>
/// <param name="routes">In order of preference: a literal segment stands before a caught one.</param>
internal sealed class RouteTable(Func<int, string, Reply> refuse, StringComparer names, IReadOnlyList<Route> routes)
{
    public Reply Answer(Call call, string path)
    {
        var segments = path.Split('/');
        var verbs = new List<string>();
        foreach (var route in routes)
        {
            if (route.Match(segments) is not { } captures)
                continue;

            if (route.Method == call.Method)
                return Answer(call, route, captures);

            verbs.Add(route.Method);
        }

        return verbs.Count == 0
            ? refuse(404, $"There is no resource at {call.Path}.")
            : refuse(405, $"{call.Method} is not supported at {call.Path}; {string.Join(", ", verbs.Distinct())} is.");
    }

    private Reply Answer(Call call, Route route, IReadOnlyList<string> captures)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in call.Query)
        {
            if (route.Query.FirstOrDefault(known => names.Equals(known, name)) is not { } known)
                return refuse(400, $"The query parameter '{name}' is unknown here.");
            if (!query.TryAdd(known, value))
                return refuse(400, $"The query parameter '{name}' is given twice.");
        }

        return route.Answer(call with { Captures = captures, Query = query });
    }
}
