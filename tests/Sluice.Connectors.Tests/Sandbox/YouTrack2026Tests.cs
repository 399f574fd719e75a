using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

/// <summary>Users and groups as YouTrack itself serves them from 2026.1 on.</summary>
public sealed class YouTrack2026Tests
{
    private const string Ida = """{"login":"ida","fullName":"Ida Berg","email":"ida@sun.example"}""";

    [Fact]
    public async Task A_user_that_YouTrack_makes_changes_and_deletes_is_Hubs_user()
    {
        await using var sandbox = await StartAsync();
        const string Fields = "fields=login,name,profile(email(email,verified))";

        var made = await sandbox.YouTrackAsync(Post, "/users?fields=id,ringId,fullName", Ida).Expect(OK);
        var hubs = await sandbox.HubAsync(Get, $"/users/{made["ringId"]}?{Fields}").Expect(OK);
        var changed = await sandbox.YouTrackAsync(
            Post, $"/users/{made["id"]}?fields=login,fullName,email", """{"fullName":"Ida Holm","email":null}""")
            .Expect(OK);
        var heir = await sandbox.YouTrackAsync(Get, "/users/me?fields=id");
        await sandbox.YouTrackAsync(Delete, $"/users/{made["id"]}?successor={heir["id"]}").Expect(OK);

        Assert.Equal("Ida Berg", made["fullName"]);
        Assert.Equal(
            """{"type":"user","login":"ida","name":"Ida Berg","profile":{"type":"userProfile","email":"""
            + """{"type":"EmailJSON","email":"ida@sun.example","verified":true}}}""", hubs.Text);
        Assert.Equal("""{"$type":"User","login":"ida","fullName":"Ida Holm","email":null}""", changed.Text);
        await sandbox.HubAsync(Get, $"/users/{made["ringId"]}").Expect(NotFound);
        var writes = (await sandbox.LogAsync()).Count(entry => entry["committed"]!.GetValue<bool>());
        Assert.Equal(3, writes);
    }

    [Fact]
    public async Task A_group_that_YouTrack_makes_changes_and_deletes_is_Hubs_group()
    {
        await using var sandbox = await StartAsync();

        var made = await sandbox.YouTrackAsync(Post, "/groups?fields=id,ringId", """{"name":"Night"}""").Expect(OK);
        await sandbox.YouTrackAsync(Post, $"/groups/{made["id"]}", """{"name":"Day"}""").Expect(OK);
        var hubs = await sandbox.HubAsync(Get, $"/usergroups/{made["ringId"]}?fields=name").Expect(OK);
        var heir = (await GroupsAsync(sandbox))[5]["id"];
        await sandbox.YouTrackAsync(Delete, $"/groups/{made["id"]}?successor={heir}").Expect(OK);

        Assert.Equal("Day", hubs["name"]);
        await sandbox.HubAsync(Get, $"/usergroups/{made["ringId"]}").Expect(NotFound);
    }

    [Fact]
    public async Task Who_is_in_a_group_is_listed_below_it()
    {
        await using var sandbox = await StartAsync();
        var group = (await GroupsAsync(sandbox))[5];
        var members = (await sandbox.HubAsync(Get, $"/usergroups/{group["ringId"]}/users?fields=id")).Json["users"]!
            .AsArray().Select(user => user!["id"]!.ToString()).Order().ToList();

        foreach (var list in new[] { "ownUsers", "users" })
        {
            var listed = await sandbox.YouTrackAsync(Get, $"/groups/{group["id"]}/{list}?fields=ringId").Expect(OK);
            Assert.Equal(members, listed.Json.AsArray().Select(user => user!["ringId"]!.ToString()).Order());
        }

        Assert.InRange(members.Count, 1, 25);
        Assert.Equal("[]", (await sandbox.YouTrackAsync(Get, $"/groups/{group["id"]}/subGroups").Expect(OK)).Text);
    }

