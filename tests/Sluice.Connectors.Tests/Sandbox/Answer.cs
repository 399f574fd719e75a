using System.Net;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed record Answer(
    HttpStatusCode Status, string Text, string? Type, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string this[string name] => Json[name]!.ToString();

    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(status == Status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }
}
