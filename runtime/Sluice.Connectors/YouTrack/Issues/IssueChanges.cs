using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.YouTrack.Issues;

/// <summary>
/// The changed members of an issue. Of its fields those alone that changed: what a list does not name stays as it is,
/// and a field that is sent along may be refused, for it need not be one that can be written.
/// </summary>
internal sealed class IssueChanges(JsonTypeInfo<Issue> type) : IUpdateFormat
{
    private readonly TouchedMembers _members = new();

    public JsonNode Body(JsonObject changed, Record current, IReadOnlyList<string> touched)
    {
        var body = _members.Body(changed, current, touched).AsObject();
        var before = JsonSerializer.SerializeToNode((Issue)current.Value, type)!.AsObject();
        IssueFields.Reduce(body, before, current.Raw);
        return body;
    }
}
