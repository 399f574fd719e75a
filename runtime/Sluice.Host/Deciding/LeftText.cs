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
}
