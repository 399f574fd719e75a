using System.Text.Json.Nodes;

namespace Sluice.Connectors.Writing;

/// <summary>
/// An object with the changed members alone, at any depth: for vendors that leave untouched what is not named.
/// </summary>
internal sealed class TouchedMembers : IUpdateFormat
{
    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var body = new JsonObject();
        foreach (var path in touched)
        {
            var (followed, value) = Paths.Follow(changed, path);
            Paths.Set(body, followed, value);
        }

        return body;
    }
}
