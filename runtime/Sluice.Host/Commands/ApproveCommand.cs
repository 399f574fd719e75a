using System.CommandLine;
using Sluice.Host.Deciding;
using Sluice.Host.Output;
using Sluice.Pipeline;

namespace Sluice.Host.Commands;

/// <summary><c>sluice approve HASH</c>: opens exactly one plan.</summary>
internal static class ApproveCommand
{
    public static Command Create()
    {
        var hash = new Argument<string>("HASH") { Description = "The hash that `sluice plan` printed." };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command("approve", "Lets the next run carry out exactly the plan with this hash.")
        {
            hash, settings, store, json,
        };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(hash)!, parsed.GetValue(settings) ?? [], parsed.GetValue(store), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(string hash, string[] files, string? storePath, bool json)
    {
        await using var desk = await Desk.OpenAsync(files, storePath);
        var plan = await desk.Store.FindPlanAsync(hash)
            ?? throw new HostException(
                $"The store has no plan {hash}.", "Run `sluice plan` and approve the hash it prints.");

        // A plan that was carried out, or that other documents made, would be refused by the next run.
        var decision = new PersonDecision(DecisionKind.Approve) { Plan = hash };
        var verdict = await desk.Decisions.JudgeAsync(decision);
        if (!verdict.IsApplied)
            throw new HostException(verdict.Text, verdict.Fix);

        await desk.Decisions.LeaveAsync(decision);
        if (json)
            Console.WriteLine(JsonLine.Of(line =>
            {
                line.WriteString("approved", plan.Hash);
                line.WriteNumber("operations", plan.Operations);
                if (verdict.IsWaiting)
                    line.WriteBoolean("waitsAlready", true);
            }));
        else
            Console.WriteLine(
                (verdict.IsWaiting ? "Approved before; nothing changed: " : "Approved: ")
                + $"{plan.Operations} operations of {plan.Pairings.Count} pairings. "
                + "The next run carries them out and nothing else.");
        return ExitCode.Done;
    }
}
