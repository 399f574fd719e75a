using System.Text.Json;
using Sluice.Host.Deciding;

namespace Sluice.Host.Output;

/// <summary>Why a pairing did not run in the last cycle, or not to its end.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Problem">What was wrong.</param>
/// <param name="Fix">What to do about it; empty where the report does not say.</param>
internal sealed record LastStop(string Pairing, string Problem, string Fix)
{
    /// <summary>
    /// Those of the last run, by pairing; none where no run has ended. A pairing that took no turn in it is not among
    /// them, however its turn before ended, nor is one that no document speaks of any more.
    /// </summary>
    public static IReadOnlyDictionary<string, LastStop> Of(StoredRun? last)
    {
        if (last is null)
            return new Dictionary<string, LastStop>();

        using var report = JsonDocument.Parse(last.Report);
        return report.RootElement.GetProperty("pairings").EnumerateArray()
            .Where(pairing => pairing.TryGetProperty("problem", out _))
            .Select(pairing => new LastStop(Text(pairing, "name"), Text(pairing, "problem"), Text(pairing, "fix")))
            .Where(stop => Names.Find(stop.Pairing) is not null)
            .ToDictionary(stop => stop.Pairing, StringComparer.Ordinal);
    }

    public static void Print(TextWriter output, IEnumerable<LastStop> stops)
    {
        foreach (var stop in stops)
        {
            output.WriteLine($"stopped: {stop.Pairing}: {stop.Problem}");
            if (stop.Fix.Length > 0)
                output.WriteLine($"  fix: {stop.Fix}");
        }
    }

    private static string Text(JsonElement pairing, string name) =>
        pairing.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
