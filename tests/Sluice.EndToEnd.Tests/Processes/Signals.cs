using System.ComponentModel;
using System.Diagnostics;

namespace Sluice.EndToEnd.Tests.Processes;

/// <summary>What a process hears that is started here.</summary>
internal static class Signals
{
    private const string Tool = "env";
    private static readonly string[] Options = ["--default-signal=INT,QUIT,TERM"];

    private static readonly Lazy<string[]> Prefix = new(() => Resets() ? [Tool, .. Options] : []);

    /// <summary>
    /// What stands before a command so that it hears what its starter was told to ignore; nothing where the machine has
    /// no tool for it. The tool becomes the command: the process and its number stay the same.
    /// </summary>
    public static IReadOnlyList<string> HeardBy => Prefix.Value;

    // Coreutils' has the option from 8.31 on; that of other systems refuses it.
    private static bool Resets()
    {
        try
        {
            using var tried = Process.Start(new ProcessStartInfo(Tool, [.. Options, "true"])
            {
                RedirectStandardError = true, RedirectStandardOutput = true,
            })!;
            tried.WaitForExit();
            return tried.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
