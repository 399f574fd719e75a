using System.CommandLine;
using Sluice.Host.Deciding;
using Sluice.Pipeline;

namespace Sluice.Host.Commands;

/// <summary><c>sluice pause</c> and <c>sluice resume</c>.</summary>
internal static class PauseCommand
{
    public static Command Create() => Create(
        DecisionKind.Pause, "pause", "Lets a pairing, or all of them, take no turn from the next cycle on.");

    public static Command CreateResume() => Create(
        DecisionKind.Resume, "resume", "Lets a pairing, or all of them, take their turns again.");

    private static Command Create(DecisionKind kind, string name, string description)
    {
        var pairing = new Argument<string?>("PAIRING")
        {
            Description = "The pairing's name; all pairings where none is named.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(name, description) { pairing, settings, store, json };
        command.SetAction(async (parsed, _) =>
        {
            var named = parsed.GetValue(pairing) is { } given ? Names.Pairing(given).Name : null;
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            return await desk.LeaveAsync(new(kind) { Pairing = named }, parsed.GetValue(json));
        });
        return command;
    }
}
