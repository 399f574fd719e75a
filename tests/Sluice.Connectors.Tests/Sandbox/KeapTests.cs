using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

public sealed class KeapTests
{
    [Fact]
    public async Task A_list_counts_all_and_names_a_next_page_even_behind_the_last()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var page = await sandbox.KeapAsync(Get, "/contacts?limit=10&offset=5000&order=email").Expect(OK);

        Assert.Empty(page.Json["contacts"]!.AsArray());
        Assert.InRange(page.Json["count"]!.GetValue<int>(), 160, 200);
        Assert.StartsWith($"{sandbox.Addresses.Keap}/contacts?limit=10&offset=5010&order=email", page["next"]);
        Assert.True(page.Headers.ContainsKey("x-keap-product-quota-available"));
        Assert.True(page.Headers.ContainsKey("x-keap-product-throttle-available"));
    }

    [Fact]
    public async Task A_wrong_token_is_refused_by_the_gateway()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.SendAsync(Get, $"{sandbox.Addresses.Keap}/contacts", "wrong").Expect(Unauthorized);

        Assert.Equal(
            """{"fault":{"faultstring":"Invalid access token","detail":{"errorcode":"oauth.v2.InvalidAccessToken"}}}""",
            refused.Text);
    }

    [Theory]
    [InlineData("/contacts?limit=0")]
    [InlineData("/contacts?limit=1001")]
    [InlineData("/contacts?offset=x")]
    [InlineData("/contacts?order=size")]
    [InlineData("/contacts?order=id&order_direction=up")]
    [InlineData("/contacts?since=2024-01-01")]
    [InlineData("/contacts?optional_properties=secrets")]
    [InlineData("/contacts?filter=x")]
    [InlineData("/companies?since=2024-01-01T00:00:00.000Z")]
    public async Task What_a_list_does_not_know_is_refused(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.NotEmpty((await sandbox.KeapAsync(Get, path).Expect(BadRequest))["message"]);
    }

    [Fact]
    public async Task A_contact_is_made_changed_and_deleted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var made = await sandbox.KeapAsync(
            Post,
            "/contacts",
            """{"given_name":"Ida","job_title":"Baker","email_addresses":[{"email":"i@x.example","field":"EMAIL1"}]}""")
            .Expect(Created);
        sandbox.Clock.Advance(TimeSpan.FromMilliseconds(39));
        var changed = await sandbox.KeapAsync(Patch, $"/contacts/{made["id"]}", """{"family_name":"Moe"}""").Expect(OK);
        var shown = await sandbox.KeapAsync(Get, $"/contacts/{made["id"]}?optional_properties=job_title");
        await sandbox.KeapAsync(Delete, $"/contacts/{made["id"]}").Expect(NoContent);
        var gone = await sandbox.KeapAsync(Get, $"/contacts/{made["id"]}").Expect(NotFound);

        Assert.DoesNotContain("job_title", made.Json.AsObject());
        Assert.Equal("Ida", changed["given_name"]);
        Assert.Equal("2026-03-04T05:06:07.000Z", changed["date_created"]);
        Assert.Equal("2026-03-04T05:06:07.039Z", changed["last_updated"]);
        Assert.Equal("Baker", shown["job_title"]);
        Assert.NotEmpty(gone["message"]);
    }

    [Theory]
    [InlineData("""{"given_name":"Nobody"}""")]
    [InlineData("""{"email_addresses":[]}""")]
    [InlineData("""{"email_addresses":[{"email":"x@y.example","field":"EMAIL9"}]}""")]
    [InlineData("""{"email_addresses":[{"email":"x@y.example"}]}""")]
    [InlineData(
        """{"email_addresses":[{"email":"x@y.example","field":"EMAIL1"},{"email":"z@y.example","field":"EMAIL1"}]}""")]
    [InlineData("""{"email_addresses":[{"email":"x@y.example","field":"EMAIL1"}],"id":7}""")]
    [InlineData("""{"email_addresses":[{"email":"x@y.example","field":"EMAIL1"}],"nick":"x"}""")]
    [InlineData("""{"email_addresses":[{"email":"x@y.example","field":"EMAIL1"}],"company":{"id":99999}}""")]
    [InlineData("""{"email_addresses":[{"email":"x@y.example","field":"EMAIL1"}],"birthday":"yesterday"}""")]
    [InlineData(
        """{"phone_numbers":[{"number":"1","field":"PHONE1"}],"addresses":[{"field":"OTHER","region":"OSLO"}]}""")]
    [InlineData(
        """{"phone_numbers":[{"number":"1","field":"PHONE1"}],"addresses":[{"field":"OTHER","country_code":"NO"}]}""")]
    [InlineData(
        """{"phone_numbers":[{"number":"1","field":"PHONE1"}],"""
        + """ "addresses":[{"field":"OTHER","zip_code":"1","postal_code":"2"}]}""")]
    [InlineData("""[]""")]
    [InlineData("""{"a":1,"a":2}""")]
    public async Task A_bad_contact_is_refused_with_a_message(string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.NotEmpty((await sandbox.KeapAsync(Post, "/contacts", body).Expect(BadRequest))["message"]);
    }

    [Fact]
    public async Task Put_updates_the_contact_with_that_address_and_makes_one_where_none_has_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        const string Ida = "\"email_addresses\":[{\"email\":\"IDA@x.example\",\"field\":\"EMAIL1\"}]";
        var again = Ida.Replace("IDA", "ida", StringComparison.Ordinal);

        var made = await sandbox.KeapAsync(Put, "/contacts", $$"""{"duplicate_option":"Email",{{Ida}}}""")
            .Expect(OK);
        var met = await sandbox.KeapAsync(
            Put, "/contacts", $$"""{"duplicate_option":"Email","given_name":"Ida",{{again}}}""")
            .Expect(OK);
        await sandbox.KeapAsync(Put, "/contacts", $$"""{{{Ida}}}""").Expect(BadRequest);

        Assert.Equal(made["id"], met["id"]);
    }

    [Fact]
    public async Task An_update_mask_keeps_out_what_it_does_not_name()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = (await sandbox.KeapAsync(Get, "/contacts?limit=1")).Json["contacts"]![0]!;

        var masked = await sandbox.KeapAsync(
            Patch, $"/contacts/{first["id"]}?update_mask=given_name", """{"given_name":"Ida","family_name":"Moe"}""");
        await sandbox.KeapAsync(Patch, $"/contacts/{first["id"]}?update_mask=suffix", """{"given_name":"Ida"}""")
            .Expect(BadRequest);

        Assert.Equal("Ida", masked["given_name"]);
        Assert.Equal(first["family_name"]!.GetValue<string>(), masked["family_name"]);
    }

    [Fact]
    public async Task Since_and_until_are_inclusive_and_the_order_is_by_last_change()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var first = (await sandbox.KeapAsync(Get, "/contacts?limit=2&order=last_updated")).Json["contacts"]!.AsArray();
        await sandbox.KeapAsync(Patch, $"/contacts/{first[0]!["id"]}", """{"suffix":"Jr"}""");

        var changed = (await sandbox.KeapAsync(Get, "/contacts?since=2026-03-04T05:06:07.000Z")).Json;
        var oldest = (await sandbox.KeapAsync(Get, $"/contacts?until={first[1]!["last_updated"]}")).Json;

        Assert.Equal(first[0]!["id"]!.ToJsonString(), changed["contacts"]!.AsArray().Single()!["id"]!.ToJsonString());
        Assert.Equal(1, oldest["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_company_needs_its_name_on_every_write_and_cannot_be_deleted()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var made = await sandbox.KeapAsync(Post, "/companies", """{"company_name":"Sun","notes":"n"}""")
            .Expect(Created);
        await sandbox.KeapAsync(Post, "/companies", """{"website":"x"}""").Expect(BadRequest);
        await sandbox.KeapAsync(Patch, $"/companies/{made["id"]}", """{"website":"x"}""").Expect(BadRequest);
        await sandbox.KeapAsync(Patch, $"/companies/{made["id"]}", """{"company_name":"Sun","website":"sun.example"}""")
            .Expect(OK);
        await sandbox.KeapAsync(Delete, $"/companies/{made["id"]}").Expect(MethodNotAllowed);
        var found = (await sandbox.KeapAsync(Get, "/companies?company_name=sun&optional_properties=notes"))
            .Json["companies"]!
            .AsArray()
            .Single()!;

        Assert.Equal("sun.example", found["website"]!.GetValue<string>());
        Assert.Equal("n", found["notes"]!.GetValue<string>());
        Assert.DoesNotContain("last_updated", found.AsObject());
    }

    [Fact]
    public async Task The_account_is_the_same_for_the_same_seed_and_another_for_another()
    {
        await using var one = await RunningSandbox.StartAsync(new() { Seed = 5 });
        await using var same = await RunningSandbox.StartAsync(new() { Seed = 5 });
        await using var other = await RunningSandbox.StartAsync(new() { Seed = 6 });

        var name = (await one.KeapAsync(Get, "/account/profile"))["name"];

        Assert.Equal(name, (await same.KeapAsync(Get, "/account/profile"))["name"]);
        Assert.NotEqual(name, (await other.KeapAsync(Get, "/account/profile"))["name"]);
    }

    [Fact]
    public async Task A_body_of_another_content_type_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.SendAsync(
            Post,
            $"{sandbox.Addresses.Keap}/companies",
            sandbox.Addresses.KeapToken,
            """{"company_name":"Sun"}""",
            "text/plain");

        refused.Expect(BadRequest);
    }

    [Fact]
    public async Task What_has_no_value_is_left_out_at_every_depth()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.DoesNotContain(":null", (await sandbox.KeapAsync(Get, "/contacts")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(":null", (await sandbox.KeapAsync(Get, "/companies")).Text, StringComparison.Ordinal);
    }
}
