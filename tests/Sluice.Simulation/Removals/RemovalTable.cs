using System.Globalization;
using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>
/// Switches protections off in turn, and shows which seed notices: one that is silent while all of them are on.
/// </summary>
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
        [Protection.ReadBack, Protection.VersionOrder],
        [Protection.RereadBeforeWrite],
        [Protection.NeverBackToOrigin],
        [Protection.OnePerLineage],
        [Protection.VersionOrder],
        [Protection.JoinBeforeCreate],
        [Protection.Fence],
        [Protection.CursorOverlap],
        [Protection.AtomicCheckpoint, Protection.CursorOverlap],
        [Protection.SettleBound],
        [Protection.SendInTime],
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
            var (seed, noticed) = Search(row, from, seeds, threads);
            if (noticed is null)
                silent++;
            output.WriteLine(Line(row, seed, seed - from + 1, noticed));
            output.Flush();
        }

        return silent == 0 ? 0 : 1;
    }

    private static (ulong Seed, Violation? Noticed) Search(
        IReadOnlyList<Protection> row, ulong from, int seeds, int threads)
    {
        var end = from + (ulong)seeds;
        while (from < end)
        {
            var totals = Batch.Run(from, (int)(end - from), row, threads, new(null), stopAtFirst: true);
            if (totals.Violations.Count == 0)
                break;

            var (seed, violations) = totals.Violations.First();
            if (Lesser(row).All(less => SeedRun.Run(seed, less, keepDiary: false).Violations.Count == 0))
                return (seed, violations[0]);

            from = seed + 1;
        }

        return (end - 1, null);
    }

    // Of two that mask each other, neither alone may be what is noticed.
    private static IEnumerable<IReadOnlyList<Protection>> Lesser(IReadOnlyList<Protection> row) =>
        row.Count == 1 ? [[]] : [[], .. row.Select(one => new[] { one })];

    private static string Line(IReadOnlyList<Protection> row, ulong seed, ulong searched, Violation? noticed)
    {
        var name = string.Join(" + ", row);
        if (noticed is null)
            return string.Create(CultureInfo.InvariantCulture, $"| {name} | none | {searched} | | nothing |");

        var text = noticed.Text.ReplaceLineEndings(" ");
        text = text.Length > 120 ? text[..120] + "…" : text;
        return string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {seed} | {searched} | {noticed.Invariant} | {text} |");
    }
}
