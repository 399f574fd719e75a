using Sluice.Host.Output;
using Sluice.Pipeline;

namespace Sluice.Host.Demo;

/// <summary>What the demo came to: sums over all its cycles, and where each pairing stands at the end.</summary>
/// <param name="Pairings">By pairing, in the order of names.</param>
/// <param name="Disagreements">What the systems' own records contradict; empty where both sides agree.</param>
/// <param name="QuietWrites">Writes in a cycle after everything had settled.</param>
/// <param name="QuietCalls">All calls in that cycle.</param>
internal sealed record DemoResult(
    IReadOnlyList<PairingReport> Pairings, IReadOnlyList<string> Disagreements, int QuietWrites, int QuietCalls)
{
    public bool Converged =>
        Disagreements.Count == 0 && QuietWrites == 0 && Pairings.All(pairing => pairing.Problem is null);

    public string ToJson() => JsonLine.Of(json =>
    {
        json.WriteObjects("pairings", Pairings, pairing =>
        {
            json.WriteString("name", pairing.Name);
            json.WriteNumber("links", pairing.Links);
            json.WriteNumber("created", pairing.Created);
            json.WriteNumber("updated", pairing.Updated);
            json.WriteNumber("waiting", pairing.Waiting);
            json.WriteNumber("review", pairing.Review);
            json.WriteNumber("notWanted", pairing.Unwanted);
        });
        json.WriteBoolean("converged", Converged);
        json.WriteNumber("quietRunWrites", QuietWrites);
        json.WriteNumber("quietRunCalls", QuietCalls);
    });
}
