using System.Text;
using System.Text.Json;

namespace Sluice.Host.Doctoring;

/// <summary>Writes what the doctor found as one line of JSON.</summary>
internal static class DoctorJson
{
    public static string Write(IReadOnlyList<EffectiveSetting> settings, IReadOnlyList<Examination> examinations)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("settings");
            foreach (var setting in settings)
            {
                json.WriteStartObject();
                json.WriteString("key", setting.Key);
                json.WriteString("value", setting.Value);
                json.WriteString("source", setting.Source);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("systems");
            foreach (var examination in examinations)
                Write(json, examination);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Examination examination)
    {
        json.WriteStartObject();
        json.WriteString("system", examination.System);
        json.WriteString("account", examination.Account);
        Write(json, examination.Problem);
        json.WriteStartArray("entities");
        foreach (var entity in examination.Entities)
        {
            json.WriteStartObject();
            json.WriteString("entity", entity.Entity.ToString());
            json.WriteNumber("records", entity.Count);
            json.WriteNumber("inScope", entity.InScope);
            Write(json, entity.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RemoteException? problem)
    {
        if (problem is null)
            return;

        json.WriteString("problem", problem.Message);
        json.WriteString("fix", problem.Fix);
    }
}
