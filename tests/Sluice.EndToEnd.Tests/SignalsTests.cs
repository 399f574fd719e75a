using System.Diagnostics;
using Sluice.EndToEnd.Tests.Processes;

namespace Sluice.EndToEnd.Tests;

/// <summary>Tests that are started in the background of a script ignore SIGINT; what they start hears it.</summary>
public sealed class SignalsTests
{
    // What a script does for its background, and then a process that interrupts itself and tells whether it noticed.
    private static readonly string[] Script = ["sh", "-c", "trap '' INT; exec \"$@\"", "sh"];
    private static readonly string[] Interrupted = ["sh", "-c", "kill -INT $$; echo deaf"];

    [Fact]
    public async Task A_process_hears_what_its_starter_was_told_to_ignore()
    {
        Assert.Equal("deaf", await SaidAsync([.. Script, .. Interrupted]));
        Assert.Equal(
            Signals.HeardBy.Count == 0 ? "deaf" : "", await SaidAsync([.. Script, .. Signals.HeardBy, .. Interrupted]));
    }

    private static async Task<string> SaidAsync(string[] command)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.Trim();
    }
}
