using System.Text;
using System.Text.Json;

namespace Sluice.Simulation;

/// <summary>Totals as programs read them: one line.</summary>
internal static class TotalsJson
{
    public static string Of(Totals totals)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(writer, totals);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Totals totals)
    {
        writer.WriteStartObject();
        writer.WriteNumber("seeds", totals.Seeds);
        writer.WriteNumber("from", totals.From);
        Texts(writer, "without", totals.Without.Select(protection => protection.ToString()));
        writer.WriteNumber("seedsPerSecond", Math.Round(totals.SeedsPerSecond, 1));
        writer.WriteNumber("simulatedDays", Math.Round(totals.Simulated.TotalDays, 2));
        writer.WriteNumber("cycles", totals.Cycles);
        writer.WriteNumber("edits", totals.Edits);
        writer.WriteNumber("calls", totals.Calls);
        writer.WriteNumber("writes", totals.Writes);
        writer.WriteNumber("writesPerEdit", Math.Round(totals.WritesPerEdit, 2));
        writer.WriteNumber("crashPointsKnown", totals.PointsKnown.Count);
        writer.WriteNumber("crashPointsHit", totals.PointsHit.Count);
        Texts(writer, "crashPointsNeverHit", totals.PointsKnown.Except(totals.PointsHit));
        Texts(writer, "crashPointsNeverMet", totals.PointsNeverMet);
        writer.WriteStartObject("faults");
        foreach (var fault in Enum.GetValues<Fault>().Where(fault => fault != Fault.None))
            writer.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(fault.ToString()), totals.Count(fault));
        writer.WriteEndObject();
        writer.WriteStartArray("violations");
        foreach (var (seed, violations) in totals.Violations)
            foreach (var violation in violations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("seed", seed);
                writer.WriteString("invariant", violation.Invariant);
                writer.WriteString("text", violation.Text);
                writer.WriteEndObject();
            }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts.Order(StringComparer.Ordinal))
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
