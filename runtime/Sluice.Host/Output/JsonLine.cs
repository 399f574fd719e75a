using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sluice.Host.Output;

/// <summary>Writes one object as one line, as every <c>--json</c> prints it.</summary>
internal static class JsonLine
{
    private const int Kept = 1 << 16;

    // What is printed is read by programs and people, never put into a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        Write(stream, members);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes an object and the end of its line, however long it is, without keeping all of it.</summary>
    public static void WriteLine(Stream stream, Action<Utf8JsonWriter> members)
    {
        Write(stream, members);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes an array of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
            if (json.BytesPending > Kept)
                json.Flush();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an array of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);

        json.WriteEndArray();
    }

    private static void Write(Stream stream, Action<Utf8JsonWriter> members)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }
}
