using System.Text.Json;

namespace Sluice.Host.Deciding;

/// <summary>Says what was decided and what came of it.</summary>
internal static class DecisionText
{
    /// <summary>How many settled decisions a look shows.</summary>
    public const int Recent = 10;

    public static void Print(
        TextWriter output, IReadOnlyList<InboxEntry> waiting, IReadOnlyList<InboxEntry> settled)
    {
        foreach (var entry in waiting)
            output.WriteLine($"decided at {entry.At:u}, and waits for the next cycle: {Waiting(entry)}");
        foreach (var entry in settled)
            output.WriteLine(
                $"decision {(entry.IsApplied ? "applied" : "refused")} at {entry.SettledAt:u}: {entry.Subject}: "
                + entry.Outcome);
    }

    /// <summary>What waits, and by which number it can be taken back.</summary>
    public static string Waiting(InboxEntry entry) => $"{entry.Subject} (number {entry.Id})";

    public static void Write(Utf8JsonWriter json, InboxEntry entry)
    {
        json.WriteNumber("number", entry.Id);
        json.WriteString("decision", entry.Kind);
        json.WriteString("subject", entry.Subject);
        json.WriteString("at", entry.At);
        if (entry.SettledAt is not { } settled)
            return;

        json.WriteString("settledAt", settled);
        json.WriteBoolean("applied", entry.IsApplied);
        json.WriteString("outcome", entry.Outcome);
    }
}
