using System.Globalization;
using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Sluice.Host.Configuration;
using Sluice.Host.Deciding;
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
        var only = new Option<string?>("--only")
        {
            Description = "Run one cycle, for this pairing only.", HelpName = "PAIRING",
        };
        var key = new Option<string?>("--key")
        {
            Description = "Run one cycle, and look at no record but the one with this key.", HelpName = "KEY",
        };
        var limit = new Option<int?>("--limit")
        {
            Description = "Run one cycle, and write at most so many records.", HelpName = "N",
        };
        limit.CustomParser = given =>
        {
            var text = given.Tokens is [var token] ? token.Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;

            given.AddError($"--limit takes a number from 0, not '{text}'.");
            return null;
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "run",
            "Keeps the approved pairings in step until stopped; Ctrl-C finishes what is in flight. With --once, "
            + "--only, --key or --limit it runs one cycle; where a `run` lives on the same store, that one carries it "
            + "out, and what came of it is printed here. With --json each cycle ends with a line of what came of it; "
            + "the log is in the error output.")
        {
            once, only, key, limit, settings, store, json,
        };
        command.SetAction((parsed, token) =>
        {
            var loaded = HostSettings.Load(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            var scope = new CycleScope
            {
                Pairing = parsed.GetValue(only) is { } name ? Names.Pairing(name).Name : null,
                Key = parsed.GetValue(key),
                Limit = parsed.GetValue(limit),
            };
            return parsed.GetValue(once) || !scope.IsWhole
                ? OnceAsync(loaded, scope, parsed.GetValue(json), token)
                : Service.RunAsync(loaded, parsed.GetValue(json) ? PrintJson : static _ => { }, token);
        });
        return command;
    }

    private static void PrintJson(RanCycle cycle) =>
        Console.WriteLine(ReportJson.Write(cycle.Report, writer => NewsText.Write(writer, cycle.Changed)));

    private static async Task<int> OnceAsync(
        IConfiguration settings, CycleScope scope, bool json, CancellationToken token)
    {
        var console = Screen.Create(quiet: json);
        var ran = await OneCycle.RunAsync(settings, scope, console, token);
        var (report, changed, knowsKey) = ran;
        if (json)
            PrintJson(ran);
        else
        {
            PairingTable.Print(console, report.Pairings, Flows.Catalogue.Pairings);
            MoveList.Print(console, report, Flows.Catalogue.Pairings);
            foreach (var pairing in report.Pairings)
                if (pairing.Breaker is { } breaker)
                    BreakerText.Print(console, pairing.Name, breaker);
            ReportText.PrintRestore(console, report);
            NewsText.Print(Console.Out, changed);
            if (report.Plan is { } plan)
                console.WriteLine(
                    $"{plan.NeedApproval.Count} pairings await the approval of their plan: "
                    + $"sluice plan, then sluice approve {plan.Hash}");
        }

        if (!knowsKey)
            throw new HostException(
                $"No record that this run looked at has the key '{scope.Key}'; nothing was written.",
                "Correct the key, which is compared letter by letter; `sluice plan` and `sluice status` show keys.");

        return ReportText.ExitCode(report);
    }
}
