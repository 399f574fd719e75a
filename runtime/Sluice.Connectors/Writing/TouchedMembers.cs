using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.Writing;

/// <summary>
/// An object with the changed members alone, at any depth: for vendors that leave untouched what is not named.
/// </summary>
/// <param name="type">
/// How the contract is written; null where an element of a list is told by what the contract has of it.
/// </param>
internal sealed class TouchedMembers(JsonTypeInfo? type = null) : IUpdateFormat
{
    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var body = new JsonObject();
        foreach (var path in touched)
        {
            var (followed, value) = Paths.Follow(changed, path);
            Paths.Set(body, followed, type is null ? value : KeptMembers.At(type, current, followed, value));
        }

        return body;
    }
}
