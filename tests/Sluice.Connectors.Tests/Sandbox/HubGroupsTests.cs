using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class HubGroupsTests
{
    [Fact]
    public async Task A_user_group_of_Hub_and_a_group_of_YouTrack_are_one_record()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var made = await sandbox.HubAsync(Post, "/usergroups?fields=id,name", """{"name":"Night Shift"}""").Expect(OK);
        var view = (await All(sandbox)).Single(group => group["ringId"]!.GetValue<string>() == made["id"]);
        await sandbox.HubAsync(Post, $"/usergroups/{made["id"]}", """{"name":"Day Shift"}""");
        var renamed = await sandbox.YouTrackAsync(Get, $"/groups/{view["id"]}?fields=name");
        var other = (await sandbox.HubAsync(Get, "/usergroups?fields=id&$skip=9&$top=1")).Json["usergroups"]![0]!["id"];
        await sandbox.HubAsync(Delete, $"/usergroups/{made["id"]}?successor={other}").Expect(OK);

        Assert.Equal("Night Shift", view["name"]!.GetValue<string>());
        Assert.NotEqual(made["id"], view["id"]!.GetValue<string>());
        Assert.Equal("Day Shift", renamed["name"]);
        await sandbox.YouTrackAsync(Get, $"/groups/{view["id"]}").Expect(NotFound);
    }

    [Fact]
    public async Task Everybody_is_in_All_Users_and_everybody_but_the_guest_in_Registered_Users()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var groups = (await sandbox.HubAsync(Get, "/usergroups?fields=id,name,userCount,immutable&$top=2")).Json[
            "usergroups"]!.AsArray();
        var users = (await sandbox.HubAsync(Get, "/users?$top=1")).Json["total"]!.GetValue<int>();

        Assert.Equal(["All Users", "Registered Users"], groups.Select(group => group!["name"]!.GetValue<string>()));
        Assert.Equal([users, users - 1], groups.Select(group => group!["userCount"]!.GetValue<int>()));
        var refused = await sandbox.HubAsync(Post, $"/usergroups/{groups[0]!["id"]}", """{"name":"All"}""");
        Assert.Equal("403", refused.Expect(Forbidden)["error_code"]);
    }

    [Fact]
    public async Task Members_come_and_go_one_at_a_time()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var group = (await sandbox.HubAsync(Post, "/usergroups?fields=id", """{"name":"Empty"}"""))["id"];
        var own = (await sandbox.HubAsync(Get, "/users/me?fields=id"))["id"];

        await sandbox.HubAsync(Post, $"/usergroups/{group}/users", $$"""{"id":"{{own}}"}""").Expect(OK);
        var members = await sandbox.HubAsync(Get, $"/usergroups/{group}/users?fields=login");
        await sandbox.HubAsync(Delete, $"/usergroups/{group}/users/{own}").Expect(OK);
        await sandbox.HubAsync(Delete, $"/usergroups/{group}/users/{own}").Expect(NotFound);
        await sandbox.HubAsync(Post, $"/usergroups/{group}/users", """{"id":"nobody"}""").Expect(BadRequest);

        Assert.Equal("sluice", members.Json["users"]!.AsArray().Single()!["login"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_organization_needs_a_name_and_a_key_of_its_own()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var made = await sandbox.HubAsync(Post, "/organizations?fields=id,key,name", """{"name":"Sun","key":"SUN"}""")
            .Expect(OK);
        await sandbox.HubAsync(Post, "/organizations", """{"name":"Moon","key":"SUN"}""").Expect(BadRequest);
        await sandbox.HubAsync(Post, "/organizations", """{"key":"MOON"}""").Expect(BadRequest);
        await sandbox.HubAsync(Post, "/organizations", """{"name":"Moon"}""").Expect(BadRequest);
        var changed = await sandbox.HubAsync(
            Post, $"/organizations/{made["id"]}?fields=key,name,description", """{"description":"A star"}""");

        Assert.Equal("""{"type":"organization","key":"SUN","name":"Sun","description":"A star"}""", changed.Text);
    }

    [Fact]
    public async Task YouTrack_shows_id_and_type_unless_asked_and_drops_unknown_names()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var bare = await sandbox.YouTrackAsync(Get, "/users?$top=1").Expect(OK);
        var asked = await sandbox.YouTrackAsync(Get, "/users/sluice?fields=login,email,nick,profiles(x)");

        Assert.Matches("""^\[\{"\$type":"User","id":"1-\d+"\}\]$""", bare.Text);
        Assert.Equal(
            """{"$type":"User","login":"sluice","email":"sluice@grimsund.example","profiles":null}""", asked.Text);
    }

    [Fact]
    public async Task YouTrack_of_this_age_makes_no_users_and_refuses_tokens_in_its_own_words()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var made = await sandbox.YouTrackAsync(Post, "/users", """{"login":"x"}""").Expect(BadRequest);
        var refused = await sandbox
            .SendAsync(Get, $"{sandbox.Addresses.YouTrack}api/groups", "perm:wrong")
            .Expect(Unauthorized);

        Assert.Equal("invalid_properties", made["error"]);
        Assert.Equal("Unauthorized", refused["error"]);
        await sandbox.YouTrackAsync(Post, "/groups", """{"name":"x"}""").Expect(MethodNotAllowed);
    }

    private static async Task<List<JsonNode>> All(RunningSandbox sandbox)
    {
        var all = new List<JsonNode>();
        JsonArray page;
        do
        {
            page = (
                await sandbox.YouTrackAsync(
                    Get, $"/groups?fields=id,name,ringId&$top=500&$skip={all.Count}")).Json.AsArray();
            all.AddRange(page.Select(group => group!));
        }
        while (page.Count > 0);

        return all;
    }

}
