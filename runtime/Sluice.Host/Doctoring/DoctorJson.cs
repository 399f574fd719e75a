using System.Text.Json;
using Sluice.Host.Output;

namespace Sluice.Host.Doctoring;

/// <summary>Writes what the doctor found as one line of JSON.</summary>
internal static class DoctorJson
{
    public static string Write(
        IReadOnlyList<EffectiveSetting> settings, IReadOnlyList<Examination> examinations) => JsonLine.Of(json =>
    {
        json.WriteObjects("settings", settings, setting =>
        {
            json.WriteString("key", setting.Key);
            json.WriteString("value", setting.Value);
            json.WriteString("source", setting.Source);
        });
        json.WriteObjects("systems", examinations, examination =>
        {
            json.WriteString("system", examination.System);
            json.WriteString("account", examination.Account);
            json.WriteBoolean("accountAsked", examination.IsAccountAsked);
            Write(json, examination.Problem);
            json.WriteObjects("warnings", examination.Warnings, warning =>
            {
                json.WriteString("warning", warning.Message);
                json.WriteString("fix", warning.Fix);
            });
            json.WriteObjects("entities", examination.Entities, entity =>
            {
                json.WriteString("entity", entity.Entity.ToString());
                json.WriteNumber("records", entity.Count);
                json.WriteNumber("inScope", entity.InScope);
                json.WriteNumber("pages", entity.Pages);
                json.WriteNumber("stamped", entity.Stamped);
                json.WriteString("end", entity.EndProof);
                json.WriteString("readByKey", entity.ReadByKey);
                json.WriteString("notFoundByKey", entity.LostKey);
                json.WriteObjects("missing", [.. entity.Missing], missing =>
                {
                    json.WriteString("path", missing.Key);
                    json.WriteNumber("records", missing.Value);
                });
                json.WriteObjects("unreadable", entity.Bad, bad =>
                {
                    json.WriteString("key", bad.Key);
                    json.WriteString("reason", bad.Reason);
                });
                if (entity.Changed is { } changed)
                    json.WriteNumber("changed", changed);
                Write(json, entity.Problem);
            });
        });
    });

    private static void Write(Utf8JsonWriter json, RemoteException? problem)
    {
        if (problem is null)
            return;

        json.WriteString("problem", problem.Message);
        json.WriteString("fix", problem.Fix);
    }
}
