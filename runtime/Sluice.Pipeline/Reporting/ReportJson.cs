using System.Text;
using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>Writes a cycle's report as JSON: for <c>--json</c>, and for the store.</summary>
public static class ReportJson
{
    /// <summary>The report without its plan, on one line.</summary>
    /// <param name="report">The report.</param>
    /// <param name="more">Writes members that whoever prints it adds.</param>
    public static string Write(CycleReport report, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("run", report.Run);
            json.WriteString("startedAt", report.StartedAt);
            json.WriteString("endedAt", report.EndedAt);
            json.WriteStartArray("listings");
            foreach (var listing in report.Listings)
                Write(json, listing);
            json.WriteEndArray();
            json.WriteStartArray("pairings");
            foreach (var pairing in report.Pairings)
                Write(json, pairing);
            json.WriteEndArray();
            if (report.Plan is { } plan)
                json.WriteString("awaitingApproval", plan.Hash);
            more?.Invoke(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ListingReport listing)
    {
        json.WriteStartObject();
        json.WriteString("entity", listing.Entity);
        json.WriteNumber("records", listing.Records);
        json.WriteBoolean("complete", listing.Complete);
        json.WriteBoolean("changesOnly", listing.ChangesOnly);
        if (listing.Problem is { } problem)
            json.WriteString("problem", problem);
        json.WriteStartArray("bad");
        foreach (var bad in listing.Bad)
        {
            json.WriteStartObject();
            json.WriteString("key", bad.Key);
            json.WriteString("reason", bad.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PairingReport pairing)
    {
        json.WriteStartObject();
        json.WriteString("name", pairing.Name);
        json.WriteString("state", Name(pairing.State));
        json.WriteNumber("linked", pairing.Linked);
        json.WriteNumber("created", pairing.Created);
        json.WriteNumber("updated", pairing.Updated);
        json.WriteNumber("deleted", pairing.Deleted);
        json.WriteNumber("links", pairing.Links);
        json.WriteNumber("waiting", pairing.Waiting);
        json.WriteNumber("review", pairing.Review);
        json.WriteNumber("rejected", pairing.Rejected);
        json.WriteNumber("notWanted", pairing.Unwanted);
        if (pairing.Problem is { } problem)
            json.WriteString("problem", problem);
        if (pairing.Fix is { } fix)
            json.WriteString("fix", fix);
        if (pairing.LeftOut > 0)
            json.WriteNumber("leftOut", pairing.LeftOut);
        if (pairing.Skipped is { } skipped)
            json.WriteString("skipped", skipped);
        if (pairing.Breaker is { } breaker)
        {
            json.WriteStartObject("breaker");
            json.WriteString("since", breaker.Since);
            json.WriteString("reason", breaker.Reason);
            json.WriteString("plan", breaker.Plan);
            json.WriteEndObject();
        }

        json.WriteStartArray("moves");
        foreach (var move in pairing.Moves)
            Write(json, move);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HistoryEntry move)
    {
        json.WriteStartObject();
        json.WriteString("left", move.LeftKey);
        json.WriteString("right", move.RightKey);
        json.WriteString("written", move.Written == Side.Left ? "left" : "right");
        json.WriteString("field", move.Field);
        json.WriteString("rule", move.Rule);
        json.WriteNumber("line", move.Line);
        json.WriteEndObject();
    }

    private static string Name(PairingState state) => state switch
    {
        PairingState.Observing => "observing",
        PairingState.Approved => "approved",
        _ => "live",
    };
}
