using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.Processes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>A plan while a service lives on the same store: it is made in a copy, and approved in the store.</summary>
public sealed class PlanBesideTests(ITestOutputHelper output)
{
    private const long Seed = 11;

    [Fact]
    public async Task What_was_planned_beside_a_living_run_is_approved_and_carried_out_by_it()
    {
        await using var scene = await Scene.OpenAsync(output, Seed);
        scene.SetReadOnly("Customcrm", "Keap");
        await using var service = await ServeAsync(scene);
        var before = await scene.Sandbox.LastSequenceAsync();

        var told = (await scene.SluiceAsync("plan")).Returned(2).Saying("this was planned in a copy of it");
        var plan = JsonNode.Parse((await scene.SluiceAsync("plan", "--json")).Returned(2).LastLine)!;
        var hash = plan["hash"]!.GetValue<string>();
        Assert.Contains($"sluice approve {hash}", told.Output, StringComparison.Ordinal);
        var links = Count(plan, "link");
        Assert.NotEqual(0, links);
        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), entry => entry.IsWrite);

        (await scene.SluiceAsync("approve", hash)).Returned(0).Saying("Approved:");
        var report = await scene.RunAsync();
        Assert.Equal(links, report.Pairings.Sum(pairing => pairing.Linked));

        // What is planned next is what the service left, and neither plan nor approval stopped it.
        Assert.Equal(0, Count(JsonNode.Parse((await scene.SluiceAsync("plan", "--json")).LastLine)!, "link"));
        await service.SignalAsync("TERM");
        scene.Checked(["run"], await service.EndAsync()).Returned(0);
    }

    private static int Count(JsonNode plan, string kind) =>
        plan["items"]!.AsArray().Count(item => item!["kind"]!.GetValue<string>() == kind);

    private static async Task<SluiceProcess> ServeAsync(Scene scene)
    {
        scene.Set("Pipeline__Interval", "23:00:00");
        var service = scene.Start("run");
        await service.LogAsync("await the approval of plan");
        return service;
    }
}
