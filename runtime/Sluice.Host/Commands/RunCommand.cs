using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Sluice.Host.Configuration;
using Sluice.Host.Output;
using Sluice.Host.Running;
using Sluice.Pipeline;
using Spectre.Console;

namespace Sluice.Host.Commands;

/// <summary><c>sluice run</c>: keeps the pairings in step until stopped.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "Run one cycle and end." };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "run", "Keeps the approved pairings in step until stopped; Ctrl-C finishes what is in flight.")
        {
            once, settings, store, json,
        };
        command.SetAction((parsed, token) =>
        {
            var loaded = HostSettings.Load(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            return parsed.GetValue(once)
                ? OnceAsync(loaded, parsed.GetValue(json), token)
                : Service.RunAsync(loaded, token);
        });
        return command;
    }

    private static async Task<int> OnceAsync(IConfiguration settings, bool json, CancellationToken token)
    {
        await using var engine = await Engine.OpenAsync(settings, writes: true, Logs.Quiet);
        var console = Screen.Create(quiet: json);
        var report = await CycleMeter.ShowAsync(
            console, "Running one cycle", progress => engine.Cycles.RunAsync(progress, token));
        if (json)
            Console.WriteLine(ReportJson.Write(report));
        else
        {
            PairingTable.Print(console, report.Pairings, engine.Topology.Pairings);
            MoveList.Print(console, report, engine.Topology.Pairings);
            foreach (var pairing in report.Pairings)
                if (pairing.Breaker is { } breaker)
                    BreakerText.Print(console, pairing.Name, breaker);
            ReportText.PrintRestore(console, report);
            if (report.Plan is { } plan)
                console.WriteLine(
                    $"{plan.NeedApproval.Count} pairings await the approval of their plan: "
                    + $"sluice plan, then sluice approve {plan.Hash}");
        }

        return ReportText.ExitCode(report);
    }
}
