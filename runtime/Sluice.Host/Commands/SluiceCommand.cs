using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Sluice.Host.Output;
using Sluice.Pipeline;
using Sluice.Stores.Sqlite;

namespace Sluice.Host.Commands;

/// <summary>The command line: one verb per file.</summary>
internal static class SluiceCommand
{
    // SQLITE_BUSY.
    private const int BusyCode = 5;

    public static async Task<int> RunAsync(string[] args)
    {
        // The parser knows its own words in other languages; everything else that is said is in this one.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var root = new RootCommand("Keeps systems in step by dataflow documents.")
        {
            DemoCommand.Create(),
            CheckCommand.Create(),
            EvalCommand.Create(),
            ConnectCommand.Create(),
            DoctorCommand.Create(),
            PlanCommand.Create(),
            ApproveCommand.Create(),
            RunCommand.Create(),
            StatusCommand.Create(),
            PauseCommand.Create(),
            PauseCommand.CreateResume(),
            ReviewCommand.Create(),
            LinkCommand.Create(),
            UnlinkCommand.Create(),
            WithdrawCommand.Create(),
            WhyCommand.Create(),
            ForgetCommand.Create(),
            RestoredCommand.Create(),
            DiffCommand.Create(),
            GraphCommand.Create(),
            SandboxCommand.Create(),
        };

        OwnArguments.Apply(root);
        var parsed = root.Parse(args);
        var isSlip = parsed.Action is ParseErrorAction;

        // Where the verb itself is misspelt, nobody has read its options.
        var isJson = isSlip ? args.Contains("--json", StringComparer.Ordinal)
            : parsed.GetResult("--json") is OptionResult { Implicit: false };
        try
        {
            // Whoever reads lines of JSON has no use for pages of help.
            if (isJson && isSlip)
                throw new HostException(
                    string.Join(' ', parsed.Errors.Select(error => error.Message)),
                    $"`{Path(parsed.CommandResult)} --help` shows what there is.");

            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Running.Service.StopWithin,
            });
        }
        catch (Exception exception) when (Explain(exception) is { } told)
        {
            await Console.Error.WriteLineAsync(isJson ? ErrorText.Json(told) : ErrorText.Of(told));
            return told.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("stopped: what was in flight is finished and stored");
            return ExitCode.Done;
        }
    }

    private static string Path(CommandResult result) => result.Parent is CommandResult above
        ? $"{Path(above)} {result.Command.Name}"
        : result.Command.Name;

    /// <summary>
    /// The failures that a person can do something about; anything else is a bug and shows its stack trace.
    /// </summary>
    private static HostException? Explain(Exception exception) => exception switch
    {
        HostException told => told,
        RemoteException { Failure: RemoteFailure.SignInRefused } remote =>
            new(remote.Message, remote.Fix, ExitCode.SignInNeeded),
        RemoteException remote => new(remote.Message, remote.Fix),
        AccountMismatchException mismatch =>
            new(mismatch.Message, "Nothing was read or written. See Store:Path and Systems in the settings."),
        FencedException fenced => new(fenced.Message, "Stop the other `sluice run`, or use another Store:Path."),
        StoreBusyException busy => new(busy.Message, "Wait for the other process to end, or use another Store:Path."),
        StoreException store => new(
            store.Message, "See Store:Path in the settings; a copy of the file from a backup can be put in its place."),
        SqliteException { SqliteErrorCode: BusyCode } => new(
            "The store could not be used: another process is writing to it and did not finish in time.",
            "Wait for it to end, or close what holds the file open; then try again."),
        SqliteException sqlite => new(
            $"The store could not be used: {sqlite.Message}", "Check the disk's free space and the file's rights."),
        _ => null,
    };
}
