using System.Text.Json.Nodes;

namespace Sluice.Connectors.Writing;

/// <summary>
/// An object with the changed members, whose inner objects are whole: for vendors that may take an inner object for the
/// whole new value. What is demanded in every update is sent along.
/// </summary>
internal sealed class TouchedTopMembers(IEnumerable<string> always) : IUpdateFormat
{
    private readonly IReadOnlyList<string> _always = [.. always];

    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var body = new JsonObject();
        foreach (var name in touched.Select(path => path.Split('.')[0])
            .Concat(_always).Distinct(StringComparer.Ordinal))
            body[name] = Paths.WithoutNulls(changed[name]);

        foreach (var path in touched)
        {
            var (followed, value) = Paths.Follow(changed, path);
            if (value is null)
                Paths.Set(body, followed, null);
        }

        return body;
    }
}
