using Sluice.Host.Output;
using Sluice.Pipeline;

namespace Sluice.Host.Deciding;

/// <summary>Says what was decided, and when it counts.</summary>
internal static class LeftText
{
    private const string When = "It is taken up at the start of the next cycle; `sluice status` shows what came of it.";

    public static string Of(Verdict verdict) => $"Decided: {verdict.Text} {When}";

    public static string Json(DecisionKind kind, Verdict verdict, IReadOnlyList<(int Line, string Reason)> refused) =>
        JsonLine.Of(json =>
        {
            json.WriteString("decision", kind.ToString().ToLowerInvariant());
            json.WriteBoolean("left", verdict.IsApplied || verdict.IsLater);
            json.WriteString("outcome", verdict.Text);
            json.WriteObjects("refused", refused, row =>
            {
                json.WriteNumber("line", row.Line);
                json.WriteString("reason", row.Reason);
            });
        });

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
                left > 0
                    ? $"Decided: {left} {what}. {When}"
                    : $"Nothing was decided: {file} has no good row.");
        }

        return left == 0 && rows.Count > 0 ? ExitCode.Failed : rows.Count > 0 ? ExitCode.Attention : ExitCode.Done;
    }
}
