using System.CommandLine;
using System.Globalization;
using Sluice.Host.Deciding;
using Sluice.Pipeline;

namespace Sluice.Host.Commands;

/// <summary><c>sluice withdraw</c>: takes a decision back that no cycle has taken up yet.</summary>
internal static class WithdrawCommand
{
    public static Command Create()
    {
        var number = new Argument<long>("NUMBER") { Description = "The decision's number, as `sluice status` has it." };
        number.CustomParser = given =>
        {
            var text = given.Tokens is [var token] ? token.Value : "";
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
                return parsed;

            given.AddError($"NUMBER is a decision's number, as `sluice status` has it, not '{text}'.");
            return 0;
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "withdraw",
            "Takes back a decision that waits, whatever it is. What a cycle has taken up is decided anew instead.")
        {
            number, settings, store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            return await desk.LeaveAsync(
                new(DecisionKind.Withdraw) { Number = parsed.GetValue(number) }, parsed.GetValue(json));
        });
        return command;
    }
}
