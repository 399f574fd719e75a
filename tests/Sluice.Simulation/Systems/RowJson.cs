using System.Text;
using System.Text.Json;

namespace Sluice.Simulation;

/// <summary>Rows as the systems' APIs write and read them.</summary>
internal static class RowJson
{
    public static string Of(string key, Row row) => Write(writer => Write(writer, key, row));

    public static string Page(IEnumerable<KeyValuePair<string, Row>> rows, int total) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var (key, row) in rows)
            Write(writer, key, row);
        writer.WriteEndArray();
        writer.WriteNumber("total", total);
        writer.WriteEndObject();
    });

    public static string Newest(DateTimeOffset? stamp) => Write(writer =>
    {
        writer.WriteStartObject();
        if (stamp is { } newest)
            writer.WriteString("newest", newest);
        writer.WriteEndObject();
    });

    public static string MergedInto(string? key) => Write(writer =>
    {
        writer.WriteStartObject();
        if (key is not null)
            writer.WriteString("into", key);
        writer.WriteEndObject();
    });

    /// <summary>A row with what a body names put in.</summary>
    public static Row Put(Row row, string body)
    {
        using var document = JsonDocument.Parse(body);
        foreach (var member in document.RootElement.EnumerateObject())
            row = row.With(member.Name, member.Value.GetString());
        return row;
    }

    private static void Write(Utf8JsonWriter writer, string key, Row row)
    {
        writer.WriteStartObject();
        writer.WriteString("id", key);
        foreach (var field in Row.Fields.Where(field => field != row.LeftOut))
            writer.WriteString(field, row[field]);
        if (row.Reference is { } reference)
            writer.WriteString(Call.ReferenceMember, reference);
        writer.WriteString("modified", row.Modified);
        writer.WriteEndObject();
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
