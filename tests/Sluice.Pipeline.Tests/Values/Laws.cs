using System.Diagnostics;

namespace Sluice.Pipeline.Tests;

/// <summary>Holds a law against many random cases; a failure names the seed and the case that broke it.</summary>
internal static class Laws
{
    /// <param name="output">Where the seed is printed.</param>
    /// <param name="cases">How many cases.</param>
    /// <param name="law">Draws a case and says what is wrong with it; null where the law holds.</param>
    public static void Hold(ITestOutputHelper output, int cases, Func<Sample, string?> law)
    {
        var seed = Random.Shared.Next();
        var sample = new Sample(seed);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < cases; i++)
            if (law(sample) is { } broken)
                Assert.Fail($"seed {seed}, case {i}: {broken}");

        output.WriteLine($"seed {seed}: {cases:N0} cases in {watch.Elapsed.TotalSeconds:0.0} s");
    }
}
