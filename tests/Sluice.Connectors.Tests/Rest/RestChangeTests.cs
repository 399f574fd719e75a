using System.Text.Json.Nodes;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>Listings of what changed, by parameter or filter, inclusive or not, in each form of time.</summary>
public sealed class RestChangeTests
{
    [Theory]
    [InlineData("Iso", "\"2026-01-02T03:04:05.678Z\"", "2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05.677Z")]
    [InlineData("IsoSeconds", "\"2026-01-02T03:04:05.678Z\"", "2026-01-02T03:04:05Z", "2026-01-02T03:04:04Z")]
    [InlineData("Iso", "\"2026-01-02 04:04:05.6789 +01:00\"", "2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05.677Z")]
    [InlineData("EpochMilliseconds", "1767323045678", "1767323045678", "1767323045677")]
    [InlineData("EpochSeconds", "1767323045", "1767323045", "1767323044")]
    public async Task What_changed_since_the_last_stamp_is_asked_for_in_the_systems_form(
        string form, string stamp, string cursor, string before)
    {
        foreach (var (exclusive, since) in new[] { ("false", cursor), ("true", before) })
        {
            var shelf = new ShelfServer($$"""{ "id": 1, "at": {{stamp}} }""", """{ "id": 2, "at": null }""");
            await using var host = new RestHost(
                shelf,
                $$"""
                {{RestHost.Routes}}, "Modified": "at", "TimeForm": "{{form}}",
                "Changes": { "Parameter": "$filter", "Filter": "(at gt '{since}')", "Exclusive": {{exclusive}} }
                """);
            var source = Assert.IsAssignableFrom<IDeltaSource>(host.Source);

            var page = Assert.Single(await host.PagesAsync());
            var changed = await PagesAsync(source, page.Cursor!);

            Assert.Equal(cursor, page.Cursor);
            Assert.NotNull(page.Records[0].Modified);
            Assert.Equal(cursor, changed[^1].Cursor);
            Assert.NotNull(changed[^1].EndProof);
            Assert.Equal($"GET /api/customers?$filter=(at gt '{since}')", shelf.Asked[1]);
        }
    }

    // A record of page 1 changes while page 2 is made: its change must not lie before the cursor.
    [Fact]
    public async Task A_cursor_is_never_later_than_a_change_that_was_not_shown()
    {
        var shelf = new ShelfServer
        {
            List = (_, query) => ShelfServer.Json(JsonNode.Parse(query["page"] switch
            {
                "1" => """[ { "id": 1, "at": "2026-01-01T00:00:01Z" }, { "id": 2, "at": "2026-01-01T00:00:02Z" } ]""",
                "2" => """[ { "id": 3, "at": "2026-01-01T00:00:09Z" } ]""",
                _ => "[]",
            })!),
        };
        await using var host = new RestHost(
            shelf,
            RestHost.Routes
                + """, "Modified": "at", "Paging": { "Style": "Page" }, "Changes": { "Parameter": "since" } """);

        var pages = await host.PagesAsync();

        Assert.Equal([null, null, "2026-01-01T00:00:02.000Z"], pages.Select(page => page.Cursor));
    }

    // A record of page 1 moves to the end while page 2 is read, and the first of page 2 moves up and is never shown.
    [Fact]
    public async Task F12_Changes_that_were_not_shown_to_their_end_are_asked_for_again_from_where_they_were()
    {
        var shelf = new ShelfServer
        {
            List = (_, query) => ShelfServer.Json(JsonNode.Parse(query["page"] switch
            {
                "1" => """
                    {
                      "n": 4,
                      "a": [{ "id": 1, "at": "2026-01-01T00:00:08Z" }, { "id": 2, "at": "2026-01-01T00:00:09Z" }]
                    }
                    """,
                "2" => """
                    {
                      "n": 4,
                      "a": [{ "id": 4, "at": "2026-01-01T00:00:05Z" }, { "id": 1, "at": "2026-01-01T00:00:10Z" }]
                    }
                    """,
                _ => """{ "n": 4, "a": [] }""",
            })!),
        };
        await using var host = new RestHost(
            shelf,
            RestHost.Routes + """
                , "Modified": "at", "Paging": { "Style": "Page" }, "Changes": { "Parameter": "since" },
                "Envelope": { "Items": "a", "Total": "n" }
                """);
        var source = (IDeltaSource)host.Source;

        var (all, changed) = (await host.PagesAsync(), await PagesAsync(source, "2026-01-01T00:00:00.000Z"));

        Assert.All(all.Concat(changed), page => Assert.Null(page.EndProof));
        Assert.All(all.Concat(changed), page => Assert.Null(page.Cursor));
    }

    // What a stamp without a zone means, the system knows: sent back as it came, it means that again.
    [Theory]
    [InlineData("Iso", "2026-01-02 03:04:05", "2026-01-02 03:04:05.000", "2026-01-02 03:04:04.999")]
    [InlineData("Iso", "2026-01-02T03:04:05.6789", "2026-01-02T03:04:05.678", "2026-01-02T03:04:05.677")]
    [InlineData("IsoSeconds", "2026-01-02T03:04:05", "2026-01-02T03:04:05", "2026-01-02T03:04:04")]
    public async Task F10_A_stamp_without_a_zone_goes_back_without_one(
        string form, string stamp, string cursor, string before)
    {
        foreach (var (exclusive, since) in new[] { ("false", cursor), ("true", before) })
        {
            var shelf = new ShelfServer($$"""{ "id": 1, "at": "{{stamp}}" }""");
            await using var host = new RestHost(
                shelf,
                $$"""
                {{RestHost.Routes}}, "Modified": "at", "TimeForm": "{{form}}",
                "Changes": { "Parameter": "since", "Exclusive": {{exclusive}} }
                """);
            var source = (IDeltaSource)host.Source;

            var page = Assert.Single(await host.PagesAsync());
            var changed = await PagesAsync(source, page.Cursor!);

            Assert.Equal(cursor, page.Cursor);
            Assert.Equal(cursor, changed[^1].Cursor);
            Assert.Equal($"GET /api/customers?since={since}", shelf.Asked[1]);
            Assert.DoesNotContain('Z', source.Earlier(page.Cursor!, TimeSpan.FromMinutes(2)));
        }
    }

    [Fact]
    public async Task Where_nothing_changed_the_cursor_stays_and_steps_back_in_its_own_form()
    {
        await using var host = new RestHost(
            new ShelfServer(), RestHost.Routes + """, "Modified": "at", "Changes": { "Parameter": "since" } """);
        var source = (IDeltaSource)host.Source;

        Assert.Null(Assert.Single(await host.PagesAsync()).Cursor);
        Assert.Equal("2026-01-01T00:00:00.000Z", (await PagesAsync(source, "2026-01-01T00:00:00.000Z"))[^1].Cursor);
        Assert.Equal("2025-12-31T23:58:00.000Z", source.Earlier("2026-01-01T00:00:00.000Z", TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task A_system_that_cannot_be_asked_for_changes_is_no_source_of_them()
    {
        await using var host = new RestHost(new ShelfServer(), RestHost.Routes + """, "Modified": "at" """);

        Assert.False(host.Source is IDeltaSource);
    }

    private static async Task<List<Page>> PagesAsync(IDeltaSource source, string cursor)
    {
        var pages = new List<Page>();
        await foreach (var page in source.ListChangedAsync(cursor, TestContext.Current.CancellationToken))
            pages.Add(page);

        return pages;
    }
}