    [Theory]
    [InlineData("POST", "/users", """{"login":"ida","fullName":"Ida"}""", 400, "email is required.")]
    [InlineData("POST", "/users", """{"login":"ida","email":"ida@sun.example"}""", 400, "fullName is required.")]
    [InlineData("POST", "/users", """{"fullName":"Ida","email":"ida@sun.example"}""", 400, "login is required.")]
    [InlineData("POST", "/users", """{"login":"SLUICE","fullName":"I","email":"i@sun.example"}""", 400, "is taken")]
    [InlineData("POST", "/users", """{"login":"i","name":"I","email":"i@sun.example"}""", 400, "name is not a known")]
    [InlineData("POST", "/users/1-2", """{"banned":true}""", 400, "banned is read-only")]
    [InlineData("POST", "/users/1-2", """{"ringId":"x"}""", 400, "ringId is read-only")]
    [InlineData("POST", "/users/1-2", """{"fullName":" "}""", 400, "fullName must not be empty")]
    [InlineData("POST", "/users/1-2", """{"login":"guest"}""", 400, "is taken")]
    [InlineData("POST", "/users/sluice", """{"fullName":"S"}""", 404, "sluice")]
    [InlineData("POST", "/users/1-1", """{"fullName":"G"}""", 403, "built in")]
    [InlineData("DELETE", "/users/1-1?successor=1-2", null, 403, "built in")]
    [InlineData("DELETE", "/users/1-3", null, 400, "successor=ID")]
    [InlineData("DELETE", "/users/1-3?successor=1-3", null, 400, "is no other user")]
    [InlineData("DELETE", "/users/1-3?successor=1-9999", null, 400, "is no other user")]
    [InlineData("DELETE", "/users/1-9999?successor=1-2", null, 404, "1-9999")]
    [InlineData("POST", "/groups", """{}""", 400, "name is required.")]
    [InlineData("POST", "/groups", """{"name":"All Users"}""", 400, "is taken")]
    [InlineData("POST", "/groups", """{"name":"N","description":"D"}""", 400, "description is not a known")]
    [InlineData("POST", "/groups/3-5", """{"usersCount":3}""", 400, "usersCount is read-only")]
    [InlineData("POST", "/groups/3-1", """{"name":"N"}""", 403, "built in")]
    [InlineData("DELETE", "/groups/3-5", null, 400, "successor=ID")]
    [InlineData("DELETE", "/groups/3-5?successor=3-5", null, 400, "is no other group")]
    [InlineData("DELETE", "/groups/3-1?successor=3-5", null, 403, "built in")]
    [InlineData("POST", "/groups/3-5/ownUsers", """{"id":"1-2"}""", 405, "GET is")]
    [InlineData("DELETE", "/groups/3-5/users/1-2", null, 404, "no resource")]
    [InlineData("POST", "/groups/3-5/subGroups", """{"id":"3-6"}""", 405, "GET is")]
    public async Task What_is_wrong_or_not_documented_is_refused_and_changes_nothing(
        string method, string path, string? body, int status, string words)
    {
        await using var sandbox = await StartAsync();
        var before = (await sandbox.DumpAsync()).ToJsonString();

        var refused = await sandbox.YouTrackAsync(new(method), path, body);

        Assert.Equal((status, before), ((int)refused.Status, (await sandbox.DumpAsync()).ToJsonString()));
        Assert.Contains(words, refused["error_description"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/users?fields=id,organizations(id)", "organizations")]
    [InlineData("/users?fields=id,teams", "teams")]
    [InlineData("/usergroups?fields=id,project(id)", "project")]
    [InlineData("/usergroups?fields=id,users(id,organizations)", "users.organizations")]
    public async Task Hub_goes_on_with_users_and_groups_and_tells_nothing_of_what_it_no_longer_has(
        string path, string field)
    {
        await using var sandbox = await StartAsync();
        await using var old = await RunningSandbox.StartAsync();

        var refused = await sandbox.HubAsync(Get, path).Expect(BadRequest);

        Assert.Contains($"'{field}'", refused["error_description"], StringComparison.Ordinal);
        await old.HubAsync(Get, path).Expect(OK);
        await sandbox.HubAsync(Post, "/users?fields=id", """{"login":"ole"}""").Expect(OK);
        await sandbox.HubAsync(Post, "/usergroups?fields=id", """{"name":"Ole's"}""").Expect(OK);
    }

    private static async Task<List<JsonNode>> GroupsAsync(RunningSandbox sandbox) =>
        [.. (await sandbox.YouTrackAsync(Get, "/groups?fields=id,ringId")).Json.AsArray().Select(group => group!)];

    private static Task<RunningSandbox> StartAsync() =>
        RunningSandbox.StartAsync(new() { MaximumPageSize = 25, YouTrack2026 = true });
}
