using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Sluice.Host.Configuration;
using Sluice.Host.Output;
using Sluice.Host.Running;
using Sluice.Stores.Sqlite;
using Spectre.Console;

namespace Sluice.Host.Commands;

/// <summary><c>sluice plan</c>: what a run would do. It is given no client that could write.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "plan", "Shows what a run would do, record by record, with the hash to approve; writes to no system.")
        {
            settings, store, json,
        };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(settings) ?? [], parsed.GetValue(store), parsed.GetValue(json), token));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string? store, bool json, CancellationToken token)
    {
        var (engine, isCopy) = await OpenAsync(HostSettings.Load(files, store));
        await using var opened = engine;
        var console = Screen.Create(quiet: json);
        var report = await CycleMeter.ShowAsync(
            console, "Planning", progress => engine.Cycles.PlanAsync(progress, token));
        var plan = report.Plan!;
        var isLeft = !isCopy || plan.NeedApproval.Count == 0 || await LeaveAsync(engine.Store, plan.Hash);
        var since = await DocumentNews.SinceAsync(engine.Store, engine.Cycles.Compiled);
        var changed = await DocumentNews.OfStoreAsync(engine.Store, engine.Cycles.Compiled);
        if (json)
            WriteJson();
        else
        {
            ChangesText.Print(Console.Out, since, changed);
            PlanText.PrintItems(Console.Out, plan, engine.Topology.Pairings);
            PlanText.PrintSummary(console, plan, engine.Topology.Pairings);
            ReportText.PrintProblems(console, report);
            ReportText.PrintRestore(console, report);
            if (isCopy)
                console.WriteLine("Another process owns the store: this was planned in a copy of it.");
            if (plan.NeedApproval.Count > 0 && isLeft)
                console.WriteLine($"Nothing was written. To carry out exactly this: sluice approve {plan.Hash}");
        }

        if (report.HasProblems)
            return ReportText.ExitCode(report);

        return plan.NeedApproval.Count > 0 ? ExitCode.Attention : ExitCode.Done;

        void WriteJson()
        {
            using var output = new BufferedStream(Console.OpenStandardOutput());
            PlanJson.Write(output, plan, report, since, changed);
        }
    }

    private static async Task<(Engine Engine, bool IsCopy)> OpenAsync(IConfiguration settings)
    {
        try
        {
            return (await Engine.OpenAsync(settings, writes: false, Logs.Quiet), false);
        }
        catch (StoreBusyException)
        {
            var copy = await SqliteStore.OpenAsync(StoreSettings.Path(settings), StoreAccess.Copy);
            try
            {
                return (await Engine.OpenAsync(settings, writes: false, Logs.Quiet, owned: copy), true);
            }
            catch
            {
                await copy.DisposeAsync();
                throw;
            }
        }
    }

    // Where the owner is an older program, its store has no place yet for what this one plans.
    private static async Task<bool> LeaveAsync(SqliteStore copy, string plan)
    {
        try
        {
            await copy.LeavePlanAsync(plan);
            return true;
        }
        catch (StoreException refused)
        {
            await Console.Error.WriteLineAsync($"This plan cannot be approved yet: {refused.Message}");
            return false;
        }
    }
}
