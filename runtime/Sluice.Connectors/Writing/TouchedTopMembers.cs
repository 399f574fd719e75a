using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Connectors.Writing;

/// <summary>
/// An object with the changed members, whose inner objects are whole: for vendors that may take an inner object for the
/// whole new value. What is demanded in every update is sent along.
/// </summary>
/// <param name="type">How the contract is written.</param>
/// <param name="always">What is demanded in every update.</param>
internal sealed class TouchedTopMembers(JsonTypeInfo type, IEnumerable<string> always) : IUpdateFormat
{
    private readonly IReadOnlyList<string> _always = [.. always];

    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var body = new JsonObject();
        foreach (var name in touched.Select(path => path.Split('.')[0])
            .Concat(_always).Distinct(StringComparer.Ordinal))
            body[name] = Paths.WithoutNulls(KeptMembers.At(type, current, [name], changed[name]));

        foreach (var path in touched)
        {
            var (followed, value) = Paths.Follow(changed, path);
            if (value is null)
                Paths.Set(body, followed, null);
        }

        return body;
    }
}
