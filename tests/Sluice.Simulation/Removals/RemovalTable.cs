using System.Globalization;
using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>Switches protections off in turn, and shows which seed notices.</summary>
internal static class RemovalTable
{
    /// <summary>Each protection, alone where nothing else masks it, else with the one that does.</summary>
    public static IReadOnlyList<IReadOnlyList<Protection>> Rows { get; } =
    [
        [Protection.CreateJournal],
        [Protection.UpdateJournal],
        [Protection.ThreeWayBase],
        [Protection.CompleteBeforeMatch],
        [Protection.VerifyDeletes],
        [Protection.AmbiguousToReview],
        [Protection.ChangedFieldsOnly],
        [Protection.CanonicalCompare],
        [Protection.ReadBack],
        [Protection.RereadBeforeWrite],
        [Protection.NeverBackToOrigin],
        [Protection.OnePerLineage],
        [Protection.VersionOrder],
        [Protection.JoinBeforeCreate],
        [Protection.Fence],
        [Protection.CursorOverlap],
        [Protection.AtomicCheckpoint],
        [Protection.SettleBound],
        [Protection.MassChangeBreaker],
    ];

    /// <returns>0 where every row is noticed.</returns>
    public static int Print(ulong from, int seeds, int threads, TextWriter output)
    {
        var silent = 0;
        output.WriteLine("| switched off | first seed | of | invariant | what breaks |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var row in Rows)
        {
            var totals = Batch.Run(from, seeds, row, threads, new(null), stopAtFirst: true);
            if (totals.Violations.Count == 0)
                silent++;
            output.WriteLine(Line(row, totals));
            output.Flush();
        }

        return silent == 0 ? 0 : 1;
    }

    private static string Line(IReadOnlyList<Protection> row, Totals totals)
    {
        var name = string.Join(" + ", row);
        if (totals.Violations.Count == 0)
            return string.Create(CultureInfo.InvariantCulture, $"| {name} | none | {totals.Seeds} | | nothing |");

        var (seed, violations) = totals.Violations.First();
        var first = violations[0];
        var text = first.Text.ReplaceLineEndings(" ");
        text = text.Length > 120 ? text[..120] + "…" : text;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {seed} | {totals.Seeds} | {first.Invariant} | {text} |");
    }
}
