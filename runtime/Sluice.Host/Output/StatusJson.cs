using System.Text;
using System.Text.Json;

namespace Sluice.Host.Output;

/// <summary>Writes the state of a store as one line of JSON.</summary>
internal static class StatusJson
{
    public static string Write(IReadOnlyList<PairingCounts> counts, IReadOnlyList<OpenItem> open, StoredRun? last)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("pairings");
            foreach (var count in counts)
                Write(json, count);
            json.WriteEndArray();
            json.WriteStartArray("open");
            foreach (var item in open)
                Write(json, item);
            json.WriteEndArray();
            if (last is not null)
            {
                json.WritePropertyName("lastRun");
                json.WriteRawValue(last.Report);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, PairingCounts count)
    {
        json.WriteStartObject();
        json.WriteString("name", count.Pairing);
        json.WriteString("state", count.State switch
        {
            PairingState.Live => "live",
            PairingState.Approved => "approved",
            _ => "observing",
        });
        json.WriteNumber("links", count.Links);
        json.WriteNumber("waiting", count.Waiting);
        json.WriteNumber("review", count.Review);
        json.WriteNumber("rejected", count.Rejected);
        json.WriteNumber("unsettled", count.OpenIntents);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OpenItem item)
    {
        json.WriteStartObject();
        json.WriteString("kind", item.Kind switch
        {
            OpenKind.Waiting => "waiting",
            OpenKind.Review => "review",
            _ => "rejected",
        });
        json.WriteString("pairing", item.Pairing);
        json.WriteString("side", item.Side == Side.Left ? "left" : "right");
        json.WriteString("key", item.Key);
        json.WriteString("reason", item.Reason);
        json.WriteNumber("line", item.Line);
        json.WriteString("since", item.Since);
        json.WriteEndObject();
    }
}
