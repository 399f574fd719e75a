using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.Rest.Reading;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.Rest.Writing;

/// <summary>An update that holds some members as they were read, whether or not they change.</summary>
/// <param name="format">What the update holds otherwise.</param>
/// <param name="members">The paths of the members.</param>
internal sealed class WithMembers(IUpdateFormat format, IReadOnlyList<string> members) : IUpdateFormat
{
    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var body = format.Body(changed, current, touched).AsObject();
        foreach (var path in members)
            if (!touched.Contains(path, StringComparer.Ordinal)
                && JsonPlace.Find(current.Raw, path) is { ValueKind: not JsonValueKind.Undefined } held)
                Paths.Set(body, path.Split('.'), JsonNode.Parse(held.GetRawText()));

        return body;
    }
}
