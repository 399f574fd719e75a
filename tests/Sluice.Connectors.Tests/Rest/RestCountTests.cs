using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>How many records there are, as a system tells it that settings describe.</summary>
public sealed class RestCountTests
{
    private const string Changes = """, "Modified": "at", "Changes": { "Parameter": "since" }, """;
    private const string Total = """, "Envelope": { "Items": "items", "Total": "all" } """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(""" "Paging": { "Style": "Offset", "Size": "limit" } """, "?offset=2&limit=2")]
    [InlineData(""" "Paging": { "Style": "Offset" } """, "?offset=2")]
    [InlineData(""" "Paging": { "Style": "Page", "Size": "size" } """, "?page=3&size=1")]
    [InlineData(""" "Paging": { "Style": "Page", "Size": "size", "First": 0 } """, "?page=2&size=1")]
    [InlineData(""" "Paging": { "Style": "Offset", "Size": "limit" } """ + Total, "?offset=2&limit=2")]
    [InlineData(""" "Paging": { "Style": "Page" } """ + Total, "?page=1")]
    [InlineData(""" "Paging": { "Style": "Cursor", "Next": "next", "Size": "size" } """ + Total, "?size=1")]
    public async Task It_is_asked_for_where_the_last_record_stands_or_of_the_total(string paging, string asked)
    {
        var shelf = new ShelfServer
        {
            List = (all, query) => Answer(
                all.Records, query, paging.Contains("First", StringComparison.Ordinal),
                isBare: !paging.Contains("Items", StringComparison.Ordinal)),
        };
        await using var host = new RestHost(shelf, RestHost.Routes + Changes + paging);
        var source = Assert.IsAssignableFrom<ICountedSource>(host.Source);
        Assert.True(await source.HasAsync(0, Token));
        Assert.False(await source.HasAsync(1, Token));

        for (var id = 1; id <= 3; id++)
            shelf.Records.Add(new() { ["id"] = id, ["at"] = "2026-01-01T00:00:00Z" });

        Assert.True(await source.HasAsync(3, Token));
        Assert.Equal($"GET /api/customers{asked}", shelf.Asked[^1]);
        Assert.False(await source.HasAsync(4, Token));
        shelf.Records.RemoveAt(1);
        Assert.False(await source.HasAsync(3, Token));
    }

    [Theory]
    [InlineData(""" "Paging": { "Style": "Cursor", "NextHeader": "X-Next", "Size": "size" } """)]
    [InlineData(""" "Paging": { "Style": "Page" } """)]
    [InlineData(""" "Paging": { "Style": "None" } """)]
    public async Task Where_no_page_tells_it_is_not_asked_for(string paging)
    {
        await using var host = new RestHost(new ShelfServer(), RestHost.Routes + Changes + paging);

        Assert.IsAssignableFrom<IDeltaSource>(host.Source);
        Assert.False(host.Source is ICountedSource);
    }

    private static HttpResponseMessage Answer(
        List<JsonObject> records, IReadOnlyDictionary<string, string> query, bool countsFromZero, bool isBare)
    {
        const int Most = 2;
        var size = Number("limit") ?? Number("size") ?? Most;
        var skipped = Number("offset")
            ?? (Number("page") is { } page ? (page - (countsFromZero ? 0 : 1)) * size : 0);
        var items = new JsonArray(
            [.. records.Skip(skipped).Take(size).Select(record => record.DeepClone())]);
        return ShelfServer.Json(isBare ? items : new JsonObject
        {
            ["items"] = items, ["all"] = records.Count, ["next"] = skipped + size < records.Count ? "more" : null,
        });

        int? Number(string name) =>
            query.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;
    }
}
