using Sluice.Host.Diffing;
using Sluice.Pipeline;

namespace Sluice.Host.Output;

/// <summary>Writes a plan as one line of JSON, which may be long.</summary>
internal static class PlanJson
{
    public static void Write(
        Stream output, SyncPlan plan, CycleReport report, ChangesSince since,
        IReadOnlyList<ChangedPairing> changed) => JsonLine.WriteLine(output, json =>
    {
        json.WriteString("hash", plan.Hash);
        json.WriteNumber("calls", plan.Calls);
        json.WriteTexts("needApproval", plan.NeedApproval);
        json.WriteTexts("empty", plan.Empty);
        if (report.Pairings.Select(pairing => pairing.Restoration).FirstOrDefault(lost => lost is { RecoveredAt: null })
            is { } restoration)
            RestoreJson.Write(json, restoration);
        ChangesJson.Write(json, since, changed);
        json.WriteObjects("items", plan.Items, item =>
        {
            json.WriteString("kind", Name(item.Kind));
            json.WriteString("pairing", item.Pairing);
            json.WriteString("key", item.Key);
            json.WriteString("text", item.Text);
            json.WriteNumber("line", item.Line);
            json.WriteBoolean("credential", item.WritesCredential);
        });
        json.WriteObjects("likelyDuplicates", plan.LikelyDuplicates, likely =>
        {
            json.WriteString("pairing", likely.Pairing);
            json.WriteString("origin", likely.Origin);
            json.WriteString("entity", likely.Entity);
            json.WriteString("existing", likely.Existing);
            json.WriteString("because", likely.Because);
        });
        json.WriteObjects("problems", report.Pairings.Where(pairing => pairing.Problem is not null), pairing =>
        {
            json.WriteString("pairing", pairing.Name);
            json.WriteString("problem", pairing.Problem);
            json.WriteString("fix", pairing.Fix);
        });
    });

    private static string Name(PlanKind kind) => kind switch
    {
        PlanKind.Link => "link",
        PlanKind.Create => "create",
        PlanKind.Update => "update",
        PlanKind.Delete => "delete",
        PlanKind.Unlink => "unlink",
        PlanKind.Wait => "waiting",
        PlanKind.Unwanted => "notWanted",
        _ => "review",
    };
}
