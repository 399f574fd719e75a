using System.Text.Json;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

public sealed class ListingTests
{
    public static TheoryData<string, string, string, string> Entities => new()
    {
        { "YouTrack", "Users", "youtrack", "users" },
        { "YouTrack", "Usergroups", "youtrack", "usergroups" },
        { "YouTrack", "Organizations", "youtrack", "organizations" },
        { "YouTrack", "Groups", "youtrack", "groups" },
        { "YouTrack", "Projects", "youtrack", "projects" },
        { "YouTrack", "Issues", "youtrack", "issues" },
        { "YouTrack", "Workitems", "youtrack", "workItems" },
        { "Keap", "Companies", "keap", "companies" },
        { "Keap", "Contacts", "keap", "contacts" },
        { "Keap", "Products", "keap", "products" },
        { "Powerofficego", "Contactperson", "powerofficego", "contactpersons" },
        { "Powerofficego", "Customers", "powerofficego", "customers" },
        { "Powerofficego", "Customers person", "powerofficego", "customers" },
        { "Powerofficego", "Departments", "powerofficego", "departments" },
        { "Powerofficego", "Employees", "powerofficego", "employees" },
        { "Powerofficego", "Products", "powerofficego", "products" },
        { "Powerofficego", "Salesorders", "powerofficego", "salesorders" },
        { "Powerofficego", "Suppliers", "powerofficego", "suppliers" },
        { "Powerofficego", "Suppliers person", "powerofficego", "suppliers" },
        { "Customcrm", "Customer", "customcrm", "customers" },
        { "Customcrm", "Contact", "customcrm", "contacts" },
    };

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task Every_entity_is_listed_over_several_pages_to_a_proved_end(
        string system, string entity, string server, string table)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var pages = await host.PagesAsync(system, entity);

        var dump = (await sandbox.DumpAsync())[server]!.AsObject();
        var there = dump.Single(item => string.Equals(item.Key, table, StringComparison.OrdinalIgnoreCase))
            .Value!.AsArray();
        var keys = pages.SelectMany(page => page.Records).Select(record => record.Key).ToList();
        Assert.True(pages.Count >= Math.Ceiling(there.Count / 25.0), $"{pages.Count} pages");
        Assert.Empty(pages.SelectMany(page => page.Bad));
        Assert.Equal(there.Count, keys.Distinct().Count());
        Assert.Equal(there.Count, keys.Count);
        Assert.All(pages[..^1], page => Assert.Null(page.EndProof));
        Assert.Contains($"{there.Count} distinct ids", pages[^1].EndProof, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task A_record_reads_alone_as_it_reads_in_the_listing(
        string system, string entity, string server, string table)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var listed = (await host.RecordsAsync(system, entity))[^1];

        var read = await host.Source(system, entity).ReadAsync(listed.Key, TestContext.Current.CancellationToken);

        Assert.NotNull(read);
        Assert.True(
            entity == "Salesorders" || JsonElement.DeepEquals(listed.Raw, read.Raw),
            $"{server} {table}: {listed.Raw} / {read.Raw}");
        Assert.Equal(
            (listed.Key, listed.Identity, listed.InScope, listed.Modified),
            (read.Key, read.Identity, read.InScope, read.Modified));
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task A_key_that_nobody_has_reads_as_null(string system, string entity, string server, string table)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var key = entity switch
        {
            "Contactperson" => "987654321/987654321",
            "Workitems" => "2-1/136-987654321",
            "Salesorders" => "00000000-0000-0000-0000-987654321000",
            _ => "987654321",
        };

        Assert.Null(await host.Source(system, entity).ReadAsync(key, TestContext.Current.CancellationToken));

        var log = await sandbox.LogAsync();
        Assert.True(log.Any(entry => entry["status"]!.GetValue<int>() == 404), $"{server} {table} was not asked");
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task A_key_that_would_lead_elsewhere_is_never_asked_for(
        string system, string entity, string server, string table)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        foreach (var key in new[] { "", " ", ".", ".." })
            Assert.Null(await host.Source(system, entity).ReadAsync(key, TestContext.Current.CancellationToken));

        Assert.True((await sandbox.LogAsync()).Count == 0, $"{server} {table} was asked");
    }

