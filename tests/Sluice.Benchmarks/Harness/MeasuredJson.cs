using System.Text;
using System.Text.Json;

namespace Sluice.Benchmarks.Harness;

/// <summary>For programs: one line a benchmark.</summary>
internal static class MeasuredJson
{
    public static string Of(Measured measured)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("benchmark", measured.Name);
            json.WriteString("size", measured.Size);
            json.WriteNumber("seed", measured.Seed);
            json.WriteStartArray("figures");
            foreach (var figure in measured.Figures)
            {
                json.WriteStartObject();
                json.WriteString("what", figure.What);
                json.WriteNumber("value", Math.Round(figure.Value, 3));
                json.WriteString("unit", figure.Unit);
                if (figure.Aim is { } aim)
                    json.WriteNumber("aim", aim);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
