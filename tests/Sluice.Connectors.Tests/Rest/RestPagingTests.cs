using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>Each way to page and each envelope, as a server with three records answers.</summary>
public sealed class RestPagingTests
{
    private static readonly string[] Three = ["""{ "id": 1 }""", """{ "id": 2 }""", """{ "id": 3 }"""];

    [Fact]
    public async Task Everything_in_one_answer()
    {
        var shelf = new ShelfServer(Three);
        await using var host = new RestHost(shelf, RestHost.Routes);

        var page = Assert.Single(await host.PagesAsync());

        Assert.Equal("page 1 is marked as the last, 3 distinct ids", page.EndProof);
        Assert.Equal(["GET /api/customers"], shelf.Asked);
    }

    [Fact]
    public async Task A_name_may_hold_a_dot_as_those_of_OData_do()
    {
        var shelf = new ShelfServer(Three)
        {
            List = (shelf, query) => ScriptedHandler.Json(query.ContainsKey("$skiptoken")
                ? """{ "d": { "@odata.count": 3, "value": [ { "id": 3 } ] } }"""
                : """
                {
                  "d": {
                    "@odata.count": 3, "@odata.nextLink": "https://shop.example/api/customers?$skiptoken=2",
                    "value": [ { "id": 1 }, { "id": 2 } ]
                  }
                }
                """),
        };
        await using var host = new RestHost(
            shelf,
            RestHost.Routes + """
            , "Paging": { "Style": "NextLink", "Next": "d.@odata.nextLink", "NextOmitted": true },
              "Envelope": { "Items": "d.value", "Total": "d.@odata.count" }
            """);

        Assert.Equal(["1", "2", "3"], await host.KeysAsync());
        Assert.Equal(["GET /api/customers", "GET /api/customers?$skiptoken=2"], shelf.Asked);
    }

    [Fact]
    public async Task A_member_of_a_key_may_hold_a_dot()
    {
        var shelf = new ShelfServer("""{ "crm.id": 7 }""", """{ "crm": { "id": 8 } }""");
        await using var host = new RestHost(
            shelf, """ "List": "/customers", "Get": "/customers/{key}", "Key": "crm.id" """);

        Assert.Equal(["7", "8"], await host.KeysAsync());
    }

