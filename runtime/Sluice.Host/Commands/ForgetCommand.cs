using System.CommandLine;
using Sluice.Host.Deciding;
using Sluice.Host.Output;
using Sluice.Pipeline;

namespace Sluice.Host.Commands;

/// <summary><c>sluice forget SYSTEM ENTITY KEY</c>: erases a person.</summary>
internal static class ForgetCommand
{
    public static Command Create()
    {
        var system = new Argument<string>("SYSTEM") { Description = "The record's system." };
        var entity = new Argument<string>("ENTITY") { Description = "The record's entity, as documents write it." };
        var key = new Argument<string>("KEY") { Description = "The record's key." };
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "forget",
            "Erases a record and all that stands for the same thing from store, journal, history and reports, and "
            + "leaves it alone from then on. The systems are not touched: what to delete there is listed.")
        {
            system, entity, key, settings, store, json,
        };
        command.SetAction((parsed, _) => RunAsync(
            new(Names.Entity(parsed.GetValue(system)!, parsed.GetValue(entity)!), parsed.GetValue(key)!),
            parsed.GetValue(settings) ?? [], parsed.GetValue(store), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(RecordId record, string[] files, string? storePath, bool json)
    {
        await using var desk = await Desk.OpenAsync(files, storePath);
        var decision = new PersonDecision(DecisionKind.Forget)
        {
            System = record.Entity.System, Entity = record.Entity.Entity, Key = record.Key,
        };
        var verdict = await desk.Decisions.JudgeAsync(decision);
        if (!verdict.IsApplied && !verdict.IsLater)
            throw new HostException(verdict.Text, verdict.Fix);

        var things = await desk.Store.SameThingAsync(record);
        await desk.Decisions.LeaveAsync(decision);
        if (json)
            Console.WriteLine(JsonLine.Of(line =>
            {
                LeftText.Write(line, decision, verdict);
                line.WriteObjects("delete", things, thing =>
                {
                    line.WriteString("system", thing.Entity.System);
                    line.WriteString("entity", thing.Entity.Entity);
                    line.WriteString("key", thing.Key);
                });
            }));
        else
        {
            Console.WriteLine(LeftText.Of(verdict));
            Console.WriteLine("What is in the systems stays there. To erase it there too, delete:");
            foreach (var thing in things)
                Console.WriteLine($"  {thing}");
            Console.WriteLine("Backups of the store and logs of earlier runs hold what they held.");
        }

        return ExitCode.Done;
    }
}
