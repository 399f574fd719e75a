namespace Sluice.Benchmarks.Harness;

/// <summary>Something to measure.</summary>
internal interface IBenchmark
{
    string Name { get; }

    Task<Measured> RunAsync(Effort effort, Action<string> progress, CancellationToken token);
}
