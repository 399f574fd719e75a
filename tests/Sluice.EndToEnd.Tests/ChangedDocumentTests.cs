using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>
/// What <c>status</c>, <c>run</c> and <c>plan</c> say of pairings that changed since they were approved.
/// </summary>
public sealed class ChangedDocumentTests(ITestOutputHelper log)
{
    private const string Document = "youtrack-powerofficego.rst";
    private const string Reworded = "powerofficego-contactperson/youtrack-users";
    private const string Changed = "powerofficego-customers-person/youtrack-users";
    private const string Recompiled = "keap-companies/youtrack-groups";
    private const string Awaits =
        "changed since its last approved run; nothing is written for it before a plan is approved: `sluice plan` shows";

    private static readonly string[] Lines =
    [
        $"{Reworded}: {Document} changed since its last approved run; it does what it did, and needs no approval.",
        $"{Changed}: {Document} {Awaits}",
        $"{Recompiled}: contracts or this program {Awaits}",
    ];

    [Fact]
    public async Task Status_and_run_name_each_pairing_that_changed_and_a_plan_tells_what_was_compiled_anew()
    {
        await using var scene = await Scene.OpenAsync(log);
        scene.SetReadOnly("YouTrack", "Keap", "Powerofficego", "Customcrm");
        await scene.ApproveAsync();
        var links = (await scene.RunAsync())[Recompiled].Links;
        Assert.Empty((await scene.StatusAsync())["changed"]!.AsArray());

        await scene.ApprovedWithAsync("YouTrack to Powerofficego", Changed, Recompiled);
        (await scene.SluiceAsync("status")).Returned(2).Saying(Lines);
        var changed = (await scene.StatusAsync())["changed"]!;
        Assert.Equal(
            $$"""
            [{"pairing":"{{Recompiled}}","documents":[],"standing":"awaitsApproval"},
            {"pairing":"{{Reworded}}","documents":["{{Document}}"],"standing":"sameMeaning"},
            {"pairing":"{{Changed}}","documents":["{{Document}}"],"standing":"awaitsApproval"}]
            """.ReplaceLineEndings(""),
            changed.ToJsonString());

        var plan = await scene.JsonAsync(2, "plan");
        var anew = plan["recompiled"]!.AsArray().Single(one => (string?)one!["pairing"] == Recompiled)!;
        Assert.Equal(
            $$"""{"pairing":"{{Recompiled}}","links":{{links}},"needsApproval":true}""", anew.ToJsonString());
        (await scene.SluiceAsync("plan")).Saying(
            $"{Recompiled}: its documents say the same, but are compiled to something else: contracts or this program "
            + "changed", $"Nothing is written for {Recompiled}, {Changed} before a plan is approved.");

        (await scene.SluiceAsync("run", "--once")).Returned(2).Saying(Lines);
        (await scene.SluiceAsync("approve", (string)plan["hash"]!)).Returned(0);
        var opened = (await scene.SluiceAsync("plan")).Returned(0)
            .Saying($"It was approved for {Recompiled}, {Changed}: the next run carries it out.");
        Assert.DoesNotContain("before a plan is approved", opened.Output, StringComparison.Ordinal);
        Assert.False((bool)(await scene.JsonAsync(0, "plan"))["recompiled"]![0]!["needsApproval"]!);
        var ran = JsonNode.Parse((await scene.SluiceAsync("run", "--once", "--json")).LastLine)!["changed"]!.AsArray();
        Assert.Equal(
            [(Recompiled, "approved"), (Changed, "approved")],
            ran.Select(one => ((string)one!["pairing"]!, (string)one["standing"]!)));
        Assert.Empty((await scene.StatusAsync())["changed"]!.AsArray());
        Assert.Empty((await scene.JsonAsync(0, "plan"))["recompiled"]!.AsArray());
    }
}
