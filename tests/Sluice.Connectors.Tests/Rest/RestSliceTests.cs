using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>
/// From settings to what goes over the wire and comes back, through the parts that all connectors share.
/// </summary>
public sealed class RestSliceTests
{
    private const string Paged = RestHost.Routes + """
        , "Paging": { "Style": "Offset", "Offset": "_start", "Size": "_limit" }
        """;

    [Fact]
    public async Task A_system_is_listed_read_and_written_by_its_settings()
    {
        var shelf = new ShelfServer(
            """{ "id": 1, "name": "Ask", "address": { "city": "Oslo" }, "rating": 4.50 }""",
            """{ "id": 2, "name": "Embla" }""",
            """{ "id": "x3", "name": "Ymir" }""")
        {
            List = (shelf, query) => ShelfServer.Json(new JsonArray([
                .. shelf.Records.Skip(Number(query["_start"])).Take(Number(query["_limit"]))
                    .Select(record => record.DeepClone()),
            ])),
        };
        await using var host = new RestHost(
            shelf, Paged, """ "Authentication": { "Kind": "Bearer", "Token": "secret-one" } """);

        var pages = await host.PagesAsync();
        var updated = await host.UpdateAsync("1", ("address.city", FieldValue.Of("Bergen")));
        var created = await host.CreateAsync("""{ "name": "Liv", "email": null }""");
        var deleted = await host.SendAsync(WriteRequest.Delete("x3"));

        Assert.Equal([["1", "2"], ["x3"], []], pages.Select(page => page.Records.Select(record => record.Key)));
        Assert.Equal("page 3 is empty, 3 distinct ids", pages[^1].EndProof);
        Assert.Equal(WriteOutcome.Committed, updated.Outcome);
        Assert.Equal("Bergen", OpenPath.Get(((IOpenRecord)updated.Record!.Value).Node, "address.city").ToString());
        Assert.Equal((WriteOutcome.Committed, "103"), (created.Outcome, created.Record!.Key));
        Assert.Equal(WriteOutcome.Committed, deleted.Outcome);
        Assert.Equal(
            [
                "GET /api/customers?_start=0&_limit=2", "GET /api/customers?_start=2&_limit=2",
                "GET /api/customers?_start=3&_limit=2", "GET /api/customers/1",
                """PATCH /api/customers/1 {"address":{"city":"Bergen"}}""",
                """POST /api/customers {"name":"Liv"}""", "DELETE /api/customers/x3",
            ],
            shelf.Asked);
        Assert.All(
            shelf.Headers.Where(header => header.StartsWith("Authorization", StringComparison.Ordinal)),
            header => Assert.Equal("Authorization: Bearer secret-one", header));
        Assert.Equal(7, shelf.Headers.Count(header => header.StartsWith("Authorization", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_no_document_names_survives_and_digits_stay()
    {
        var shelf = new ShelfServer("""{ "id": 1, "name": "Ask", "rating": 4.50, "tags": [ { "a": null } ] }""");
        await using var host = new RestHost(shelf, RestHost.Routes);

        var record = await host.ReadAsync("1");

        Assert.Equal(
            """{"id":1,"name":"Ask","rating":4.50,"tags":[{"a":null}]}""",
            ((IOpenRecord)record.Value).Node.ToJsonString());
    }

    [Fact]
    public async Task A_record_that_is_none_is_told_and_the_others_go_on()
    {
        var shelf = new ShelfServer { List = (_, _) => Support.ScriptedHandler.Json(
            """[ { "id": 1 }, 7, { "name": "nobody" }, { "id": 4, "a": { "b": 1, "b": 2 } }, { "id": ".." } ]""") };
        await using var host = new RestHost(shelf, RestHost.Routes);

        var page = Assert.Single(await host.PagesAsync());

        Assert.Equal(["1"], page.Records.Select(record => record.Key));
        Assert.Equal(
            [
                ("page 1, item 2", "An object was expected, not Number."),
                ("page 1, item 3", "It has no key that could be used: its id is none."),
                ("4", "The record cannot be read: One of its names stands in an object twice."),
                ("page 1, item 5", "It has no key that could be used: its id is none."),
            ],
            page.Bad.Select(bad => (bad.Key, bad.Reason)));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
