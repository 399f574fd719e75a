using System.Diagnostics;

namespace Sluice.Simulation;

/// <summary>Says now and then how far a batch is.</summary>
internal sealed class Progress(TextWriter? output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private TimeSpan _next = Pause;

    /// <summary>On a terminal, beside the result.</summary>
    public static Progress OfConsole() => new(Console.IsErrorRedirected ? null : Console.Error);

    public void Report(int done, int all, int violating)
    {
        lock (_gate)
        {
            if (output is null || _watch.Elapsed < _next)
                return;

            _next = _watch.Elapsed + Pause;
            output.WriteLine(FormattableString.Invariant(
                $"{done} of {all} seeds, {done / _watch.Elapsed.TotalSeconds:0} a second, {violating} violating"));
        }
    }
}
