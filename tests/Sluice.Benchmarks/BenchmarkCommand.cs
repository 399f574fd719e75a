using System.CommandLine;
using Sluice.Benchmarks.Calls;
using Sluice.Benchmarks.Channels;
using Sluice.Benchmarks.Documents;
using Sluice.Benchmarks.Generation;
using Sluice.Benchmarks.Harness;
using Sluice.Benchmarks.Links;
using Sluice.Benchmarks.Matching;
using Sluice.Benchmarks.Memory;
using Sluice.Benchmarks.Stores;
using Sluice.Benchmarks.Traffic;

namespace Sluice.Benchmarks;

/// <summary>The command line.</summary>
internal static class BenchmarkCommand
{
    private static readonly IReadOnlyList<IBenchmark> All =
    [
        new CallsBenchmark(), new LinkBenchmark(), new MatchBenchmark(), new ChannelBenchmark(), new StoreBenchmark(),
        new MemoryBenchmark(), new DocumentBenchmark(), new GeneratorBenchmark(), new TrafficBenchmark(),
    ];

    public static RootCommand Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = $"What to measure: {string.Join(", ", All.Select(benchmark => benchmark.Name))}; or all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.AcceptOnlyFromAmong([.. All.Select(benchmark => benchmark.Name)]);
        var full = new Option<bool>("--full") { Description = "The sizes of the design instead of small ones." };
        var seed = new Option<long>("--seed")
        {
            Description = "What all data is made from.",
            DefaultValueFactory = _ => 1,
        };
        var records = new Option<int?>("--records")
        {
            Description = "Records a side for link, match and memory, whatever --full says.",
            HelpName = "N",
        };
        var json = new Option<bool>("--json") { Description = "One line of JSON a benchmark instead of a table." };
        var command = new RootCommand("Measures the engine. Nothing is asserted: figures stand beside their aims.")
        {
            names, full, seed, records, json,
        };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(names) ?? [],
            new(parsed.GetValue(full), parsed.GetValue(seed), parsed.GetValue(records)), parsed.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(string[] names, Effort effort, bool json, CancellationToken token)
    {
        foreach (var benchmark in All.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name)))
        {
            Console.Error.WriteLine($"{benchmark.Name} …");
            var measured = await benchmark.RunAsync(effort, Console.Error.WriteLine, token);
            await Console.Out.WriteAsync(json ? MeasuredJson.Of(measured) : MeasuredTable.Of(measured));
            await Console.Out.FlushAsync(token);
        }

        return 0;
    }
}
