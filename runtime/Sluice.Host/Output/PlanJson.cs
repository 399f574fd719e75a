using System.Text;
using System.Text.Json;
using Sluice.Pipeline;

namespace Sluice.Host.Output;

/// <summary>Writes a plan as one line of JSON.</summary>
internal static class PlanJson
{
    public static string Write(SyncPlan plan, CycleReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("hash", plan.Hash);
            json.WriteNumber("calls", plan.Calls);
            json.WriteStartArray("needApproval");
            foreach (var name in plan.NeedApproval)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var item in plan.Items)
                Write(json, item);
            json.WriteEndArray();
            json.WriteStartArray("likelyDuplicates");
            foreach (var likely in plan.LikelyDuplicates)
                Write(json, likely);
            json.WriteEndArray();
            json.WriteStartArray("problems");
            foreach (var pairing in report.Pairings.Where(pairing => pairing.Problem is not null))
            {
                json.WriteStartObject();
                json.WriteString("pairing", pairing.Name);
                json.WriteString("problem", pairing.Problem);
                json.WriteString("fix", pairing.Fix);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, PlanItem item)
    {
        json.WriteStartObject();
        json.WriteString("kind", item.Kind switch
        {
            PlanKind.Link => "link",
            PlanKind.Create => "create",
            PlanKind.Update => "update",
            PlanKind.Wait => "waiting",
            _ => "review",
        });
        json.WriteString("pairing", item.Pairing);
        json.WriteString("key", item.Key);
        json.WriteString("text", item.Text);
        json.WriteNumber("line", item.Line);
        json.WriteBoolean("credential", item.WritesCredential);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LikelyDuplicate likely)
    {
        json.WriteStartObject();
        json.WriteString("pairing", likely.Pairing);
        json.WriteString("origin", likely.Origin);
        json.WriteString("entity", likely.Entity);
        json.WriteString("existing", likely.Existing);
        json.WriteString("because", likely.Because);
        json.WriteEndObject();
    }
}
