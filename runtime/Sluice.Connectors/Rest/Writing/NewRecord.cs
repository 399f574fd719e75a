using System.Text.Json.Nodes;
using Sluice.Connectors.Rest.Reading;

namespace Sluice.Connectors.Rest.Writing;

/// <summary>A record about to be made, as its route looks at it.</summary>
internal sealed class NewRecord(string body)
{
    private readonly JsonObject _body = JsonNode.Parse(body)!.AsObject();

    /// <summary>What stands in the record for a place of the route; null where nothing does.</summary>
    public string? Place(string path) => RestKeys.Text(RestKeys.Find(_body, path));
}
