using System.Diagnostics;

namespace Sluice.Benchmarks.Memory;

/// <summary>What a process holds, looked at again and again while something runs.</summary>
internal sealed class MemoryCurve : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private readonly List<(double Managed, double Resident)> _samples = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    private MemoryCurve() => _watching = Task.Run(WatchAsync);

    public double PeakManaged => _samples.Max(sample => sample.Managed);

    public double PeakResident => _samples.Max(sample => sample.Resident);

    /// <summary>Runs something and keeps what it held meanwhile, in megabytes.</summary>
    public static async Task<MemoryCurve> OfAsync(Func<Task> work)
    {
        GC.Collect();
        await using var curve = new MemoryCurve();
        await work();
        return curve;
    }

    /// <summary>The highest values of each of so many equal parts of the time.</summary>
    public IEnumerable<(double Managed, double Resident)> Points(int count) =>
        Enumerable.Range(0, count).Select(point => _samples[(_samples.Count * point / count)..]
            .Take(Math.Max(1, _samples.Count / count)).ToList())
            .Select(part => (part.Max(sample => sample.Managed), part.Max(sample => sample.Resident)));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        using var process = Process.GetCurrentProcess();
        using var timer = new PeriodicTimer(Step, TimeProvider.System);
        try
        {
            do
            {
                process.Refresh();
                _samples.Add((GC.GetTotalMemory(false) / 1e6, process.WorkingSet64 / 1e6));
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }
}
