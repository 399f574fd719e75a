using System.CommandLine;
using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>The command line.</summary>
internal static class SimulationCommand
{
    public static RootCommand Create()
    {
        var seeds = new Option<int>("--seeds")
        {
            Description = "How many seeds to run.",
            DefaultValueFactory = _ => 200,
        };
        seeds.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1)
                given.AddError("--seeds has to be 1 or more.");
        });
        var from = new Option<ulong>("--from") { Description = "The first seed.", DefaultValueFactory = _ => 1 };
        var without = new Option<Protection[]>("--without")
        {
            Description =
                $"A protection to switch off; may be repeated: {string.Join(", ", Enum.GetNames<Protection>())}.",
        };
        var json = new Option<bool>("--json") { Description = "End with one line of JSON." };
        var trace = new Option<ulong?>("--trace") { Description = "Runs one seed and prints what happens in it." };
        var removals = new Option<bool>("--removals")
        {
            Description = "Switches each protection off in turn and shows which seed notices.",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "How many seeds run side by side.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var command = new RootCommand("Runs the engine against three systems in which everything goes wrong.")
        {
            seeds, from, without, json, trace, removals, threads,
        };
        command.SetAction(parsed =>
        {
            var off = parsed.GetValue(without) ?? [];
            if (parsed.GetValue(trace) is { } seed)
                return Trace(seed, off);
            if (parsed.GetValue(removals))
                return RemovalTable.Print(
                    parsed.GetValue(from), parsed.GetValue(seeds), parsed.GetValue(threads), Console.Out);

            var totals = Batch.Run(
                parsed.GetValue(from), parsed.GetValue(seeds), off, parsed.GetValue(threads), Progress.OfConsole());
            Console.Out.Write(TotalsText.Of(totals));
            if (parsed.GetValue(json))
                Console.Out.WriteLine(TotalsJson.Of(totals));
            return totals.Violations.Count > 0 ? 1 : 0;
        });
        return command;
    }

    private static int Trace(ulong seed, Protection[] off)
    {
        var result = SeedRun.Run(seed, off, keepDiary: true);
        foreach (var line in result.Trace)
            Console.Out.WriteLine(line);
        foreach (var violation in result.Violations)
            Console.Out.WriteLine($"seed {seed}: {violation.Invariant}: {violation.Text}");
        return result.Violations.Count > 0 ? 1 : 0;
    }
}
