using System.Text.Json.Nodes;
using Sluice.Sandboxes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class ControlTests
{
    [Fact]
    public async Task The_log_has_every_request_in_order_over_all_systems_and_none_of_its_own()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.HubAsync(Get, "/users?fields=id%2Clogin&%24top=1");
        var made = await sandbox.CrmAsync(Post, "/customers", """{"Name":"Sun"}""");
        await sandbox.ControlAsync(Get, "_dump");
        var log = await sandbox.LogAsync();

        var expected = JsonNode.Parse("""
            {
              "sequence": 1, "time": "2026-03-04T05:06:07.0000000+00:00", "system": "youtrack", "method": "GET",
              "path": "/hub/api/rest/users?fields=id%2Clogin&%24top=1", "status": 200, "committed": false, "id": null,
              "fault": null
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, log[0]), log[0].ToJsonString());
        Assert.Equal(made["Id"], log[1]["id"]!.GetValue<string>());
        Assert.Equal(2, log.Count);
        await sandbox.ControlAsync(Delete, "_log").Expect(NoContent);
        Assert.Empty(await sandbox.LogAsync());
    }

    [Fact]
    public async Task Every_port_has_the_same_log()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.KeapAsync(Get, "/contacts");

        var at = sandbox.Addresses;
        foreach (var address in new[] { at.Hub, at.Keap, at.PowerOfficeGo, at.CustomCrm })
        {
            var log = await sandbox.SendAsync(Get, new Uri(address, "/_log").AbsoluteUri, null);
            Assert.Single(log.Json.AsArray());
        }
    }

    [Theory]
    [InlineData("keap", "contacts", "id", "given_name", "last_updated")]
    [InlineData("powerofficego", "contactpersons", "Id", "FirstName", "LastChangedDateTimeOffset")]
    [InlineData("powerofficego", "customers", "Id", "Name", "LastChangedDateTimeOffset")]
    [InlineData("customcrm", "customers", "Id", "Name", "Modified")]
    public async Task An_edit_sets_what_a_user_would_and_moves_the_stamp(
        string system, string entity, string id, string property, string stamp)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var key = (await sandbox.DumpAsync())[system]![entity]![3]![id]!.ToString();

        await sandbox.ControlAsync(Post, "_edit", Edit(system, entity, key, new() { [property] = "Edited" }))
            .Expect(OK);

        var after = (await sandbox.DumpAsync())[system]![entity]![3]!;
        Assert.Equal("Edited", after[property]!.GetValue<string>());
        Assert.StartsWith("2026-03-04T05:06:07", after[stamp]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_reaches_into_objects_and_refuses_what_is_not_there()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var own = (await sandbox.HubAsync(Get, "/users/me?fields=id"))["id"];

        var address = new JsonObject { ["email"] = new JsonObject { ["email"] = "new@x.example" } };
        await sandbox.ControlAsync(Post, "_edit", Edit(own, new() { ["profile"] = address })).Expect(OK);
        await sandbox.ControlAsync(Post, "_edit", Edit(own, new() { ["nick"] = "x" })).Expect(BadRequest);
        await sandbox.ControlAsync(Post, "_edit", Edit(own, new() { ["id"] = "x" })).Expect(BadRequest);
        await sandbox.ControlAsync(Post, "_edit", Edit(own, new() { ["login"] = 7 })).Expect(BadRequest);
        await sandbox.ControlAsync(Post, "_edit", Edit(own, new() { ["banned"] = true })).Expect(OK);
        await sandbox.ControlAsync(Post, "_edit", Edit("nobody", [])).Expect(NotFound);

        var after = await sandbox.HubAsync(Get, "/users/me?fields=profile(email(email,verified))");
        Assert.Equal("new@x.example", after.Json["profile"]!["email"]!["email"]!.GetValue<string>());
        Assert.True(after.Json["profile"]!["email"]!["verified"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_settings_point_a_host_at_the_ports()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var systems = JsonNode.Parse(sandbox.Addresses.ToSettingsJson())!["Systems"]!;

        Assert.EndsWith("/hub", systems["YouTrack"]!["HubAddress"]!.GetValue<string>());
        Assert.True(systems["YouTrack"]!["AllowCredentialWrites"]!.GetValue<bool>());
        Assert.Equal(sandbox.Addresses.Keap.AbsoluteUri, systems["Keap"]!["BaseAddress"]!.GetValue<string>());
        Assert.EndsWith("/OAuth/Token", systems["Powerofficego"]!["TokenAddress"]!.GetValue<string>());
        Assert.EndsWith("/api", systems["Customcrm"]!["BaseAddress"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(80, null)]
    [InlineData(65533, null)]
    [InlineData(0, 0)]
    public async Task Options_outside_their_range_are_refused(int portBase, int? pageSize) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => RunningSandbox.StartAsync(new() { PortBase = portBase, MaximumPageSize = pageSize }));

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var taken = sandbox.Addresses.Keap.Port;

        var thrown = await Assert.ThrowsAsync<IOException>(() => RunningSandbox.StartAsync(new() { PortBase = taken }));

        Assert.Contains($"{taken}", thrown.Message, StringComparison.Ordinal);
    }

    private static string Edit(string id, JsonObject set) => Edit("youtrack", "users", id, set);

    private static string Edit(string system, string entity, string id, JsonObject set) =>
        new JsonObject { ["system"] = system, ["entity"] = entity, ["id"] = id, ["set"] = set }.ToJsonString();
}
