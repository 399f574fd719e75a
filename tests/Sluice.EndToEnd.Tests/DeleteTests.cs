using System.Text.Json.Nodes;
using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests;

/// <summary>Deletes that are propagated, and the breaker in front of many of them.</summary>
public sealed class DeleteTests(ITestOutputHelper output)
{
    private const string KeapContacts = "keap-contacts/youtrack-users";

    [Fact]
    public async Task F15_Many_deletes_open_the_breaker_and_the_approval_lets_exactly_these_go()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Customcrm");
        await scene.ChangeSettingsAsync(settings => settings["Pipeline"] = new JsonObject
        {
            ["Deletes"] = new JsonObject { [KeapContacts] = new JsonObject { ["YouTrack"] = "propagate" } },
            ["Breaker"] = new JsonObject
            {
                ["Pairings"] = new JsonObject { [KeapContacts] = new JsonObject { ["Count"] = 3, ["Share"] = 0.01 } },
            },
        });
        await scene.ApproveAsync();
        await scene.SettleAsync();
        var users = await MadeForAsync(scene);
        var before = await scene.Sandbox.LastSequenceAsync();
        foreach (var user in users.Take(5))
            await scene.Sandbox.Vendors.DeleteUserAsync(user, users[^1]);

        var tripped = (await scene.SluiceAsync("run", "--once", "--json")).Returned(3);
        var breaker = Report(tripped.LastLine)["breaker"]!;
        Assert.Contains("5 gone from YouTrack Users", breaker["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        var plan = breaker["plan"]!.GetValue<string>();
        (await scene.SluiceAsync("status")).Returned(3)
            .Saying("breaker open since", $"sluice approve {plan} carries out exactly these");
        Assert.DoesNotContain(await scene.Sandbox.LogAfterAsync(before), IsKeapDelete);

        (await scene.SluiceAsync("approve", plan)).Returned(0).Saying("5 operations of 1 pairings");
        await scene.Sandbox.Vendors.DeleteUserAsync(users[5], users[^1]);
        (await scene.SluiceAsync("run", "--once")).Returned(3);
        Assert.Equal(5, (await scene.Sandbox.LogAfterAsync(before)).Count(IsKeapDelete));

        (await scene.SluiceAsync("why", "YouTrack", "Users", users[0])).Returned(0)
            .Saying($"was deleted: it stood for YouTrack Users {users[0]}", "is gone; youtrack-keap.rst:", ", write ");
        Assert.True((bool)(await scene.JsonAsync(0, "why", "YouTrack", "Users", users[0]))["history"]![0]!["deleted"]!);

        // The sixth was in no plan that anybody saw.
        plan = Report((await scene.SluiceAsync("run", "--once", "--json")).Returned(3).LastLine)
            ["breaker"]!["plan"]!.GetValue<string>();
        (await scene.SluiceAsync("approve", plan)).Returned(0).Saying("1 operations of 1 pairings");
        await scene.RunAsync();
        Assert.Equal(6, (await scene.Sandbox.LogAfterAsync(before)).Count(IsKeapDelete));
        Assert.Equal(0, (await scene.SettleAsync()).Changes);
    }

    [Fact]
    public async Task F17_Where_an_interface_has_no_delete_a_person_decides()
    {
        await using var scene = await Scene.OpenAsync(output);
        scene.SetReadOnly("Customcrm", "Powerofficego");
        scene.Set("Pipeline__Deletes__keap-companies/youtrack-organizations", "Propagate");
        await scene.ApproveAsync();
        await scene.SettleAsync();
        var organizations = (await scene.Sandbox.DumpAsync()).Organizations.Keys.ToList();
        await scene.Sandbox.Vendors.DeleteOrganizationAsync(organizations[0], organizations[1]);

        await scene.RunAsync();

        (await scene.SluiceAsync("status")).Returned(2).Saying("Keap's REST v1 has no way to delete a company");
        Assert.DoesNotContain(await scene.Sandbox.LogAsync(), entry => entry is { System: "keap", Method: "DELETE" });
    }

    private static bool IsKeapDelete(LogEntry entry) => entry is { System: "keap", Method: "DELETE", Committed: true };

    private static JsonNode Report(string line) =>
        JsonNode.Parse(line)!["pairings"]!.AsArray().Single(row => row!["name"]!.GetValue<string>() == KeapContacts)!;

    /// <summary>Users whose Keap contact this tool made, without the one of its own sign-in.</summary>
    private static async Task<List<string>> MadeForAsync(Scene scene)
    {
        var made = (await scene.Sandbox.LogAsync())
            .Where(entry => entry is { System: "keap", Method: "POST", Committed: true }
                && entry.Path.EndsWith("/contacts", StringComparison.Ordinal))
            .Select(entry => entry.Id!).ToHashSet();
        var dump = await scene.Sandbox.DumpAsync();
        var addresses = dump.KeapContacts.Where(contact => made.Contains(contact.Key)).Select(contact => contact.Value)
            .GroupBy(address => address).Where(group => group.Count() == 1).Select(group => group.Key).ToHashSet();
        return
        [
            .. dump.Users.Where(user => user.InScope && user.Name != "Sluice Service" && addresses.Contains(user.Email))
                .Select(user => user.Id),
        ];
    }
}
