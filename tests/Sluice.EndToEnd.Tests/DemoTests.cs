using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.Processes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

public sealed class DemoTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_demo_converges_and_says_so_in_its_last_line()
    {
        await using var scene = await Scene.OpenAsync(output);

        var result = (await scene.BareAsync("demo", "--json", "--seed", Seed(scene))).Returned(0);

        var told = JsonNode.Parse(result.LastLine)!;
        Assert.Equal(
            ["pairings", "converged", "quietRunWrites", "quietRunCalls"], told.AsObject().Select(member => member.Key));
        Assert.True((bool)told["converged"]!);
        Assert.Equal(0, (int)told["quietRunWrites"]!);
        Assert.InRange((int)told["quietRunCalls"]!, 1, 60);
        Assert.Equal(10, told["pairings"]!.AsArray().Count);
        foreach (var pairing in told["pairings"]!.AsArray())
        {
            Assert.Equal(
                ["name", "links", "created", "updated", "waiting", "review", "notWanted"],
                pairing!.AsObject().Select(member => member.Key));
            Assert.NotEqual(0, (int)pairing["links"]!);
        }
    }

    [Fact]
    public async Task The_demo_shows_what_moves_with_the_line_of_the_document()
    {
        await using var scene = await Scene.OpenAsync(output);

        var result = (await scene.BareAsync("demo", "--seed", Seed(scene))).Returned(0);

        result.Saying(
            "links and creates; copies nothing", "links only; keeps 1 field", "keap-contacts/youtrack-users",
            "sluice approve",
            "Both sides agree", "and no write");
        // What none has gets no column, so that tables fit a terminal.
        result.Saying("Would create", "Links");
        Assert.DoesNotContain("Would delete", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Deleted", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, result.Output.Split('\n').Count(line =>
            line.TrimStart().StartsWith("youtrack-powerofficego.rst:36", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_sandbox_in_a_process_of_its_own_writes_the_settings_that_reach_it()
    {
        await using var scene = await Scene.OpenAsync(output);
        var settings = scene.Path("own.json");
        await using var sandbox = SluiceProcess.Start(
            ["sandbox", "--port-base", "0", "--seed", Seed(scene), "--write-settings", settings], scene.Path("."),
            new Dictionary<string, string>());
        await sandbox.OutputAsync("Ctrl-C stops");

        (await scene.BareAsync("doctor", "--settings", settings)).Returned(0)
            .Saying("signed in as", "190 records, 188 of them in scope", "***");
        (await scene.BareAsync("plan", "--settings", settings)).Returned(2)
            .Saying("likely duplicate", "To carry out exactly this: sluice approve");

        await sandbox.SignalAsync("TERM");
        (await sandbox.EndAsync()).Returned(0);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_with_what_to_do()
    {
        await using var scene = await Scene.OpenAsync(output);
        var port = scene.Sandbox.Addresses.Keap.Port.ToString(CultureInfo.InvariantCulture);

        (await scene.BareAsync("sandbox", "--port-base", port)).Returned(1)
            .Saying("could not open its ports", "Give another --port-base");
    }

    private static string Seed(Scene scene) => scene.Sandbox.Seed.ToString(CultureInfo.InvariantCulture);
}
