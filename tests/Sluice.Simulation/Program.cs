using System.Diagnostics;
using Sluice.Pipeline;
using Sluice.Simulation;

var from = ulong.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
var count = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
var watch = Stopwatch.StartNew();
var bad = 0;
for (var i = 0; i < count; i++)
{
    var result = SeedRun.Run(from + (ulong)i, Protections.All, count == 1);
    foreach (var line in result.Trace)
        Console.WriteLine(line);
    foreach (var violation in result.Violations)
        Console.WriteLine($"{result.Seed} {violation}");
    bad += result.Violations.Count > 0 ? 1 : 0;
    if (count == 1)
        Console.WriteLine($"edits {result.Edits} calls {result.Calls} writes {result.Writes} cycles {result.Cycles}");
}

Console.WriteLine($"{count} seeds, {bad} bad, {count / watch.Elapsed.TotalSeconds:0.0}/s");
