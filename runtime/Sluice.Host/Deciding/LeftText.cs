using System.Text.Json;
using Sluice.Host.Output;
using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>Says what was decided, and when it counts.</summary>
internal static class LeftText
{
    private const string When = "It is taken up at the start of the next cycle; `sluice status` shows what came of it.";

    public static string Of(Verdict verdict) => $"Decided: {verdict.Text} {When}";

    public static string Json(PersonDecision decision, Verdict verdict) =>
        JsonLine.Of(json => Write(json, decision, verdict));

    /// <summary>Writes what was left for the owner, as <c>status</c> tells of it.</summary>
    public static void Write(Utf8JsonWriter json, PersonDecision decision, Verdict verdict)
    {
        json.WriteString("decision", decision.Verb);
        json.WriteString("subject", decision.Subject);
        json.WriteString("outcome", verdict.Text);
    }

    /// <summary>Says what became of the rows of a file.</summary>
    public static int Report(
        string file, string what, int left, IReadOnlyList<(int Line, string Reason)> refused, bool json)
    {
        var rows = refused.OrderBy(row => row.Line).ToList();
        if (json)
            Console.WriteLine(JsonLine.Of(line =>
            {
                line.WriteNumber(what, left);
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
            Console.WriteLine(
                left > 0 ? $"Decided: {left} {what}{Refused(rows.Count)}. {When}"
                : rows.Count > 0 ? $"Nothing was decided: {file} has no good row."
                : $"Nothing was decided: {file} has no answer.");
        }

        return left == 0 && rows.Count > 0 ? ExitCode.Failed : rows.Count > 0 ? ExitCode.Attention : ExitCode.Done;
    }

    private static string Refused(int rows) => rows switch
    {
        0 => "",
        1 => "; 1 row refused",
        _ => $"; {rows} rows refused",
    };
}
