using System.Globalization;
using System.Text;

namespace Sluice.Simulation;

/// <summary>Totals as people read them.</summary>
internal static class TotalsText
{
    private const int Shown = 50;

    public static string Of(Totals totals)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        if (totals.Without.Count > 0)
            Line($"without            {string.Join(", ", totals.Without)}");
        Line($"seeds              {totals.Seeds:N0} from {totals.From}");
        Line($"seeds a second     {totals.SeedsPerSecond:0.0}");
        Line($"simulated days     {totals.Simulated.TotalDays:0.0}");
        Line($"cycles             {totals.Cycles:N0}");
        Line($"user edits         {totals.Edits:N0}");
        Line($"API calls          {totals.Calls:N0}");
        Line($"writes per edit    {totals.WritesPerEdit:0.00}");
        Line($"crash points       {totals.PointsHit.Count} hit of {totals.PointsKnown.Count} known");
        foreach (var point in totals.PointsKnown.Except(totals.PointsHit).Order(StringComparer.Ordinal))
            Line($"  never hit        {point}");
        foreach (var point in totals.PointsNeverMet)
            Line($"  never met        {point}");
        foreach (var fault in Enum.GetValues<Fault>().Where(fault => fault != Fault.None))
            Line($"{Words(fault),-18} {totals.Count(fault):N0}");
        Line($"violating seeds    {totals.Violations.Count:N0}");
        foreach (var (seed, violations) in totals.Violations.Take(Shown))
            foreach (var violation in violations)
                Line($"  seed {seed}: {violation.Invariant}: {violation.Text}");
        if (totals.Violations.Count > Shown)
            Line($"  and {totals.Violations.Count - Shown} seeds more");
        return text.ToString();
    }

    private static string Words(Fault fault) =>
        string.Concat(fault.ToString().Select((letter, i) =>
            i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
