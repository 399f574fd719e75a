namespace Sluice.Benchmarks.Harness;

/// <summary>Time and allocated memory of something that was run.</summary>
internal readonly record struct Watch(double Nanoseconds, double Bytes)
{
    /// <summary>Runs something once. The memory is that of all threads, so nothing else may run meanwhile.</summary>
    public static async Task<Watch> RunAsync(Func<Task> work)
    {
        var (memory, start) = (GC.GetTotalAllocatedBytes(precise: true), TimeProvider.System.GetTimestamp());
        await work();
        var taken = TimeProvider.System.GetElapsedTime(start);
        return new(taken.TotalNanoseconds, GC.GetTotalAllocatedBytes(precise: true) - memory);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
