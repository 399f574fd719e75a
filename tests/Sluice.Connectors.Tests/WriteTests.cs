using System.Text.Json.Nodes;
using Sluice.Connectors.Keap;
using Sluice.Connectors.PowerOfficeGo;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;
using CrmContact = Sluice.Connectors.CustomCrm.Contact;
using CrmCustomer = Sluice.Connectors.CustomCrm.Customer;
using KeapContact = Sluice.Connectors.Keap.Contact;

namespace Sluice.Connectors.Tests;

public sealed class WriteTests
{
    public static TheoryData<string, string, string> Creatable => new()
    {
        { "YouTrack", "Users", """{"login":"new.user","name":"Åse Ny"}""" },
        { "YouTrack", "Usergroups", """{"name":"New Group"}""" },
        { "YouTrack", "Organizations", """{"key":"NEW","name":"New Organization"}""" },
        { "Keap", "Companies", """{"company_name":"New Company","address":{"locality":"Oslo"}}""" },
        {
            "Keap",
            "Contacts",
            """
            {
              "given_name": "New",
              "email_addresses": [{ "email": "new@example.com", "field": "EMAIL1" }],
              "birthday": "1980-01-31"
            }
            """
        },
        { "Keap", "Products", """{"product_name":"Kite","product_price":19.90,"active":false}""" },
        { "Powerofficego", "Customers", """{"Name":"New Customer","MailAddress":{"City":"Oslo","ZipCode":"0150"}}""" },
        { "Powerofficego", "Customers person", """{"FirstName":"New","LastName":"Person","IsPerson":true}""" },
        { "Powerofficego", "Departments", """{"Name":"New Department","Code":"70","IsActive":true}""" },
        {
            "Powerofficego",
            "Employees",
            """
            {"FirstName":"New","LastName":"Employee","DateOfBirth":"1980-01-31","StartDate":"2026-01-02",
             "DepartmentCode":"10"}
            """
        },
        {
            "Powerofficego",
            "Products",
            """{"Name":"Kite","Code":"KI-1","UnitPrice":19.90,"ProductType":"Product","IsStockItem":true}"""
        },
        { "Powerofficego", "Suppliers", """{"Name":"New Supplier","EmailAddress":"new@supplier.example"}""" },
        { "Powerofficego", "Suppliers person", """{"FirstName":"New","LastName":"Supplier","IsPerson":true}""" },
        { "Customcrm", "Customer", """{"Name":"New Customer"}""" },
        { "Customcrm", "Contact", """{"LastName":"New"}""" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Creatable))]
    public async Task A_new_record_is_sent_without_what_the_vendor_sets_and_comes_back_as_a_record(
        string system, string entity, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var request = host.Requests(system, entity).Create(Drafts.Of(system, entity));
        var result = await host.Sink(system, entity).SendAsync(request, Token);

        Assert.Null(request.Key);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(request.Body)), request.Body);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        var read = await host.Source(system, entity).ReadAsync(result.Record!.Key, Token);
        Assert.Equal(read!.Identity, result.Record.Identity);
        Assert.Single(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_new_contact_person_finds_its_company_in_the_address()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var company = (await host.RecordsAsync("Powerofficego", "Customers"))
            .First(record => !record.Raw.GetProperty("IsPerson").GetBoolean());
        var parent = company.Raw.GetProperty("Id").GetInt64();
        var draft = new ContactPerson { ContactId = parent, FirstName = "New", LastName = "Person" };

        var request = host.Requests("Powerofficego", "Contactperson").Create(draft);
        var result = await host.Sink("Powerofficego", "Contactperson").SendAsync(request, Token);

        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Assert.StartsWith($"{company.Key}/", result.Record!.Key, StringComparison.Ordinal);
        Assert.NotNull(await host.Source("Powerofficego", "Contactperson").ReadAsync(result.Record.Key, Token));
    }

    [Fact]
    public async Task A_new_contact_person_without_a_company_is_not_sent()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var request = host.Requests("Powerofficego", "Contactperson")
            .Create(new ContactPerson { FirstName = "New", LastName = "Person" });

        var result = await host.Sink("Powerofficego", "Contactperson").SendAsync(request, Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains("needs ContactId", result.Reason, StringComparison.Ordinal);
        Assert.Empty(await sandbox.LogAsync());
    }

    [Fact]
    public Task Hub_is_sent_the_touched_path_alone() => UpdatesAsync<HubUser>(
        "YouTrack",
        "Users",
        user => user.Profile?.Email?.Email is not null && user is { Guest: false, Login: not "sluice" },
        user => user with
        {
            Name = "Not touched",
            Profile = user.Profile! with { Email = user.Profile.Email! with { Email = "moved@example.com" } },
        },
        ["profile.email.email"],
        """{"profile":{"email":{"email":"moved@example.com"}}}""",
        "profile");

    [Fact]
    public Task Hub_is_sent_null_to_clear() => UpdatesAsync<HubUser>(
        "YouTrack",
        "Users",
        user => user.Profile?.Email?.Email is not null && user is { Guest: false, Login: not "sluice" },
        user => user with { Profile = new() { Email = null } },
        ["profile.email.email"],
        """{"profile":{"email":null}}""",
        "profile");

    [Fact]
    public Task Keap_is_sent_what_it_demands_along() => UpdatesAsync<Company>(
        "Keap", "Companies", company => company.Website is not null,
        company => company with { Website = "https://new.example" },
        ["website"],
        """{"website":"https://new.example","company_name":"$company_name"}""",
        "website");

    [Fact]
    public Task Keap_is_sent_inner_objects_whole() => UpdatesAsync<Company>(
        "Keap", "Companies", company => company.Address is { ZipCode: not null },
        company => company with
        {
            CompanyName = "New Name",
            Address = company.Address! with { Locality = "Tromsø", ZipCode = null },
        },
        ["address.locality", "address.zip_code", "company_name"],
        """{"address":{"locality":"Tromsø","country_code":"NOR","zip_code":null},"company_name":"New Name"}""",
        "address", "company_name");

    [Fact]
    public Task Keap_is_sent_lists_whole() => UpdatesAsync<KeapContact>(
        "Keap", "Contacts", contact => contact.EmailAddresses is { Count: 1 },
        contact => contact with
        {
            EmailAddresses = [.. contact.EmailAddresses!, new() { Email = "second@example.com", Field = "EMAIL2" }],
        },
        ["email_addresses.email"],
        """{"email_addresses":[{"email":"$email","field":"EMAIL1"},{"email":"second@example.com","field":"EMAIL2"}]}""",
        "email_addresses", "last_updated");

    [Fact]
    public Task Keap_is_told_by_another_name_that_a_product_is_for_sale() => UpdatesAsync<Keap.Product>(
        "Keap", "Products", product => product.Active == false,
        product => product with { Active = true, Url = "https://not.touched.example" },
        ["active"],
        """{"active":true,"product_name":"$product_name"}""",
        "status");

    [Fact]
    public Task PowerOffice_is_sent_a_patch_of_the_touched_paths() => UpdatesAsync<ContactPerson>(
        "Powerofficego", "Contactperson", person => person.EmailAddress is not null,
        person => person with { EmailAddress = "moved@example.com", PhoneNumber = null, Title = "Not touched" },
        ["EmailAddress", "PhoneNumber"],
        """
        [
          { "op": "replace", "path": "/EmailAddress", "value": "moved@example.com" },
          { "op": "replace", "path": "/PhoneNumber", "value": null }
        ]
        """,
        "EmailAddress", "PhoneNumber", "LastChangedDateTimeOffset");

    [Fact]
    public Task PowerOffice_is_sent_an_address_part_where_there_is_an_address() => UpdatesAsync<PowerOfficeGo.Customer>(
        "Powerofficego", "Customers", customer => customer.MailAddress is not null,
        customer => customer with { MailAddress = customer.MailAddress! with { City = "Tromsø" } },
        ["MailAddress.City"],
        """[{"op":"replace","path":"/MailAddress/City","value":"Tromsø"}]""",
        "MailAddress");

    [Fact]
    public Task PowerOffice_is_sent_a_whole_address_where_there_is_none() => UpdatesAsync<ContactPerson>(
        "Powerofficego", "Contactperson", person => person.MailAddress is null,
        person => person with { MailAddress = new() { City = "Tromsø", ZipCode = "9008" } },
        ["MailAddress.City", "MailAddress.ZipCode"],
        """[{"op":"add","path":"/MailAddress","value":{"City":"Tromsø","ZipCode":"9008"}}]""",
        "MailAddress");

    [Fact]
    public Task The_custom_CRM_is_sent_the_touched_members() => UpdatesAsync<CrmContact>(
        "Customcrm", "Contact", contact => contact.Email is not null,
        contact => contact with { Email = null, FirstName = "New", Phone = "Not touched" },
        ["Email", "FirstName"],
        """{"Email":null,"FirstName":"New"}""",
        "Email", "FirstName", "Modified");

    [Fact]
    public async Task A_users_address_is_not_written_where_that_is_not_allowed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses, ("YouTrack:AllowCredentialWrites", "false"));
        var sink = host.Sink("YouTrack", "Users");

        var address = await sink.SendAsync(new("x", """{"profile":{"email":{"email":"taken@over.example"}}}"""), Token);
        var whole = await sink.SendAsync(new("x", """{"profile":{"email":null}}"""), Token);
        var name = await sink.SendAsync(new("x", """{"name":"Anybody"}"""), Token);

        Assert.Equal(WriteOutcome.Rejected, address.Outcome);
        Assert.Contains("profile.email.email", address.Reason, StringComparison.Ordinal);
        Assert.Contains("Systems:YouTrack:AllowCredentialWrites is off", address.Reason, StringComparison.Ordinal);
        Assert.Equal(WriteOutcome.Rejected, whole.Outcome);
        Assert.DoesNotContain("AllowCredentialWrites", name.Reason, StringComparison.Ordinal);
        Assert.Single(await sandbox.LogAsync());
    }

    [Fact]
    public async Task A_system_that_is_only_read_is_not_written()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses, ("Keap:ReadOnly", "true"));

        var result = await host.Sink("Keap", "Companies").SendAsync(new(null, """{"company_name":"X"}"""), Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains("Systems:Keap:ReadOnly is on", result.Reason, StringComparison.Ordinal);
        Assert.Empty(await sandbox.LogAsync());
    }

    [Theory]
    [InlineData("Keap", "Companies", "")]
    [InlineData("Keap", "Companies", "..")]
    [InlineData("Powerofficego", "Contactperson", "1")]
    [InlineData("Powerofficego", "Contactperson", "../1")]
    [InlineData("Customcrm", "Contact", ".")]
    [InlineData("YouTrack", "Users", " ")]
    public async Task A_key_that_would_lead_elsewhere_is_never_written_to(string system, string entity, string key)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var result = await host.Sink(system, entity).SendAsync(new(key, "{}"), Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Empty(await sandbox.LogAsync());
    }

    [Fact]
    public async Task Reading_halves_know_no_way_to_write()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        foreach (var system in new[] { "YouTrack", "Keap", "Powerofficego", "Customcrm" })
        {
            var connection = host.Connection(system);
            Assert.IsNotAssignableFrom<IWriteConnection>(connection);
            Assert.All(connection.Sources, source => Assert.IsNotAssignableFrom<ISink>(source));
            Assert.All(connection.Requests, request => Assert.IsNotAssignableFrom<ISink>(request));
        }
    }

    private static async Task UpdatesAsync<T>(
        string system,
        string entity,
        Func<T, bool> which,
        Func<T, T> change,
        string[] touched,
        string body,
        params string[] changed)
        where T : class
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var current = (await host.RecordsAsync(system, entity)).First(record => which((T)record.Value));
        var before = (await sandbox.DumpAsync())[system.ToLowerInvariant()]!;
        await sandbox.ControlAsync(HttpMethod.Delete, "_log");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));

        var request = host.Requests(system, entity).Update(current, change((T)current.Value), touched);
        var result = await host.Sink(system, entity).SendAsync(request, Token);

        var expected = body
            .Replace("$company_name", Name(current, "company_name"), StringComparison.Ordinal)
            .Replace("$product_name", Name(current, "product_name"), StringComparison.Ordinal)
            .Replace("$email", current.Value is KeapContact contact
                ? contact.EmailAddresses![0].Email : "", StringComparison.Ordinal);
        Assert.Equal(current.Key, request.Key);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(request.Body)), $"{expected}\n{request.Body}");
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Assert.Equal(current.Identity, result.Record!.Identity);
        Assert.Single(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
        AssertChanged(before, (await sandbox.DumpAsync())[system.ToLowerInvariant()]!, changed);
    }

    private static string Name(Record record, string member) =>
        record.Raw.TryGetProperty(member, out var name) ? name.ToString() : "";

    /// <summary>Exactly one record differs, and in nothing but these members.</summary>
    private static void AssertChanged(JsonNode before, JsonNode after, string[] members)
    {
        var tables = before.AsObject().Where(table => table.Key != "groups").Select(table => table.Key);
        var pairs = tables.SelectMany(table => before[table]!.AsArray().Zip(after[table]!.AsArray()));
        var (was, now) = Assert.Single(pairs, pair => !JsonNode.DeepEquals(pair.First, pair.Second));
        var different = was!.AsObject()
            .Where(member => !JsonNode.DeepEquals(member.Value, now![member.Key])).Select(member => member.Key);
        Assert.Equal(members.Order(), different.Order());
    }
}
