using System.Diagnostics;

namespace Sluice.EndToEnd.Tests.Processes;

/// <summary>Runs programs that are not ours.</summary>
internal static class ProgramRun
{
    /// <summary>Runs one to its end, and gives what it returned and said.</summary>
    public static async Task<Result> ToEndAsync(string program, IEnumerable<string> arguments, string folder)
    {
        var token = TestContext.Current.CancellationToken;
        using var process = Start(program, arguments, folder);
        var errors = process.StandardError.ReadToEndAsync(token);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        return new(process.ExitCode, output, await errors);
    }

    public static Process Start(string program, IEnumerable<string> arguments, string folder) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
}
