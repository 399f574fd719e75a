using System.CommandLine;
using Sluice.Host.Deciding;
using Sluice.Host.Output;
using Sluice.Pipeline;

namespace Sluice.Host.Commands;

/// <summary><c>sluice withdraw</c>: takes back what no cycle has taken up yet.</summary>
internal static class WithdrawCommand
{
    public static Command Create()
    {
        var number = new Argument<WaitingNumber>("NUMBER")
        {
            Description = "The number that `sluice status` has: 12 of a decision, r3 of a run that was asked for.",
        };
        number.CustomParser = given =>
        {
            var text = given.Tokens is [var token] ? token.Value : "";
            if (WaitingNumber.Read(text) is { } read)
                return read;

            given.AddError(
                $"NUMBER is a decision's number or that of a run, as `sluice status` has it, not '{text}'.");
            return default;
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "withdraw",
            "Takes back a decision that waits, whatever it is, or a run that was asked for. What a cycle has taken up "
            + "is decided anew instead.")
        {
            number, settings, store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var (files, path) = (parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            await using var desk = await Desk.OpenAsync(files, path);
            var named = parsed.GetValue(number);
            return named.IsRun
                ? await TakeBackAsync(desk, named, parsed.GetValue(json))
                : await desk.LeaveAsync(
                    new(DecisionKind.Withdraw) { Number = named.Number }, parsed.GetValue(json));
        });
        return command;
    }

    // A run is no decision: nothing has to take up that it is not wanted any more. Whoever waits for it is told.
    private static async Task<int> TakeBackAsync(Desk desk, WaitingNumber run, bool json)
    {
        var waiting = await desk.Store.WaitingRequestsAsync(TimeProvider.System.GetUtcNow());
        if (waiting.All(request => request.Id != run.Number)
            || await desk.Store.RemoveAsync(run.Number) is not (RequestState.Waiting or RequestState.Lapsed))
            throw new HostException(
                $"No run {run} waits.",
                "`sluice status` lists those that wait by their numbers; what was taken up is carried out to its end.");

        var outcome = $"Run {run} is taken back. Nothing of it was done.";
        Console.WriteLine(json
            ? JsonLine.Of(line =>
            {
                line.WriteString("decision", "withdraw");
                line.WriteString("subject", $"withdraw {run}");
                line.WriteString("outcome", outcome);
            })
            : outcome);
        return ExitCode.Done;
    }
}
