using System.Text.Json;

namespace Sluice.Host.Output;

/// <summary>Writes what a store has lost.</summary>
internal static class RestoreJson
{
    public static void Write(Utf8JsonWriter json, Restoration lost)
    {
        json.WriteStartObject("restored");
        if (lost.StoredUntil is { } known)
            json.WriteString("storedUntil", known);
        if (RestoreNotice.KnowsEnd(lost))
            json.WriteString("ranUntil", lost.RanUntil);
        if (lost.RecoveredAt is { } recovered)
            json.WriteString("recoveredAt", recovered);
        json.WriteEndObject();
    }
}
