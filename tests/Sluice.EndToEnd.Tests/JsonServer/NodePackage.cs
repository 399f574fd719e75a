using System.Diagnostics;
using Sluice.EndToEnd.Tests.Processes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.JsonServer;

/// <summary>json-server as npm installs it, in the version that the lock file pins, in a folder of its own.</summary>
public sealed class NodePackage : IDisposable
{
    /// <summary>What a test says that is skipped for want of Node.</summary>
    public const string WhyNot =
        "Node and npm are not installed here: json-server, which this test runs against, cannot be started.";

    // What npm calls it where nobody answers for its registry.
    private static readonly string[] Unreachable =
        ["ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "ENETUNREACH", "ERR_SOCKET_TIMEOUT"];

    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-node-");
    private Task<string>? _program;

    /// <summary>Whether Node and npm can be started.</summary>
    public static bool IsNodeThere { get; } = Starts("node") && Starts("npm");

    /// <summary>The program to give to <c>node</c>; installed when it is asked for first.</summary>
    public Task<string> ProgramAsync() => _program ??= InstallAsync();

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> InstallAsync()
    {
        foreach (var file in Files)
            File.Copy(
                Path.Combine(Checkout.Root, "tests/Sluice.EndToEnd.Tests/JsonServer", file),
                Path.Combine(_folder.FullName, file));

        var result = await ProgramRun.ToEndAsync("npm", ["ci"], _folder.FullName);
        Assert.SkipWhen(
            result.ExitCode != 0 && Unreachable.Any(code => result.Errors.Contains(code, StringComparison.Ordinal)),
            $"npm cannot reach its registry, so that json-server cannot be installed.\n{result.Errors}");
        Assert.True(
            result.ExitCode == 0, $"`npm ci` could not install json-server.\n{result.Output}\n{result.Errors}");
        return Path.Combine(_folder.FullName, "node_modules/json-server/lib/cli/bin.js");
    }

    private static bool Starts(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
