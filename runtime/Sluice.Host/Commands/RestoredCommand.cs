using System.CommandLine;
using Sluice.Host.Configuration;
using Sluice.Host.Running;
using Sluice.Stores.Sqlite;

namespace Sluice.Host.Commands;

/// <summary><c>sluice restored</c>: says that the store is from a backup, where it cannot find that out.</summary>
internal static class RestoredCommand
{
    public static Command Create()
    {
        var (settings, store, json) = (SharedOptions.Settings(), SharedOptions.Store(), SharedOptions.Json());
        var command = new Command(
            "restored",
            "Says that the store was put back from a backup: the pairings observe again, and look for what they have "
            + "created since before they create it. Only needed where the store was put into another folder, or "
            + "together with its .lock file; else it is noticed.")
        {
            settings, store, json,
        };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(settings) ?? [], parsed.GetValue(store), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(string[] files, string? storePath, bool json)
    {
        var path = StoreSettings.Path(HostSettings.Load(files, storePath));
        if (!File.Exists(path))
            throw new HostException(
                $"There is no store at {path}.", "Put the backup there first, or name its place with --store.");

        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Own);
        await store.RestoredAsync();
        Console.WriteLine(json
            ? """{"restored":true}"""
            : "Noted. Nothing is written before a plan was approved: run `sluice plan`.");
        return ExitCode.Attention;
    }
}
