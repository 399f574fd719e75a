using System.CommandLine;
using Sluice.Host.Deciding;
using Sluice.Host.Explaining;

namespace Sluice.Host.Commands;

/// <summary><c>sluice why SYSTEM ENTITY KEY [FIELD]</c>: where a record's values came from.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var system = new Argument<string>("SYSTEM") { Description = "The record's system." };
        var entity = new Argument<string>("ENTITY") { Description = "The record's entity, as documents write it." };
        var key = new Argument<string>("KEY") { Description = "The record's key." };
        var field = new Argument<string?>("FIELD")
        {
            Description = "Only this field, as the document names it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "why",
            "Shows where a record's values came from: from which side, first seen when, by which rule and line of "
            + "which document, what they replaced, and by which write.")
        {
            system, entity, key, field, settings, store, json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var record = new RecordId(
                Names.Entity(parsed.GetValue(system)!, parsed.GetValue(entity)!), parsed.GetValue(key)!);
            await using var desk = await Desk.OpenAsync(parsed.GetValue(settings) ?? [], parsed.GetValue(store));
            var explanation = await Explanation.OfAsync(desk.Store, record, parsed.GetValue(field));
            if (parsed.GetValue(json))
                Console.WriteLine(WhyJson.Write(explanation));
            else
                WhyText.Print(Console.Out, explanation);

            return ExitCode.Done;
        });
        return command;
    }
}
