using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>Listings of what changed, and what they do not show.</summary>
public sealed class ChangeTests
{
    private const string Go = "Powerofficego";
    private const string Keap = "Keap";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Go, "Contactperson", "PhoneNumber")]
    [InlineData(Go, "Customers", "PhoneNumber")]
    [InlineData(Go, "Customers person", "PhoneNumber")]
    [InlineData(Go, "Employees", "PhoneNumber")]
    [InlineData(Keap, "Contacts", "preferred_name")]
    public async Task A_change_of_the_very_stamp_that_was_seen_last_is_not_lost(
        string system, string entity, string property)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new() { MaximumPageSize = 1000 });
        await using var host = Host.Of(sandbox.Addresses);
        var source = Assert.IsAssignableFrom<IDeltaSource>(host.Source(system, entity));
        var pages = await host.PagesAsync(system, entity);
        var keys = pages.SelectMany(page => page.Records).Select(record => record.Key).ToList();
        await EditAsync(sandbox, system, entity, keys[0], property, "One");
        var first = await ChangedAsync(source, pages[^1].Cursor!);

        // The clock stands still: whatever is edited now bears the stamp that the cursor was made of.
        await EditAsync(sandbox, system, entity, keys[^1], property, "Two");
        var second = await ChangedAsync(source, first[^1].Cursor!);

        Assert.Contains(keys[0], Keys(first));
        Assert.Equal([keys[0], keys[^1]], Keys(second));
        Assert.True(keys.Count > 2);
        Assert.NotNull(second[^1].EndProof);
    }

    [Theory]
    [InlineData("2026-03-04T05:06:07.890Z", "2026-03-04T05:06:06.000Z")]
    [InlineData("2026-03-04T05:06:07.000Z", "2026-03-04T05:06:06.000Z")]
    [InlineData("2026-03-01T00:00:00.001Z", "2026-02-28T23:59:59.000Z")]
    [InlineData("2026-03-04T05:06:07.890+02:00", "2026-03-04T03:06:06.000Z")]
    public async Task Keap_is_asked_from_the_whole_second_before_so_that_no_rounding_loses_a_contact(
        string stamp, string since)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var source = (IDeltaSource)host.Source(Keap, "Contacts");
        var cursor = DateTimeOffset.Parse(stamp, CultureInfo.InvariantCulture)
            .ToString("O", CultureInfo.InvariantCulture);

        await ChangedAsync(source, cursor);

        var asked = (await sandbox.LogAsync())[^1]["path"]!.GetValue<string>();
        Assert.Contains($"since={since}", Uri.UnescapeDataString(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_contacts_that_changed_are_listed_over_several_pages()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var source = (IDeltaSource)host.Source(Keap, "Contacts");
        var pages = await host.PagesAsync(Keap, "Contacts");
        var keys = pages.SelectMany(page => page.Records).Select(record => record.Key).ToList();

        var all = await ChangedAsync(source, source.Earlier(pages[^1].Cursor!, TimeSpan.FromDays(5_000)));
        var none = await ChangedAsync(source, Days(sandbox, 1));

        Assert.True(all.Count > 2);
        Assert.Equal(keys, Keys(all));
        Assert.Empty(Keys(none));
        Assert.NotNull(none[^1].EndProof);
    }

    [Theory]
    [InlineData("Contactperson")]
    [InlineData("Customers")]
    [InlineData("Customers person")]
    [InlineData("Employees")]
    [InlineData("Suppliers")]
    public async Task Changes_do_not_show_an_edit_of_an_address_so_all_is_listed_where_a_document_names_one(
        string entity)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await using var naming = Host.Naming(sandbox.Addresses, Named.By(Go, entity, "mailAddress.city"));
        var pages = await host.PagesAsync(Go, entity);
        var key = pages.SelectMany(page => page.Records).First().Key;
        sandbox.Clock.Advance(TimeSpan.FromDays(400));

        await EditAsync(sandbox, Go, entity, key, "MailAddress", new JsonObject
        {
            ["City"] = "Vadsø",
            ["ZipCode"] = "9800",
        });

        var cursor = Days(sandbox, -1);
        Assert.Empty(Keys(await ChangedAsync((IDeltaSource)host.Source(Go, entity), cursor)));
        Assert.False(naming.Source(Go, entity) is IDeltaSource);
        Assert.Contains(await naming.RecordsAsync(Go, entity), record => record.Key == key
            && record.Raw.GetProperty("MailAddress").GetProperty("City").GetString() == "Vadsø");
    }

    [Fact]
    public async Task Changes_do_not_show_the_new_name_of_an_employer_so_all_is_listed_where_a_document_names_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await using var naming = Host.Naming(
            sandbox.Addresses, Named.By(Keap, "Contacts", "company.company_name"));
        var company = (await host.RecordsAsync(Keap, "Contacts"))
            .Select(record => ((Connectors.Keap.Contact)record.Value).Company?.Id).First(id => id is not null);
        sandbox.Clock.Advance(TimeSpan.FromDays(400));

        await EditAsync(sandbox, Keap, "Companies", $"{company}", "company_name", "Renamed AS");

        var cursor = Days(sandbox, -1);
        Assert.Empty(Keys(await ChangedAsync((IDeltaSource)host.Source(Keap, "Contacts"), cursor)));
        Assert.False(naming.Source(Keap, "Contacts") is IDeltaSource);
        Assert.Contains(
            await naming.RecordsAsync(Keap, "Contacts"),
            record => ((Connectors.Keap.Contact)record.Value).Company?.CompanyName == "Renamed AS");
    }

    [Fact]
    public async Task The_id_of_an_employer_moves_the_stamp_so_naming_it_lists_what_changed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var naming = Host.Naming(sandbox.Addresses, Named.By(Keap, "Contacts", "company.id"));

        Assert.IsAssignableFrom<IDeltaSource>(naming.Source(Keap, "Contacts"));
    }

    [Fact]
    public async Task A_document_about_customers_says_nothing_about_the_other_view_of_them()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var naming = Host.Naming(sandbox.Addresses, Named.By(Go, "Customers", "MailAddress.ZipCode"));

        Assert.False(naming.Source(Go, "Customers") is IDeltaSource);
        Assert.IsAssignableFrom<IDeltaSource>(naming.Source(Go, "Customers person"));
    }

    [Fact]
    public async Task A_customer_that_stops_being_a_person_is_shown_once_more_as_out_of_scope()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var source = (IDeltaSource)host.Source(Go, "Customers person");
        var pages = await host.PagesAsync(Go, "Customers person");
        var records = pages.SelectMany(page => page.Records).ToList();
        var (person, company) = (records.First(one => one.InScope), records.First(one => !one.InScope));
        sandbox.Clock.Advance(TimeSpan.FromDays(400));

        await EditAsync(sandbox, Go, "Customers", person.Key, "IsPerson", false);
        await EditAsync(sandbox, Go, "Customers", company.Key, "IsPerson", true);

        var changed = await ChangedAsync(source, Days(sandbox, -1));
        Assert.Equal(
            new[] { (person.Key, false), (company.Key, true) }.Order(),
            changed.SelectMany(page => page.Records).Select(one => (one.Key, one.InScope)).Order());
    }

    public static TheoryData<string, string> Changing => new()
    {
        { Keap, "Contacts" },
        { Go, "Contactperson" },
        { Go, "Customers" },
        { Go, "Customers person" },
        { Go, "Departments" },
        { Go, "Employees" },
        { Go, "Products" },
        { Go, "Salesorders" },
        { Go, "Suppliers" },
        { Go, "Suppliers person" },
        { "YouTrack", "Issues" },
        { "YouTrack", "Workitems" },
    };

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task One_small_call_tells_whether_as_many_records_are_there(string system, string entity)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new() { MaximumPageSize = 1000 });
        await using var host = Host.Of(sandbox.Addresses);
        var source = Assert.IsAssignableFrom<ICountedSource>(host.Source(system, entity));
        var count = (await host.RecordsAsync(system, entity)).Count;
        var before = (await sandbox.LogAsync()).Count;

        Assert.True(await source.HasAsync(count, Token));
        Assert.False(await source.HasAsync(count - 1, Token));
        Assert.False(await source.HasAsync(count + 1, Token));
        Assert.False(await source.HasAsync(0, Token));

        Assert.Equal(before + 4, (await sandbox.LogAsync()).Count);
        Assert.True(count > 2);
    }

    [Theory]
    [InlineData(Keap, "Contacts")]
    [InlineData(Go, "Contactperson")]
    public async Task A_record_that_was_deleted_is_missed(string system, string entity)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new() { MaximumPageSize = 1000 });
        await using var host = Host.Of(sandbox.Addresses);
        var source = (ICountedSource)host.Source(system, entity);
        var records = await host.RecordsAsync(system, entity);

        var written = await host.Sink(system, entity).SendAsync(WriteRequest.Delete(records[1].Key), Token);

        Assert.Equal(WriteOutcome.Committed, written.Outcome);
        Assert.False(await source.HasAsync(records.Count, Token));
        Assert.True(await source.HasAsync(records.Count - 1, Token));
    }

    [Fact]
    public async Task Where_pages_do_not_say_what_follows_a_missing_record_is_missed_all_the_same()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new() { MaximumPageSize = 1000 });
        await using var host = Host.Of(sandbox.Addresses);
        var source = (ICountedSource)host.Source(Go, "Customers");
        var count = (await host.RecordsAsync(Go, "Customers")).Count;
        await sandbox.ControlAsync(HttpMethod.Post, "_faults", """{"kind":"missing-next"}""");

        Assert.True(await source.HasAsync(count, Token));
        Assert.False(await source.HasAsync(count + 1, Token));
    }

    private static async Task<List<Page>> ChangedAsync(IDeltaSource source, string cursor)
    {
        var pages = new List<Page>();
        await foreach (var page in source.ListChangedAsync(cursor, Token))
            pages.Add(page);

        return pages;
    }

    private static string Days(RunningSandbox sandbox, int days) =>
        sandbox.Clock.GetUtcNow().AddDays(days).ToString("O", CultureInfo.InvariantCulture);

    private static List<string> Keys(List<Page> pages) =>
        [.. pages.SelectMany(page => page.Records).Select(record => record.Key)];

    private static Task<Answer> EditAsync(
        RunningSandbox sandbox, string system, string entity, string key, string property, JsonNode value) =>
        sandbox.ControlAsync(HttpMethod.Post, "_edit", new JsonObject
        {
            ["system"] = system.ToLowerInvariant(),
            ["entity"] = entity == "Contactperson" ? "contactpersons" : entity.Split(' ')[0].ToLowerInvariant(),
            ["id"] = key.Split('/')[^1],
            ["set"] = new JsonObject { [property] = value },
        }.ToJsonString()).Expect(HttpStatusCode.OK);
}
