using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary><c>sluice doctor</c>: what a person is told of the systems.</summary>
public sealed class DoctorTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Privileges_that_PowerOffice_calls_invalid_are_a_warning_unless_an_entity_cannot_be_read()
    {
        await using var scene = await Scene.OpenAsync(output);
        Assert.Empty((await SystemAsync(scene))["warnings"]!.AsArray());

        // No document here needs suppliers.
        await scene.Sandbox.SwitchOnAsync("right-missing", ("system", "powerofficego"), ("entity", "Suppliers"));
        (await scene.SluiceAsync("doctor")).Returned(0).Saying(
            "Powerofficego: signed in as Sandbox AS warning: Powerofficego calls these privileges of ours invalid: "
            + "Supplier, Supplier_Full. fix: Nothing, where no document needs what they are for.");
        var warning = (await SystemAsync(scene))["warnings"]!.AsArray().Single()!;
        Assert.EndsWith("Supplier, Supplier_Full.", warning["warning"]!.ToString(), StringComparison.Ordinal);

        await scene.Sandbox.SwitchOnAsync("right-missing", ("system", "powerofficego"), ("entity", "ContactPersons"));
        (await scene.SluiceAsync("doctor")).Returned(1).Saying(
            "Powerofficego does not let us read Contactperson, page 1 (403", "ContactPerson, ContactPerson_Full");
    }

    [Fact]
    public async Task Who_we_are_is_said_only_where_it_was_asked()
    {
        await using var scene = await Scene.OpenAsync(output);
        var address = scene.Sandbox.Addresses.CustomCrm.AbsoluteUri.TrimEnd('/');
        await scene.ChangeSettingsAsync(settings =>
        {
            foreach (var (name, account) in new (string, JsonObject?)[]
            {
                ("Ours", null),
                ("Theirs", new() { ["Route"] = "/me", ["Id"] = "Id", ["Name"] = "Name" }),
            })
                settings["Systems"]![name] = new JsonObject
                {
                    ["Connector"] = "Rest",
                    ["BaseAddress"] = address,
                    ["Authentication"] = new JsonObject
                    {
                        ["Kind"] = "Bearer",
                        ["Token"] = scene.Sandbox.Addresses.CustomCrmToken,
                    },
                    ["Account"] = account,
                    ["Entities"] = new JsonObject
                    {
                        ["Customers"] = new JsonObject
                        {
                            ["List"] = "/customers?limit=7",
                            ["Get"] = "/customers/{Id}",
                            ["Key"] = "Id",
                            ["Envelope"] = new JsonObject { ["Items"] = "items" },
                        },
                    },
                };
        });

        var said = (await scene.SluiceAsync("doctor")).Returned(0).Saying(
            $"Ours: at {address}; who we are there was not asked, as Systems:Ours:Account:Route is not given",
            "Theirs: signed in as ");
        var systems = (await scene.JsonAsync(0, "doctor"))["systems"]!.AsArray();

        Assert.DoesNotContain($"signed in as {address}", said.Said, StringComparison.Ordinal);
        Assert.Equal(["Ours"], systems.Where(system => !system!["accountAsked"]!.GetValue<bool>())
            .Select(system => system!["system"]!.ToString()));
    }

    [Fact]
    public async Task A_call_that_may_take_longer_than_a_lost_create_is_waited_for_is_a_warning()
    {
        await using var scene = await Scene.OpenAsync(output);
        await scene.ChangeSettingsAsync(settings => settings["Systems"]!["Keap"]!["Timeout"] = "00:05:00");

        (await scene.SluiceAsync("doctor")).Returned(0).Saying(
            "warning: Systems:Keap:Timeout is 00:05:00, longer than half of Pipeline:LateCommitBound (00:02:00).",
            "fix: Give a LateCommitBound of at least 00:10:00, or a shorter Timeout.");
        Assert.Equal(["Keap"], (await scene.JsonAsync(0, "doctor"))["systems"]!.AsArray()
            .Where(system => system!["warnings"]!.AsArray().Count > 0).Select(system => system!["system"]!.ToString()));
    }

    private static async Task<JsonNode> SystemAsync(Scene scene) =>
        (await scene.JsonAsync(0, "doctor"))["systems"]!.AsArray()
            .Single(system => system!["system"]!.GetValue<string>() == "Powerofficego")!;
}
