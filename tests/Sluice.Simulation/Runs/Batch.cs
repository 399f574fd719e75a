using System.Diagnostics;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Simulation;

/// <summary>Runs many seeds, each on a thread of its own.</summary>
internal static class Batch
{
    public static Totals Run(
        ulong from, int seeds, IReadOnlyList<Protection> without, int threads, Progress progress,
        bool stopAtFirst = false)
    {
        var totals = new Totals { From = from, Without = without };
        var watch = Stopwatch.StartNew();
        var next = -1;
        var gate = new Lock();
        var workers = Enumerable.Range(0, Math.Max(1, threads)).Select(_ => new Thread(Work)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        totals.Elapsed = watch.Elapsed;
        return totals;

        void Work()
        {
            using var file = new MemoryFile();
            while (Interlocked.Increment(ref next) is var index && index < seeds)
            {
                if (stopAtFirst && totals.Violations.Count > 0)
                    return;

                var result = SeedRun.Run(from + (ulong)index, without, keepDiary: false, file);
                lock (gate)
                {
                    totals.Add(result);
                    progress.Report(totals.Seeds, seeds, totals.Violations.Count);
                }
            }
        }
    }
}