    [Fact]
    public async Task Guests_and_banned_users_are_listed_out_of_scope()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var outside = (await host.RecordsAsync("YouTrack", "Users")).Where(record => !record.InScope).ToList();

        Assert.Contains(outside, record => record.Raw.GetProperty("guest").GetBoolean());
        Assert.Contains(outside, record => record.Raw.GetProperty("banned").GetBoolean());
        Assert.Equal(2, outside.Count);
    }

    [Fact]
    public async Task Both_views_of_a_group_share_its_identity()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var hub = await host.RecordsAsync("YouTrack", "Usergroups");
        var groups = await host.RecordsAsync("YouTrack", "Groups");

        Assert.Equal(
            hub.Select(record => record.Identity).ToHashSet(), groups.Select(record => record.Identity).ToHashSet());
        Assert.All(groups, record => Assert.NotEqual(record.Key, record.Identity.Key));
        Assert.Equal(new("YouTrack", "Usergroups"), host.Source("YouTrack", "Groups").PhysicalEntity);
    }

    [Fact]
    public async Task Hub_marks_both_built_in_groups_and_YouTrack_only_the_first()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var hub = await host.RecordsAsync("YouTrack", "Usergroups");
        var groups = await host.RecordsAsync("YouTrack", "Groups");

        Assert.Equal(2, hub.Count(record => !record.InScope));
        Assert.Single(groups, record => !record.InScope);
    }

    [Fact]
    public async Task Customers_and_persons_are_the_same_records_and_only_the_scope_tells_them_apart()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var customers = await host.RecordsAsync("Powerofficego", "Customers");
        var persons = await host.RecordsAsync("Powerofficego", "Customers person");

        Assert.Equal(customers.Select(record => record.Identity), persons.Select(record => record.Identity));
        Assert.All(persons, record => Assert.Equal(record.Raw.GetProperty("IsPerson").GetBoolean(), record.InScope));
        Assert.Contains(persons, record => record.InScope);
        Assert.Contains(persons, record => !record.InScope);
        Assert.Equal(
            new("Powerofficego", "Customers"), host.Source("Powerofficego", "Customers person").PhysicalEntity);
    }

    [Fact]
    public async Task A_stamp_covers_the_address_too()
    {
        await using var host = Host.Of(new ScriptedHandler(
            (request, _) => request.RequestUri!.AbsolutePath.EndsWith("Token", StringComparison.Ordinal)
            ? ScriptedHandler.Json("""{"access_token":"t","token_type":"bearer","expires_in":1200}""")
            : ScriptedHandler.Json("""
                {
                  "Id": 7,
                  "LastChangedDateTimeOffset": "2024-01-02T03:04:05.1234567",
                  "MailAddress": { "LastChangedDateTimeOffset": "2024-02-03T04:05:06.7654321+02:00" }
                }
                """)));

        var record = await host.Source("Powerofficego", "Customers")
            .ReadAsync("7", TestContext.Current.CancellationToken);

        Assert.Equal(new DateTimeOffset(2024, 2, 3, 2, 5, 6, TimeSpan.Zero).AddTicks(7654321), record!.Modified);
    }

    [Theory]
    [InlineData("YouTrack", "identified as the user of the token")]
    [InlineData("Keap", "identified by the account's name")]
    [InlineData("Powerofficego", "identified by the client")]
    [InlineData("Customcrm", "identified by the account")]
    public async Task A_connection_says_whose_data_it_reaches(string system, string how)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var account = await host.Connection(system).IdentifyAsync(TestContext.Current.CancellationToken);

        Assert.Equal(system, account.System);
        Assert.StartsWith("http://127.0.0.1:", account.Id, StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(account.Name), how);
        Assert.Equal(system == "YouTrack", account.Self is not null);
    }
}
