using System.CommandLine;
using Sluice.Host.Configuration;
using Sluice.Host.Running;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

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
        var path = StoreSettings.Path(HostSettings.Load(files, storePath));
        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Look);
        var plan = await store.FindPlanAsync(hash)
            ?? throw new HostException(
                $"The store {path} has no plan {hash}.", "Run `sluice plan` and approve the hash it prints.");

        await store.RequestApprovalAsync(hash, TimeProvider.System.GetUtcNow());
        Console.WriteLine(json
            ? $$"""{"approved":"{{plan.Hash}}","operations":{{plan.Operations}}}"""
            : $"Approved: {plan.Operations} operations of {plan.Pairings.Count} pairings. "
            + "The next run carries them out and nothing else.");
        return ExitCode.Done;
    }
}
