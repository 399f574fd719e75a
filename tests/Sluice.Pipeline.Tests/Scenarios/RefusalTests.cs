namespace Sluice.Pipeline.Tests;

public sealed class RefusalTests
{
    [Fact]
    public async Task What_the_mapping_cannot_write_was_not_sent_with_what_it_can()
    {
        await using var world = await World.CreateAsync();
        world.Copies().NeverClears = "phone";
        var person = world.People.Add("Ada", "ada@x.no", "1");
        var user = world.Users.Add("Ada", "ada@x.no", "1");
        await world.GoLiveAsync();

        world.People.Edit(person, "phone", null);
        world.People.Edit(person, "name", "Countess");
        await world.CycleAsync();
        Assert.Equal("""{"name":"Countess"}""", Assert.Single(world.Writes).Body);
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal(OpenKind.Rejected, item.Kind);
        Assert.Contains("phone = '' is not written to Beta Users", item.Reason, StringComparison.Ordinal);

        // What stands there still is no edit.
        await world.CycleAsync(TimeSpan.FromMinutes(5));
        world.Users.Edit(user, "name", "Ada King");
        await world.QuiesceAsync();
        Assert.Null((string?)world.People[person]["phone"]);
        Assert.Equal("1", (string?)world.Users[user]["phone"]);
        Assert.Equal("Ada King", (string?)world.People[person]["name"]);
    }

