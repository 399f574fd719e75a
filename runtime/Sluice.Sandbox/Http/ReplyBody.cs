using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Http;

/// <summary>Changes what stands in the body of an answer, whatever shape its vendor gives it.</summary>
internal static class ReplyBody
{
    public static Reply Edit(Reply reply, Action<JsonNode> change)
    {
        if (reply.Body is null || !JsonText.TryParse(reply.Body, out var body, out _) || body is null)
            return reply;

        change(body);
        return reply with { Body = JsonText.Write(body) };
    }

    /// <summary>Takes the records out of a page: a bare list, or the only list of an envelope.</summary>
    public static void Empty(JsonNode page)
    {
        var list = page as JsonArray ?? page.AsObject().Select(member => member.Value).OfType<JsonArray>().First();
        list.Clear();
    }

    public static void WithoutNext(JsonNode page)
    {
        if (page is JsonObject envelope)
            envelope.Remove("next");
    }

    public static void Remove(JsonNode? node, string property)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Remove(item, property);
        if (node is not JsonObject known)
            return;

        known.Remove(property);
        foreach (var (_, value) in known)
            Remove(value, property);
    }
}
