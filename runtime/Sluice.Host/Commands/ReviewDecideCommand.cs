using System.CommandLine;
using Sluice.Host.Deciding;

namespace Sluice.Host.Commands;

/// <summary><c>sluice review decide</c>: answers one question.</summary>
internal static class ReviewDecideCommand
{
    public static Command Create()
    {
        var pairing = new Argument<string>("PAIRING") { Description = "The pairing's name." };
        var record = new Argument<string>("SIDE/KEY")
        {
            Description = "The record: left/KEY, right/KEY or SYSTEM/KEY, as `sluice review` lists it.",
        };
        var answer = new Argument<string?>("ANSWER")
        {
            Description = "again, leave, take:SYSTEM, link:KEY, unlink:KEY or none.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var take = new Option<string?>("--take")
        {
            Description = "The system whose value goes; the same as the answer take:SYSTEM.",
            HelpName = "SYSTEM",
        };
        var field = new Option<string?>("--field")
        {
            Description = "Only this field, where several differ.",
            HelpName = "FIELD",
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "decide",
            "Answers a question: 'again' makes another counterpart, as the document says, 'leave' leaves it alone for "
            + "good, or says that what was lost was seen; 'take' lets one system's value go across; 'link' and "
            + "'unlink' choose among candidates, 'none' tells all of them apart.")
        {
            pairing, record, answer, take, field, settings, store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var descriptor = Names.Pairing(parsed.GetValue(pairing)!);
            var (side, key) = Names.Record(descriptor, parsed.GetValue(record)!);
            var given = (parsed.GetValue(answer), parsed.GetValue(take)) switch
            {
                ({ } word, null) => word,
                (null, { } system) => $"take:{system}",
                _ => throw new HostException("One answer is needed.", "Give an ANSWER, or --take SYSTEM."),
            };
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            return await new Answering(desk, descriptor).RunAsync(
                side, key, given, parsed.GetValue(field), parsed.GetValue(json));
        });
        return command;
    }
}
