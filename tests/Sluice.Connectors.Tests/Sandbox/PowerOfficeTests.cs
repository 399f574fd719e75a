using System.Net;
using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class PowerOfficeTests
{
    [Fact]
    public async Task Credentials_give_a_token_that_lasts_twenty_minutes()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.SignInAsync().Expect(OK);
        var address = $"{sandbox.Addresses.PowerOfficeGo}/ClientIntegrationInformation";

        Assert.Equal("bearer", token["token_type"]);
        Assert.Equal("1200", token["expires_in"]);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1199));
        await Call(HttpStatusCode.OK);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await Call(HttpStatusCode.Unauthorized);

        async Task Call(HttpStatusCode status) => (await sandbox.SendAsync(
            Get, address, token["access_token"], subscription: sandbox.Addresses.SubscriptionKey)).Expect(status);
    }

    [Fact]
    public async Task Wrong_keys_are_refused_each_in_its_place()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = (await sandbox.SignInAsync())["access_token"];
        var customers = $"{sandbox.Addresses.PowerOfficeGo}/Customers";

        var client = await sandbox.SignInAsync(clientKey: "wrong").Expect(BadRequest);
        var subscription = await sandbox.SignInAsync(subscription: "wrong").Expect(Unauthorized);
        var call = await sandbox.SendAsync(Get, customers, token).Expect(Unauthorized);
        var bearer = await sandbox
            .SendAsync(Get, customers, "wrong", subscription: sandbox.Addresses.SubscriptionKey)
            .Expect(Unauthorized);

        Assert.Equal("invalid_client", client["error"]);
        Assert.Equal("401", subscription["statusCode"]);
        Assert.Equal("401", call["statusCode"]);
        Assert.Empty(bearer.Text);
    }

    [Fact]
    public async Task A_list_is_a_bare_array_and_its_header_links_the_next_page()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var page = await sandbox.PowerOfficeAsync(Get, "/ContactPersons?pageNumber=2&pageSize=10&fields=Id,ContactId")
            .Expect(OK);
        var paging = JsonNode.Parse(page.Headers["X-Pagination"])!;

        Assert.Equal(10, page.Json.AsArray().Count);
        Assert.Equal(["Id", "ContactId"], page.Json[0]!.AsObject().Select(item => item.Key));
        Assert.Equal(
            $"{sandbox.Addresses.PowerOfficeGo}/ContactPersons?PageNumber=3&PageSize=10&Fields=Id%2CContactId", paging[
                "nextPageLink"]!.GetValue<string>());
        Assert.Equal(2, paging["currentPage"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_empty_list_is_204_without_a_body()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var empty = await sandbox.PowerOfficeAsync(Get, "/Customers?externalImportReference=nobody").Expect(NoContent);

        Assert.Empty(empty.Text);
        Assert.Null(JsonNode.Parse(empty.Headers["X-Pagination"])!["nextPageLink"]);
    }

    [Theory]
    [InlineData("/Customers?PageSize=20001")]
    [InlineData("/Customers?PageNumber=0")]
    [InlineData("/Customers?Fields=Nick")]
    [InlineData("/Customers?OrderBy=Name%20up")]
    [InlineData("/Customers?OrderBy=Nick")]
    [InlineData("/Customers?lastChangedDateTimeOffsetGreaterThan=yesterday")]
    [InlineData("/ContactPersons?$top=3")]
    public async Task What_a_list_does_not_know_is_refused(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.PowerOfficeAsync(Get, path).Expect(BadRequest);

        Assert.Equal("application/problem+json", refused.Type);
        Assert.NotEmpty(refused["detail"]);
    }

    [Fact]
    public async Task A_list_is_ordered_by_several_names()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var rows = (
            await sandbox.PowerOfficeAsync(
                Get, "/Customers?OrderBy=IsPerson%20desc,Id%20desc&Fields=IsPerson,Id")).Json.AsArray();

        Assert.All(rows, row => Assert.True(row!["IsPerson"]!.GetValue<bool>()));
        var ids = rows.Select(row => row!["Id"]!.GetValue<long>()).ToList();
        Assert.Equal(ids.OrderDescending(), ids);
    }

    [Fact]
    public async Task The_filter_by_last_change_leaves_the_limit_itself_out()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var rows = (
            await sandbox.PowerOfficeAsync(
                Get, "/ContactPersons?OrderBy=LastChangedDateTimeOffset%20desc&PageSize=2")).Json.AsArray();
        var second = rows[1]!["LastChangedDateTimeOffset"]!.GetValue<string>();

        var later = (await sandbox.PowerOfficeAsync(
            Get, $"/ContactPersons?lastChangedDateTimeOffsetGreaterThan={Uri.EscapeDataString(second)}"))
            .Json.AsArray();

        Assert.Matches(@"\.\d{7}\+00:00$", second);
        Assert.Equal(rows[0]!["Id"]!.ToJsonString(), later.Single()!["Id"]!.ToJsonString());
    }

    [Fact]
    public async Task A_contact_person_lives_below_its_customer()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var (company, person) = await CustomersAsync(sandbox);

        var made = await sandbox.PowerOfficeAsync(
            Post, $"/ContactPersons/{company}",
            """{"FirstName":"Ida","LastName":"Moe","EmailAddress":"ida@x.example"}""")
            .Expect(Created);
        var path = $"/ContactPersons/{company}/{made["Id"]}";
        await sandbox.PowerOfficeAsync(Get, path).Expect(OK);
        await sandbox.PowerOfficeAsync(Get, $"/ContactPersons/{person}/{made["Id"]}").Expect(NotFound);
        var refused = await sandbox.PowerOfficeAsync(
            Post, $"/ContactPersons/{person}", """{"FirstName":"Ida","LastName":"Moe"}""");
        await sandbox.PowerOfficeAsync(Delete, $"/Customers/{company}").Expect(Conflict);
        await sandbox.PowerOfficeAsync(Delete, path).Expect(OK);
        await sandbox.PowerOfficeAsync(Delete, path).Expect(NotFound);

        Assert.Equal("ContactPerson validation error(s)", refused.Expect(BadRequest)["title"]);
    }

    [Fact]
    public async Task A_patch_replaces_and_removes_and_moves_the_stamp()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = (await sandbox.PowerOfficeAsync(Get, "/ContactPersons?PageSize=1")).Json[0]!;
        var path = $"/ContactPersons/{first["ContactId"]}/{first["Id"]}";

        var changed = await sandbox.PowerOfficeAsync(
            Patch,
            path,
            """[{"op":"replace","path":"/EmailAddress","value":"ida@x.example"},"""
            + """{"op":"remove","path":"/PhoneNumber"}]""")
            .Expect(OK);
        var cleared =
            await sandbox.PowerOfficeAsync(Patch, path, """[{"op":"replace","path":"/EmailAddress","value":null}]""");

        Assert.Equal("ida@x.example", changed["EmailAddress"]);
        Assert.Null(changed.Json["PhoneNumber"]);
        Assert.Equal("2026-03-04T05:06:07.0000000+00:00", changed["LastChangedDateTimeOffset"]);
        Assert.Null(cleared.Expect(OK).Json["EmailAddress"]);
    }

    [Theory]
    [InlineData("""[{"op":"replace","path":"/Nick","value":"x"}]""")]
    [InlineData("""[{"op":"replace","path":"/emailAddress","value":"x@y.example"}]""")]
    [InlineData("""[{"op":"replace","path":"EmailAddress","value":"x@y.example"}]""")]
    [InlineData("""[{"op":"replace","path":"/EmailAddress"}]""")]
    [InlineData("""[{"op":"replace","path":"/EmailAddress","value":"x@y"}]""")]
    [InlineData("""[{"op":"replace","path":"/EmailAddress","value":7}]""")]
    [InlineData("""[{"op":"replace","path":"/Id","value":7}]""")]
    [InlineData("""[{"op":"remove","path":"/LastName"}]""")]
    [InlineData("""[{"op":"test","path":"/EmailAddress","value":"x"}]""")]
    [InlineData("""[{"op":"replace","path":"/MailAddress/City","value":"Oslo"}]""")]
    [InlineData("""[{"op":"replace","path":"/PhoneNumber","value":"1"},{"op":"remove","path":"/LastName"}]""")]
    [InlineData("""{"EmailAddress":"x@y.example"}""")]
    public async Task A_bad_patch_changes_nothing(string patch)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = (await sandbox.PowerOfficeAsync(Get, "/ContactPersons?PageSize=1")).Json[0]!;
        var path = $"/ContactPersons/{first["ContactId"]}/{first["Id"]}";

        await sandbox.PowerOfficeAsync(Patch, path, patch).Expect(BadRequest);

        Assert.Equal(first.ToJsonString(), (await sandbox.PowerOfficeAsync(Get, path)).Json.ToJsonString());
    }

    [Fact]
    public async Task A_patch_must_say_that_it_is_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var (company, _) = await CustomersAsync(sandbox);

        await sandbox.PowerOfficeAsync(Patch, $"/Customers/{company}", """[]""", "application/json").Expect(BadRequest);
    }

    [Fact]
    public async Task An_address_has_a_stamp_of_its_own_and_leaves_that_of_the_customer_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var (company, _) = await CustomersAsync(sandbox);
        var before = await sandbox.PowerOfficeAsync(Get, $"/Customers/{company}");

        var after = await sandbox.PowerOfficeAsync(
            Patch, $"/Customers/{company}", """[{"op":"replace","path":"/MailAddress/City","value":"Oslo"}]""")
            .Expect(OK);

        Assert.Equal(before["LastChangedDateTimeOffset"], after["LastChangedDateTimeOffset"]);
        Assert.Equal("Oslo", after.Json["MailAddress"]!["City"]!.GetValue<string>());
        Assert.Equal("2026-03-04T05:06:07.0000000+00:00",
            after.Json["MailAddress"]!["LastChangedDateTimeOffset"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_import_reference_is_unique_and_finds_its_customer()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        const string Sun = """{"Name":"Sun","ExternalImportReference":"ABC123"}""";

        var made = await sandbox.PowerOfficeAsync(Post, "/Customers", Sun).Expect(Created);
        var again = await sandbox.PowerOfficeAsync(Post, "/Customers", Sun).Expect(BadRequest);
        var found = await sandbox.PowerOfficeAsync(Get, "/Customers?externalImportReference=ABC123");

        Assert.Equal("Customer validation error(s)", again["title"]);
        Assert.Equal($"ExternalImportReference is already in use. 'ABC123' is used on (contact) Id = {made["Id"]}.",
            again["detail"]);
        Assert.Equal(made["Id"], found.Json.AsArray().Single()!["Id"]!.ToString());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"IsPerson":true,"FirstName":"Ida"}""")]
    [InlineData("""{"Name":"Sun","Nick":"x"}""")]
    [InlineData("""{"Name":"Sun","MailAddress":{"City":"Oslo"}}""")]
    [InlineData("""{"Name":"Sun","LastChangedDateTimeOffset":"2024-01-01T00:00:00Z"}""")]
    [InlineData("""{"Name":"Sun","ExternalImportReference":"123456789012345678901234567890123456789012345678901"}""")]
    public async Task A_bad_customer_is_refused(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.NotEmpty((await sandbox.PowerOfficeAsync(Post, "/Customers", body).Expect(BadRequest))["detail"]);
    }

    [Fact]
    public async Task A_customer_can_stop_being_a_person()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var (_, person) = await CustomersAsync(sandbox);

        var changed = await sandbox.PowerOfficeAsync(
            Patch, $"/Customers/{person}", """[{"op":"replace","path":"/IsPerson","value":false}]""");

        Assert.Equal("false", changed.Expect(OK)["IsPerson"]);
        Assert.NotEmpty(changed["Name"]);
    }

    [Fact]
    public async Task A_missing_privilege_is_refused_and_listed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync("""{"system":"powerofficego","kind":"right-missing","entity":"contactpersons"}""");

        var information = (await sandbox.PowerOfficeAsync(Get, "/ClientIntegrationInformation")).Json;
        var refused = await sandbox.PowerOfficeAsync(Get, "/ContactPersons");

        Assert.Equal("""["ContactPerson","ContactPerson_Full"]""", information["InvalidPrivileges"]!.ToJsonString());
        Assert.Equal("Customer", information["ValidPrivileges"]![0]!.GetValue<string>());
        Assert.Equal(12, information["ValidPrivileges"]!.AsArray().Count);
        Assert.Equal("403", refused.Expect(Forbidden)["status"]);
        await sandbox.PowerOfficeAsync(Get, "/Customers").Expect(OK);
    }

    private static async Task<(string Company, string Person)> CustomersAsync(RunningSandbox sandbox)
    {
        var companies = (await sandbox.PowerOfficeAsync(Get, "/Customers?PageSize=1&Fields=Id")).Json;
        var persons =
            (await sandbox.PowerOfficeAsync(Get, "/Customers?PageSize=1&Fields=Id&OrderBy=IsPerson%20desc")).Json;
        return (companies[0]!["Id"]!.ToString(), persons[0]!["Id"]!.ToString());
    }
}
