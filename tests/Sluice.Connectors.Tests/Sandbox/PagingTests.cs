using System.Text.Json.Nodes;
using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

/// <summary>
/// With the servers' own page sizes every list takes three pages, and reading to the end gives every record once.
/// </summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData("users", "/users?fields=id&$top=500")]
    [InlineData("usergroups", "/usergroups?fields=id&$top=500")]
    [InlineData("organizations", "/organizations?fields=id&$top=500")]
    public async Task Hub_ends_at_its_total(string collection, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new());

        var (ids, pages) = await ReadAsync(async seen =>
        {
            var page = (await sandbox.HubAsync(Get, $"{path}&$skip={seen}").Expect(OK)).Json;
            return (Ids(page[collection]!, "id"),
                page["total"]!.GetValue<int>() > seen + page[collection]!.AsArray().Count);
        });

        await ExpectAsync(sandbox, "youtrack", collection, ids, pages, "id");
    }

    [Theory]
    [InlineData("users", "youTrackId", "users")]
    [InlineData("groups", "youTrackId", "usergroups")]
    public async Task YouTrack_ends_with_an_empty_page(string name, string id, string table)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new());

        var (ids, pages) = await ReadAsync(async seen =>
        {
            var page = (await sandbox.YouTrackAsync(Get, $"/{name}?$top=500&$skip={seen}").Expect(OK)).Json;
            return (Ids(page, "id"), page.AsArray().Count > 0);
        });

        await ExpectAsync(sandbox, "youtrack", table, ids, pages - 1, id);
    }

    [Theory]
    [InlineData("contacts")]
    [InlineData("companies")]
    [InlineData("products")]
    public async Task Keap_ends_at_its_count(string collection)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new());

        var (ids, pages) = await ReadAsync(async seen =>
        {
            var page = (await sandbox.KeapAsync(Get, $"/{collection}?limit=1000&offset={seen}").Expect(OK)).Json;
            return (Ids(page[collection]!, "id"),
                page["count"]!.GetValue<int>() > seen + page[collection]!.AsArray().Count);
        });

        await ExpectAsync(sandbox, "keap", collection, ids, pages, "id");
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("contacts")]
    public async Task The_Custom_CRM_ends_at_its_total(string collection)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new());

        var (ids, pages) = await ReadAsync(async seen =>
        {
            var page = (await sandbox.CrmAsync(Get, $"/{collection}?limit=200&offset={seen}").Expect(OK)).Json;
            return (Ids(page["items"]!, "Id"), page["total"]!.GetValue<int>() > seen + page["items"]!.AsArray().Count);
        });

        await ExpectAsync(sandbox, "customcrm", collection, ids, pages, "Id");
    }

    [Theory]
    [InlineData("Customers")]
    [InlineData("ContactPersons")]
    public async Task PowerOffice_ends_where_no_next_page_is_linked(string collection)
    {
        await using var sandbox = await RunningSandbox.StartAsync(new());
        var number = 0;

        var (ids, pages) = await ReadAsync(async _ =>
        {
            var page = await sandbox.PowerOfficeAsync(Get, $"/{collection}?PageNumber={++number}").Expect(OK);
            return (Ids(page.Json, "Id"), JsonNode.Parse(page.Headers["X-Pagination"])!["nextPageLink"] is not null);
        });

        await ExpectAsync(sandbox, "powerofficego", collection.ToLowerInvariant(), ids, pages, "Id");
    }

    private static async Task<(
        List<string> Ids, int Pages)> ReadAsync(Func<int, Task<(IEnumerable<string> Ids, bool More)>> read)
    {
        var ids = new List<string>();
        var pages = 0;
        bool more;
        do
        {
            (var page, more) = await read(ids.Count);
            ids.AddRange(page);
            pages++;
        }
        while (more);

        return (ids, pages);
    }

    private static IEnumerable<string> Ids(JsonNode list, string name) =>
        list.AsArray().Select(item => item![name]!.ToString());

    private static async Task ExpectAsync(
        RunningSandbox sandbox, string system, string table, List<string> ids, int pages, string name)
    {
        Assert.Equal(Ids((await sandbox.DumpAsync())[system]![table]!, name), ids);
        Assert.True(
            pages >= (table is "products" ? 2 : 3), $"{system} {table} has {ids.Count} records on {pages} pages.");
    }
}
