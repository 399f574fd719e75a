using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Sandboxes.Http;

internal static class JsonText
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Laid = Written with { Indented = true, NewLine = "\n" };

    // A name that stands twice would make the node throw when it is first looked at, long after the reading.
    private static readonly JsonDocumentOptions Read = new() { AllowDuplicateProperties = false };

    public static byte[] Write(JsonNode? node, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, indented ? Laid : Written))
        {
            if (node is null)
                writer.WriteNullValue();
            else
                node.WriteTo(writer);
        }

        return stream.ToArray();
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out JsonNode? node, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            node = JsonNode.Parse(text, documentOptions: Read);
            problem = null;
            return true;
        }
        catch (JsonException exception)
        {
            node = null;
            problem = exception.Message;
            return false;
        }
    }
}
