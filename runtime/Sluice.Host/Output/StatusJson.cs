using System.Text.Json;
using Sluice.Host.Deciding;
using Sluice.Host.Diffing;

namespace Sluice.Host.Output;

/// <summary>Writes the state of a store as one line of JSON.</summary>
internal static class StatusJson
{
    public static string Write(
        Undocumented known, StoredRun? last,
        IReadOnlyDictionary<string, LastStop> stops,
        IReadOnlyDictionary<string, Restoration> lost,
        IReadOnlyList<InboxEntry> waiting, IReadOnlyList<InboxEntry> settled,
        IReadOnlyList<RunRequest> asked,
        IReadOnlyList<ChangedPairing> changed, IReadOnlyList<SignIn> signIns) => JsonLine.Of(json =>
    {
        json.WriteObjects("pairings", known.Documented, count =>
        {
            json.WriteString("name", count.Pairing);
            json.WriteString("state", Name(count.State));
            Write(json, count);
            json.WriteBoolean("paused", count.IsPaused);
            if (stops.TryGetValue(count.Pairing, out var stop))
            {
                json.WriteString("problem", stop.Problem);
                if (stop.Fix.Length > 0)
                    json.WriteString("fix", stop.Fix);
            }

            if (count.Breaker is { } breaker)
            {
                json.WriteStartObject("breaker");
                json.WriteString("since", breaker.Since);
                json.WriteString("reason", breaker.Reason);
                json.WriteString("plan", breaker.Plan);
                json.WriteBoolean("approved", breaker.IsApproved);
                json.WriteEndObject();
            }

            if (lost.TryGetValue(count.Pairing, out var restoration))
                RestoreJson.Write(json, restoration);
        });
        json.WriteObjects("open", known.Open, item => Write(json, item));
        json.WriteObjects("undocumented", known.Left, count =>
        {
            json.WriteString("name", count.Pairing);
            Write(json, count);
            json.WriteObjects(
                "open", [.. known.LeftOpen.Where(item => item.Pairing == count.Pairing)], item => Write(json, item));
        });
        json.WriteObjects("decisions", waiting.Concat(settled), entry => DecisionText.Write(json, entry));
        json.WriteObjects("requests", asked, request =>
        {
            json.WriteString("number", $"{new WaitingNumber(request.Id, IsRun: true)}");
            json.WriteString("at", request.AskedAt);
        });
        NewsText.Write(json, changed);
        json.WriteObjects("signIns", signIns, signIn => SignInText.Write(json, signIn));
        if (last is not null)
        {
            json.WritePropertyName("lastRun");
            json.WriteRawValue(last.Report);
        }
    });

    private static void Write(Utf8JsonWriter json, PairingCounts count)
    {
        json.WriteNumber("links", count.Links);
        json.WriteNumber("waiting", count.Waiting);
        json.WriteNumber("review", count.Review);
        json.WriteNumber("rejected", count.Rejected);
        json.WriteNumber("notWanted", count.Unwanted);
        json.WriteNumber("unsettled", count.OpenIntents);
    }

    private static void Write(Utf8JsonWriter json, OpenItem item)
    {
        json.WriteString("kind", Name(item.Kind));
        json.WriteString("pairing", item.Pairing);
        json.WriteString("side", item.Side == Side.Left ? "left" : "right");
        json.WriteString("key", item.Key);
        json.WriteString("reason", item.Reason);
        json.WriteNumber("line", item.Line);
        json.WriteString("since", item.Since);
    }

    private static string Name(PairingState state) => state switch
    {
        PairingState.Live => "live",
        PairingState.Approved => "approved",
        _ => "observing",
    };

    private static string Name(OpenKind kind) => kind switch
    {
        OpenKind.Waiting => "waiting",
        OpenKind.Review => "review",
        OpenKind.Unwanted => "notWanted",
        _ => "rejected",
    };
}
