using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Sluice.Simulation.Tests;

/// <summary>What was found once can be found again: in another process the hashes of texts are others.</summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task Seeds_give_the_same_runs_in_each_process()
    {
        var first = await ToldAsync();

        Assert.StartsWith("{\"seeds\":60,", first, StringComparison.Ordinal);
        Assert.Equal(first, await ToldAsync());
        Assert.Equal(first, await ToldAsync());
    }

    // All but how fast it was.
    private static async Task<string> ToldAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, $"{typeof(SeedRun).Assembly.GetName().Name}.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--seeds", "60", "--from", "1", "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(token);
        var output = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);

        Assert.True(process.ExitCode == 0, output + await errors);
        var told = JsonNode.Parse(output.TrimEnd().Split('\n')[^1])!.AsObject();
        told.Remove("seedsPerSecond");
        return told.ToJsonString();
    }
}