    [Fact]
    public async Task F31_A_refused_create_is_not_tried_again_until_its_record_changed()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.People.Add("Ada");
        world.Users.RefusesCreates = "422: name is taken";
        await world.GoLiveAsync();
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal(OpenKind.Rejected, item.Kind);
        Assert.Contains("422: name is taken", item.Reason, StringComparison.Ordinal);

        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync(TimeSpan.FromMinutes(5));
            Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        }

        world.Users.RefusesCreates = null;
        world.People.Edit("p01", "name", "Ada L");
        await world.CycleAsync();
        Assert.Single(world.Users.Keys);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F31_A_child_waits_by_name_for_a_parent_that_was_refused_and_both_go_when_it_is_put_right()
    {
        await using var world = await World.CreateAsync();
        var (companies, groups) = (world.Acme["Companies"], world.Beta["Groups"]);
        world.With(new("acme-companies/beta-groups", companies.Entity, groups.Entity, createsRight: true));
        world.Mirrors().Makes = person => groups.Keys.Any(key => (string?)groups[key]["name"] == "Acme Ltd")
            ? Draft.Ready(person with { Id = "" })
            : Draft.Waits("the group of Acme Ltd");
        companies.Add("Acme  Ltd");
        world.People.Add("Ada");
        groups.RefusesCreates = "422: two blanks";
        await world.GoLiveAsync();

        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync(TimeSpan.FromMinutes(5));
            Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
            Assert.Equal(
                [(OpenKind.Rejected, "c01"), (OpenKind.Waiting, "p01")],
                (await world.OpenAsync()).Select(item => (item.Kind, item.Key)));
        }

        Assert.Contains("422: two blanks", (await world.OpenAsync())[0].Reason, StringComparison.Ordinal);
        Assert.Contains("the group of Acme Ltd", (await world.OpenAsync())[1].Reason, StringComparison.Ordinal);

        groups.RefusesCreates = null;
        companies.Edit("c01", "name", "Acme Ltd");
        await world.CycleAsync();
        Assert.Equal((1, 1), (groups.Count, world.Users.Count));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task F31_What_was_refused_is_not_sent_again_because_another_create_lost_its_answer()
    {
        await using var world = await World.CreateAsync();
        world.Mirrors();
        world.Users.RefusesToCreate = body => (string?)body["name"] == "Bob" ? null : "422: name is taken";
        world.People.Add("Ada");
        world.People.Add("Cy");
        await world.GoLiveAsync();
        Assert.Equal(2, world.Writes.Count());
        world.People.Add("Bob");
        world.Users.NextCommitIsLate = TimeSpan.FromSeconds(15);
        await world.CycleAsync();
        Assert.Single(world.Writes);

        for (var i = 0; i < 4; i++)
        {
            await world.CycleAsync();
            Assert.Empty(world.Writes);
            Assert.Equal(["p01", "p02"], await RefusedAsync(world));
        }

        Assert.Single(world.Users.Keys);
    }

    [Fact]
    public async Task F59_One_field_of_three_is_refused_and_the_other_two_go()
    {
        await using var world = await LinkedAsync();
        world.Users.Refused["name"] = "400: too long";
        world.People.Edit("p01", "name", "Ada the Countess");
        world.People.Edit("p01", "phone", "1");
        world.People.Edit("p01", "email", "countess@x.no");

        await world.CycleAsync();
        Assert.Equal(("countess@x.no", "Ada", "1"), Shown(world.Users["u01"]));
        var item = Assert.Single(await world.OpenAsync());
        Assert.Equal((OpenKind.Rejected, Side.Right, "u01", 31), (item.Kind, item.Side, item.Key, item.Line));

        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync();
            Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        }

        // Another edit of the same record tries it again, and so does one of the value itself.
        world.Users.Refused.Clear();
        world.People.Edit("p01", "phone", "2");
        await world.CycleAsync();
        Assert.Equal(("countess@x.no", "Ada the Countess", "2"), Shown(world.Users["u01"]));
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task Two_refused_fields_of_one_record_are_both_remembered()
    {
        await using var world = await LinkedAsync();
        world.Users.Refused["name"] = "400: too long";
        world.Users.Refused["phone"] = "400: no number";
        world.People.Edit("p01", "name", "Ada the Countess");
        world.People.Edit("p01", "phone", "one");

        await world.CycleAsync();
        Assert.Equal(3, world.Writes.Count());
        Assert.Equal(2, (await world.OpenAsync()).Count);
        await world.CycleAsync();
        Assert.Empty(world.Writes);

        world.Users["u01"]["note"] = "read again";
        await world.CycleAsync();
        Assert.Empty(world.Writes);
    }

    [Fact]
    public async Task A_refused_field_is_not_sent_again_because_another_of_its_record_waits()
    {
        await using var world = await World.CreateAsync();
        world.Copies(credentials: ["email"]);
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        world.Users.Refused["name"] = "400: too long";
        world.People.Edit("p01", "name", "Ada the Countess");
        world.People.Edit("p01", "email", "countess@x.no");
        await world.CycleAsync();
        Assert.Single(world.Writes);

        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync();
            Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        }

        Assert.Equal([OpenKind.Waiting, OpenKind.Rejected], (await world.OpenAsync()).Select(item => item.Kind));
    }

    [Fact]
    public async Task F59_A_refusal_is_over_with_its_edit_although_another_field_of_its_record_still_waits()
    {
        await using var world = await World.CreateAsync();
        world.Copies(credentials: ["email"]);
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        world.Users.Refused["phone"] = "400: no number";
        world.People.Edit("p01", "phone", "one");
        world.People.Edit("p01", "email", "countess@x.no");
        await world.CycleAsync();
        Assert.Equal([OpenKind.Waiting, OpenKind.Rejected], (await world.OpenAsync()).Select(item => item.Kind));

        world.People.Edit("p01", "phone", "0");
        await world.CycleAsync();

        Assert.Contains("AllowCredentialWrites", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
    }

    [Fact]
    public async Task A_write_that_certainly_was_not_done_goes_in_the_next_cycle()
    {
        await using var world = await LinkedAsync();
        world.Users.NextIsNotDone = true;
        world.People.Edit("p01", "phone", "1");

        await world.CycleAsync();
        Assert.Contains("throttled", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Empty(await world.OpenAsync());
        Assert.Empty(await world.Store.OpenIntentsAsync(null));
    }

    [Fact]
    public async Task A_read_only_system_is_never_written_and_the_setting_is_named()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true);
        world.Policies["Beta"] = new(ReadOnly: true, AllowCredentialWrites: true);
        world.People.Add("Ada", "ada@x.no", "1");
        world.Users.Add("Ada", "ada@x.no", "");
        world.People.Add("Bob", "bob@x.no");
        await world.GoLiveAsync();

        Assert.Equal(2, (await world.OpenAsync()).Count);
        Assert.All(
            await world.OpenAsync(),
            item => Assert.Contains("Systems:Beta:ReadOnly", item.Reason, StringComparison.Ordinal));
        for (var i = 0; i < 3; i++)
        {
            await world.CycleAsync();
            Assert.All(world.Calls, call => Assert.Equal("list", call.Kind));
        }

        world.Users.Edit("u01", "name", "Ada L");
        await world.CycleAsync();
        Assert.Equal("Ada L", (string?)world.People["p01"]["name"]);

        world.Policies.Clear();
        world.Restart();
        await world.CycleAsync();
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Equal(2, world.Users.Count);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task A_credential_is_written_only_where_the_setting_allows_it()
    {
        await using var world = await World.CreateAsync();
        world.Copies(credentials: ["email"]);
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        await world.GoLiveAsync();
        world.People.Edit("p01", "email", "other@x.no");
        world.People.Edit("p01", "phone", "1");

        await world.CycleAsync();
        Assert.Equal("ada@x.no", (string?)world.Users["u01"]["email"]);
        Assert.Equal("1", (string?)world.Users["u01"]["phone"]);
        Assert.Contains(
            "Systems:Beta:AllowCredentialWrites", Assert.Single(await world.OpenAsync()).Reason,
            StringComparison.Ordinal);

        world.Policies["Beta"] = new(ReadOnly: false, AllowCredentialWrites: true);
        world.Restart();
        await world.CycleAsync();
        Assert.Equal("other@x.no", (string?)world.Users["u01"]["email"]);
        Assert.Empty(await world.OpenAsync());
    }

    [Fact]
    public async Task The_credentials_of_our_own_account_are_never_written()
    {
        await using var world = await World.CreateAsync();
        world.Copies(credentials: ["email"]);
        world.Policies["Beta"] = new(ReadOnly: false, AllowCredentialWrites: true);
        world.People.Add("Ada", "ada@x.no");
        world.Users.Add("Ada", "ada@x.no");
        world.Beta.Self = new(world.Users.Entity, "u01");
        await world.GoLiveAsync();
        world.People.Edit("p01", "email", "other@x.no");

        await world.CycleAsync();

        Assert.Empty(world.Writes);
        Assert.Contains("our own sign-in", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_record_is_created_with_a_credential_that_must_not_be_written()
    {
        await using var world = await World.CreateAsync();
        world.Copies(createsRight: true, credentials: ["email"]);
        world.People.Add("Ada", "ada@x.no");
        world.People.Add("Bob", "");
        await world.GoLiveAsync();

        Assert.Equal("Bob", (string?)world.Users[world.Users.Keys.Single()]["name"]);
        Assert.Contains(
            "AllowCredentialWrites", Assert.Single(await world.OpenAsync()).Reason, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> RefusedAsync(World world) =>
        (await world.OpenAsync()).Where(item => item.Kind == OpenKind.Rejected).Select(item => item.Key);

    private static async Task<World> LinkedAsync()
    {
        var world = await World.CreateAsync();
        world.Copies();
        world.People.Add("Ada", "ada@x.no", "0");
        world.Users.Add("Ada", "ada@x.no", "0");
        await world.GoLiveAsync();
        return world;
    }

    private static (string?, string?, string?) Shown(System.Text.Json.Nodes.JsonObject record) =>
        ((string?)record["email"], (string?)record["name"], (string?)record["phone"]);
}