    [Theory]
    [InlineData(
        """ "Modified": "changd" """,
        "the time stamp 'changd' was expected in the records, and none of 3 shows it "
            + "(Systems:Shop:Entities:Customers:Modified; where the system leaves nulls out, switch OmitsNulls on)")]
    [InlineData(
        """ "Modified": "changed", "TimeForm": "EpochSeconds" """,
        "'changed' holds \"2026-01-01T00:00:00Z\", which is no point in time of the form EpochSeconds "
            + "(Systems:Shop:Entities:Customers:TimeForm)")]
    [InlineData(""" "Modified": "changd", "OmitsNulls": true """, null)]
    [InlineData(""" "Modified": "changed" """, null)]
    public async Task A_time_stamp_that_no_record_bears_is_named(string settings, string? problem)
    {
        var shelf = new ShelfServer(
            """{ "id": 1, "changed": "2026-01-01T00:00:00Z" }""", """{ "id": 2, "changed": null }""",
            """{ "id": 3 }""");
        await using var host = new RestHost(shelf, $"{RestHost.Routes}, {settings}");

        if (problem is null)
        {
            Assert.Equal(["1", "2", "3"], await host.KeysAsync());
            return;
        }

        var failure = await Assert.ThrowsAsync<RemoteException>(host.PagesAsync);
        Assert.EndsWith($": {problem}.", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Compare Systems:Shop:BaseAddress and Systems:Shop:Entities with what the system answers", failure.Fix,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """
        "Paging": { "Style": "Offset", "Offset": "$skip", "Size": "$top" },
        "Envelope": { "Items": "users", "Total": "total" }
        """,
        "GET /api/customers?$skip=0&$top=2|GET /api/customers?$skip=2&$top=2", "total 3 = 3 distinct ids")]
    [InlineData(
        """
        "Paging": { "Style": "Page", "Page": "PageNumber", "Size": "PageSize" },
        "Envelope": { "TotalHeader": "X-Total-Count" }
        """,
        "GET /api/customers?PageNumber=1&PageSize=2|GET /api/customers?PageNumber=2&PageSize=2",
        "total 3 = 3 distinct ids")]
    [InlineData(
        """ "Paging": { "Style": "Page", "First": 0, "More": "meta.more" }, "Envelope": { "Items": "result.rows" } """,
        "GET /api/customers?page=0|GET /api/customers?page=1", "page 2 is marked as the last, 3 distinct ids")]
    [InlineData(
        """
        "Paging": { "Style": "Cursor", "Cursor": "page_token", "Next": "next_page_token", "Size": "page_size" },
        "Envelope": { "Items": "users" }
        """,
        "GET /api/customers?page_size=2|GET /api/customers?page_token=c 2&page_size=2",
        "page 2 is marked as the last, 3 distinct ids")]
    [InlineData(
        """ "Paging": { "Style": "NextLink", "Next": "next", "Size": "limit" }, "Envelope": { "Items": "users" } """,
        "GET /api/customers?limit=2|GET /api/customers?from=2", "page 2 is marked as the last, 3 distinct ids")]
    [InlineData(
        """ "Paging": { "Style": "NextLink", "NextHeader": "Link" } """,
        "GET /api/customers|GET /api/customers?from=2", "page 2 is marked as the last, 3 distinct ids")]
    [InlineData(
        """ "Paging": { "Style": "NextLink", "NextHeader": "X-Pagination:nextPageLink" } """,
        "GET /api/customers|GET /api/customers?from=2", "page 2 is marked as the last, 3 distinct ids")]
    public async Task Three_records_on_two_pages(string settings, string asked, string proof)
    {
        var shelf = new ShelfServer(Three) { List = Any };
        await using var host = new RestHost(shelf, $"{RestHost.Routes}, {settings}");

        var pages = await host.PagesAsync();

        Assert.Empty(host.Problems);
        Assert.Equal([["1", "2"], ["3"]], pages.Select(page => page.Records.Select(record => record.Key)));
        Assert.Equal(proof, pages[^1].EndProof);
        Assert.Equal(asked.Split('|'), shelf.Asked);
    }

    [Fact]
    public async Task No_content_is_an_empty_list()
    {
        var shelf = new ShelfServer { List = (_, _) => new(HttpStatusCode.NoContent) };
        await using var host = new RestHost(
            shelf, RestHost.Routes + """, "Paging": { "Style": "Page" }, "Envelope": { "Items": "data" } """);

        var page = Assert.Single(await host.PagesAsync());

        Assert.Empty(page.Records);
        Assert.NotNull(page.EndProof);
    }

    [Theory]
    [InlineData("https://evil.example/api/customers?from=2", "https://evil.example")]
    [InlineData("//evil.example/customers", "https://evil.example")]
    [InlineData("http://shop.example/api/customers?from=2", "http://shop.example")]
    [InlineData("https://shop.example:8443/api/customers", "https://shop.example:8443")]
    [InlineData("https://user@shop.example/api/customers", "https://shop.example")]
    public async Task A_next_page_at_another_host_is_never_asked_for(string next, string place)
    {
        var shelf = new ShelfServer
        {
            List = (_, _) => ScriptedHandler.Json($$"""{ "items": [ { "id": 1 } ], "next": "{{next}}" }"""),
        };
        await using var host = new RestHost(
            shelf,
            RestHost.Routes + """
                , "Paging": { "Style": "NextLink", "Next": "next" }, "Envelope": { "Items": "items" }
                """,
            """ "Authentication": { "Kind": "Bearer", "Token": "secret-one" } """);

        var failure = await Assert.ThrowsAsync<RemoteException>(host.PagesAsync);

        Assert.Contains($"is at {place}, which is not where it is reached", failure.Message, StringComparison.Ordinal);
        Assert.Single(shelf.Asked);
    }

    [Fact]
    public async Task An_empty_page_that_goes_on_ends_nothing_and_one_that_leads_to_itself_is_told()
    {
        var shelf = new ShelfServer
        {
            List = (_, query) => ScriptedHandler.Json(query.GetValueOrDefault("cursor") switch
            {
                null => """{ "items": [], "next": "a" }""",
                "a" => """{ "items": [ { "id": 1 } ], "next": "b" }""",
                _ => """{ "items": [], "next": "b" }""",
            }),
        };
        await using var host = new RestHost(
            shelf,
            RestHost.Routes + """
                , "Paging": { "Style": "Cursor", "Next": "next" }, "Envelope": { "Items": "items" }
                """);

        var failure = await Assert.ThrowsAsync<RemoteException>(host.PagesAsync);

        Assert.Contains("the walk does not move", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, shelf.Asked.Count);
    }

    [Theory]
    [InlineData("", """{ "rows": [], "more": [] }""", "an object with the list 'rows' or 'more' came")]
    [InlineData(
        "\"Envelope\": { \"Items\": \"data.rows\" }", """{ "data": {} }""", "a list at 'data.rows' was expected")]
    [InlineData("", "\"x\"", "a bare list was expected")]
    [InlineData(
        "\"Paging\": { \"Style\": \"NextLink\", \"NextHeader\": \"X-Pagination:next\" }", "[]",
        "did not say for Customers, page 1 what follows it: the header X-Pagination:next was expected")]
    [InlineData(
        "\"Paging\": { \"Style\": \"NextLink\", \"NextHeader\": \"Link\", \"Size\": \"n\" }", "[]",
        "the header Link was expected in the answer")]
    [InlineData(
        "\"Paging\": { \"Style\": \"Cursor\", \"Next\": \"nxt\" }, \"Envelope\": { \"Items\": \"a\" }",
        """{ "a": [ { "id": 1 } ], "next": "c" }""", "'nxt' was expected in the answer")]
    public async Task An_answer_of_another_shape_is_told_with_what_it_has(string settings, string body, string problem)
    {
        var shelf = new ShelfServer { List = (_, _) => ScriptedHandler.Json(body) };
        await using var host = new RestHost(
            shelf, settings.Length == 0 ? RestHost.Routes : $"{RestHost.Routes}, {settings}");

        var failure = await Assert.ThrowsAsync<RemoteException>(host.PagesAsync);

        Assert.Equal(RemoteFailure.Malformed, failure.Failure);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "\"Paging\": { \"Style\": \"Cursor\", \"Next\": \"next\", \"NextOmitted\": true }", "is marked as the last")]
    [InlineData(
        "\"Paging\": { \"Style\": \"Cursor\", \"Next\": \"next\", \"More\": \"more\" }", "is marked as the last")]
    [InlineData("\"Paging\": { \"Style\": \"Cursor\", \"Next\": \"next\" }", "total 1 = 1 distinct ids")]
    public async Task A_page_without_a_cursor_is_the_last_where_something_says_so(string settings, string proof)
    {
        var shelf = new ShelfServer
        {
            List = (_, _) => ScriptedHandler.Json("""{ "a": [ { "id": 1 } ], "more": false, "n": 1 }"""),
        };
        var total = proof.StartsWith("total", StringComparison.Ordinal) ? ", \"Total\": \"n\"" : "";
        await using var host = new RestHost(
            shelf, $$"""{{RestHost.Routes}}, {{settings}}, "Envelope": { "Items": "a"{{total}} } """);

        Assert.Contains(proof, Assert.Single(await host.PagesAsync()).EndProof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_documents_need_is_asked_for_where_a_system_wants_that()
    {
        var shelf = new ShelfServer([.. Three, """{ "id": 4, "changed": { "at": null } }"""]);
        await using var host = new RestHost(
            shelf, RestHost.Routes + """, "Modified": "changed.at", "Fields": { "Parameter": "fields" } """);

        await host.PagesAsync();
        await host.ReadAsync("1");

        Assert.Equal(
            [
                "GET /api/customers?fields=id,changed,name,address,email",
                "GET /api/customers/1?fields=id,changed,name,address,email",
            ],
            shelf.Asked);
    }

    // Says all there is to say about a page, in every envelope at once; two records are a page.
    private static HttpResponseMessage Any(ShelfServer shelf, IReadOnlyDictionary<string, string> query)
    {
        var isSecond = query.Any(one => (one.Key, one.Value) is
            ("$skip", "2") or ("PageNumber", "2") or ("page", "1") or ("page_token", "c 2") or ("from", "2"));
        var items = new JsonArray([
            .. (isSecond ? shelf.Records.Skip(2) : shelf.Records.Take(2)).Select(record => record.DeepClone()),
        ]);
        var isBare = query.ContainsKey("PageNumber") || query.Count == 0 || query.ContainsKey("bare");
        var next = isSecond ? null : "/api/customers?from=2";
        var answer = ShelfServer.Json(isBare || (isSecond && query.ContainsKey("from") && shelf.Asked[0].EndsWith(
                "customers", StringComparison.Ordinal))
            ? items
            : new JsonObject
            {
                ["users"] = items,
                ["result"] = new JsonObject { ["rows"] = items.DeepClone() },
                ["total"] = shelf.Records.Count.ToString(CultureInfo.InvariantCulture),
                ["meta"] = new JsonObject { ["more"] = !isSecond },
                ["next"] = next,
                ["next_page_token"] = isSecond ? "" : "c 2",
            });
        answer.Headers.Add("X-Total-Count", "3");
        answer.Headers.Add("X-Pagination", new JsonObject { ["nextPageLink"] = next }.ToJsonString());
        var more = next is null ? "" : $", <{next}>; title=\"a, b\"; rel=\"last next\"";
        answer.Headers.Add("Link", $"<https://shop.example/x?a=1,2>; rel=\"first\"{more}");
        return answer;
    }
}
