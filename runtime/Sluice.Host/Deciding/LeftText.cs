using System.Text.Json;
using Sluice.Host.Output;
using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>Says what was decided, and when it counts.</summary>
internal static class LeftText
{
    private const string When = "It is taken up at the start of the next cycle; `sluice status` shows what came of it.";

    private const string Again = "It waits to be taken up at the start of the next cycle; nothing changed.";

    public static string Of(Verdict verdict) => verdict.IsWaiting
        ? $"Decided before: {verdict.Text} {Again}"
        : $"Decided: {verdict.Text} {When}";

    public static string Json(PersonDecision decision, Verdict verdict) =>
        JsonLine.Of(json => Write(json, decision, verdict));

    /// <summary>Writes what was left for the owner, as <c>status</c> tells of it.</summary>
    public static void Write(Utf8JsonWriter json, PersonDecision decision, Verdict verdict)
    {
        json.WriteString("decision", decision.Verb);
        json.WriteString("subject", decision.Subject);
        json.WriteString("outcome", verdict.Text);
        if (verdict.IsWaiting)
            json.WriteBoolean("waitsAlready", true);
    }

    /// <summary>Says what became of the rows of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="what">What its rows are.</param>
    /// <param name="left">How many were left for the owner.</param>
    /// <param name="waiting">How many were left before, and wait.</param>
    /// <param name="refused">The others, by line.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <param name="there">How many say what is so already.</param>
    public static int Report(
        string file, string what, int left, int waiting, IReadOnlyList<(int Line, string Reason)> refused, bool json,
        int there = 0)
    {
        var rows = refused.OrderBy(row => row.Line).ToList();
        if (json)
            Console.WriteLine(JsonLine.Of(line =>
            {
                line.WriteNumber(what, left);
                line.WriteNumber("waitAlready", waiting);
                if (there > 0)
                    line.WriteNumber("thereAlready", there);
                line.WriteObjects("refused", rows, row =>
                {
                    line.WriteNumber("line", row.Line);
                    line.WriteString("reason", row.Reason);
                });
            }));
        else
        {
            foreach (var (line, reason) in rows)
                Console.WriteLine($"{file}({line}): {reason}");
            var before = waiting > 0
                ? $" {waiting} {what} were decided before and wait for the next cycle: nothing changed about them."
                : "";
            before += there > 0 ? $" {there} {what} are there already: nothing changed about them." : "";
            Console.WriteLine(
                left > 0 ? $"Decided: {left} {what}{Refused(rows.Count)}. {When}{before}"
                : waiting + there > 0 ? $"Nothing new was decided{Refused(rows.Count)}.{before}"
                : rows.Count > 0 ? $"Nothing was decided: {file} has no good row."
                : $"Nothing was decided: {file} has no answer.");
        }

        return left + waiting + there == 0 && rows.Count > 0 ? ExitCode.Failed
            : rows.Count > 0 ? ExitCode.Attention
            : ExitCode.Done;
    }

    private static string Refused(int rows) => rows switch
    {
        0 => "",
        1 => "; 1 row refused",
        _ => $"; {rows} rows refused",
    };
}
