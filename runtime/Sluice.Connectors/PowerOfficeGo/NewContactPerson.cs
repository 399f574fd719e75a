using System.Text.Json.Nodes;
using Sluice.Connectors.Entities;

namespace Sluice.Connectors.PowerOfficeGo;

/// <summary>
/// A new contact person's parent stands in the address and must not stand in the body. Up to the moment of sending it
/// travels in the body all the same: that is what the journal keeps.
/// </summary>
internal static class NewContactPerson
{
    private const string Parent = nameof(ContactPerson.ContactId);

    /// <summary>Puts the parent into the body.</summary>
    public static void Complete(ContactPerson person, JsonObject body) => body[Parent] = person.ContactId;

    /// <summary>Why a request cannot be sent; null where it can.</summary>
    public static string? Refuse(WriteRequest request) =>
        request.Key is null && RecordKey.Of(ParentOf(JsonNode.Parse(request.Body))) is null
            ? $"A new contact person needs {Parent}: the customer or supplier it belongs to."
            : null;

    /// <summary>Takes the parent out of the body again.</summary>
    public static (long Parent, string Body) Split(string body)
    {
        var item = JsonNode.Parse(body)!.AsObject();
        var parent = ParentOf(item);
        item.Remove(Parent);
        return (parent, item.ToJsonString());
    }

    private static long ParentOf(JsonNode? body) =>
        body is JsonObject item && item[Parent] is JsonValue value && value.TryGetValue<long>(out var parent)
            ? parent
            : 0;
}
