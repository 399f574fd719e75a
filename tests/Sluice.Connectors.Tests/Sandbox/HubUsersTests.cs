using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class HubUsersTests
{
    [Fact]
    public async Task Without_fields_neither_id_nor_name_nor_profile_is_shown()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var user = (await sandbox.HubAsync(Get, "/users?$top=1")).Json["users"]![0]!.AsObject();

        Assert.Equal("user", user["type"]!.GetValue<string>());
        Assert.Contains("login", user);
        Assert.DoesNotContain("id", user);
        Assert.DoesNotContain("name", user);
        Assert.DoesNotContain("profile", user);
    }

    [Fact]
    public async Task Nested_fields_select_from_nested_objects_and_nothing_else()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var own = await sandbox.HubAsync(Get, "/users/me?fields=id,profile(email(email)),groups(name)").Expect(OK);

        Assert.Equal("sluice@grimsund.example", own.Json["profile"]!["email"]!["email"]!.GetValue<string>());
        Assert.DoesNotContain("verified", own.Json["profile"]!["email"]!.AsObject());
        Assert.DoesNotContain("login", own.Json.AsObject());
        Assert.Contains(
            own.Json["groups"]!.AsArray(), group => group!["name"]!.GetValue<string>() == "Registered Users");
    }

    [Theory]
    [InlineData("/users?fields=id,nick")]
    [InlineData("/users?fields=id,profile(mail)")]
    [InlineData("/users?fields=id,profile(email")]
    [InlineData("/users?fields=id,,login")]
    [InlineData("/users?orderBy=name")]
    [InlineData("/users?$top=0")]
    [InlineData("/users?$skip=-1")]
    [InlineData("/users?query=something")]
    public async Task What_is_not_understood_is_refused_in_Hubs_words(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.HubAsync(Get, path).Expect(BadRequest);

        Assert.Equal("400", refused["error_code"]);
        Assert.NotEmpty(refused["error"]);
        Assert.NotEmpty(refused["error_description"]);
    }

    [Fact]
    public async Task A_token_that_is_wrong_or_not_meant_for_Hub_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var users = $"{sandbox.Addresses.Hub}/api/rest/users";

        var none = await sandbox.SendAsync(Get, users, null).Expect(Unauthorized);
        await sandbox.SendAsync(Get, users, "perm:wrong").Expect(Unauthorized);
        await sandbox.SendAsync(Get, users, sandbox.Addresses.YouTrackOnlyToken).Expect(Unauthorized);
        await sandbox.SendAsync(Get, $"{sandbox.Addresses.YouTrack}api/users", sandbox.Addresses.YouTrackOnlyToken)
            .Expect(OK);

        Assert.Equal("401", none["error_code"]);
    }

    [Fact]
    public async Task Post_creates_a_user_and_posts_to_it_update_only_what_they_name()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        const string Fields = "?fields=id,login,name,banned,profile(email(email,verified))";

        var made = await sandbox.HubAsync(
            Post,
            $"/users{Fields}",
            """{"login":"new.one","name":"New One","password":"x","profile":{"email":{"email":"new@one.example"}}}""")
            .Expect(OK);
        var changed = await sandbox.HubAsync(
            Post, $"/users/{made["id"]}{Fields}", """{"profile":{"email":{"email":"other@one.example"}}}""").Expect(OK);

        Assert.Equal("New One", changed["name"]);
        Assert.Equal("""{"type":"EmailJSON","email":"other@one.example","verified":true}""",
            changed.Json["profile"]!["email"]!.ToJsonString());
        Assert.DoesNotContain("password", (await sandbox.DumpAsync()).ToJsonString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"email":""}""")]
    [InlineData("""{"email":null}""")]
    public async Task An_address_is_cleared_by_sending_it_empty_and_is_then_left_out(string email)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var cleared = await sandbox.HubAsync(
            Post, "/users/me?fields=id,profile(email(email))", $$$"""{"profile":{"email":{{{email}}}}}""");

        Assert.DoesNotContain("email", cleared.Expect(OK).Json["profile"]!.AsObject());
    }

    [Theory]
    [InlineData("""{"name":"No Login"}""", "login")]
    [InlineData("""{"login":"SLUICE"}""", "login")]
    [InlineData("""{"login":"x","nick":"y"}""", "nick")]
    [InlineData("""{"login":"x","id":"y"}""", "id")]
    [InlineData("""{"login":"x","banned":"yes"}""", "banned")]
    [InlineData("""{"login":"x","profile":{"email":"x@y.example"}}""", "profile.email")]
    public async Task A_bad_user_is_refused_with_the_field_that_is_wrong(string body, string field)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.HubAsync(Post, "/users", body).Expect(BadRequest);

        Assert.Equal(field, refused["error_field"]);
        Assert.DoesNotContain(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_user_is_found_by_login_and_by_address()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var byLogin = (await sandbox.HubAsync(Get, "/users?fields=id&query=login:%20sluice")).Json;
        var byBoth = (
            await sandbox.HubAsync(
                Get, "/users?fields=id&query=login:%20sluice%20and%20email:%20nobody@x.example")).Json;

        Assert.Equal(1, byLogin["total"]!.GetValue<int>());
        Assert.Equal(0, byBoth["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_delete_wants_a_successor_and_takes_memberships_with_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var users = (await sandbox.HubAsync(Get, "/users?fields=id,guest&$skip=5&$top=2")).Json["users"]!.AsArray();
        var (gone, heir) = (users[0]!["id"]!.GetValue<string>(), users[1]!["id"]!.GetValue<string>());

        await sandbox.HubAsync(Delete, $"/users/{gone}").Expect(BadRequest);
        await sandbox.HubAsync(Delete, $"/users/{gone}?successor={gone}").Expect(BadRequest);
        await sandbox.HubAsync(Delete, $"/users/{gone}?successor={heir}").Expect(OK);
        var missing = await sandbox.HubAsync(Get, $"/users/{gone}").Expect(NotFound);

        Assert.Equal("404", missing["error_code"]);
        Assert.DoesNotContain(gone, (await sandbox.DumpAsync())["youtrack"]!["usergroups"]!.ToJsonString());
    }

    [Fact]
    public async Task The_guest_cannot_be_changed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var users = (await sandbox.HubAsync(Get, "/users?fields=id,guest")).Json["users"]!.AsArray();
        var guest = users.Single(user => user!["guest"]!.GetValue<bool>())!["id"];

        await sandbox.HubAsync(Post, $"/users/{guest}", """{"name":"Somebody"}""").Expect(Forbidden);
    }
}
