namespace Sluice.Benchmarks.Harness;

/// <summary>Time and allocated memory of something that was run.</summary>
/// <param name="Elapsed">Nanoseconds by the clock.</param>
/// <param name="Processor">Nanoseconds of the processor, over all threads: what others do costs little of it.</param>
/// <param name="Bytes">What all threads allocated.</param>
internal readonly record struct Watch(double Elapsed, double Processor, double Bytes)
{
    /// <summary>Runs something once. The memory is that of all threads, so nothing else may run meanwhile.</summary>
    public static async Task<Watch> RunAsync(Func<Task> work)
    {
        var memory = GC.GetTotalAllocatedBytes(precise: true);
        var (start, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        var (elapsed, processor) = (
            TimeProvider.System.GetElapsedTime(start), Environment.CpuUsage.TotalTime - used);
        return new(
            elapsed.TotalNanoseconds, processor.TotalNanoseconds, GC.GetTotalAllocatedBytes(precise: true) - memory);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
