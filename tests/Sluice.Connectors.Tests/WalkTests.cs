using System.Net;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

public sealed class WalkTests
{
    [Fact]
    public async Task A_total_that_is_too_high_proves_nothing()
    {
        await using var host = Host.Of(
            new ScriptedHandler((request, _) => Companies(request, total: 4, Company(1), Company(2), Company(3))));

        var pages = await host.PagesAsync("Keap", "Companies");

        Assert.Equal(["1", "2", "3"], pages.SelectMany(page => page.Records).Select(record => record.Key));
        Assert.All(pages, page => Assert.Null(page.EndProof));
    }

    [Fact]
    public async Task A_total_that_is_reached_with_a_repeated_record_proves_nothing()
    {
        await using var host = Host.Of(
            new ScriptedHandler((request, _) => Companies(request, total: 3, Company(1), Company(2), Company(2))));

        var pages = await host.PagesAsync("Keap", "Companies");

        Assert.Equal(["1", "2"], pages.SelectMany(page => page.Records).Select(record => record.Key));
        Assert.All(pages, page => Assert.Null(page.EndProof));
    }

    [Fact]
    public async Task A_server_that_repeats_its_page_does_not_keep_the_walk_going()
    {
        var handler = new ScriptedHandler((_, _) => ScriptedHandler.Json(
            $$"""{"companies":[{{Company(1)}}],"count":3}"""));
        await using var host = Host.Of(handler);

        var failure = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync("Keap", "Companies"));

        Assert.Equal(RemoteFailure.Malformed, failure.Failure);
        Assert.Contains("Companies, page 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("repeats", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, handler.Asked.Count);
    }

    [Fact]
    public async Task Garbage_between_records_is_listed_and_the_rest_is_read()
    {
        string[] elements =
        [
            Company(1),
            "42",
            """{"id":2,"company_name":{"not":"text"}}""",
            """{"company_name":"No key"}""",
            "\"text\"",
            Company(5),
        ];
        await using var host = Host.Of(
            new ScriptedHandler((request, _) => Companies(request, elements.Length, elements)));

        var pages = await host.PagesAsync("Keap", "Companies");

        Assert.Equal(["1", "5"], pages.SelectMany(page => page.Records).Select(record => record.Key));
        Assert.Equal(["page 1, item 2", "2", "page 1, item 4", "page 1, item 5"], pages.SelectMany(page => page.Bad)
            .Select(bad => bad.Key));
        Assert.Contains("company_name cannot be read", pages[0].Bad[1].Reason, StringComparison.Ordinal);
        Assert.Equal("total 6 = 6 distinct ids", pages[^1].EndProof);
    }

    [Fact]
    public async Task F46_A_listing_from_which_something_went_while_it_was_read_proves_nothing()
    {
        // Company 1 is deleted after the first page: 3 moves to where nobody looks, and the count still agrees.
        await using var host = Host.Of(new ScriptedHandler((request, _) => ScriptedHandler.Json(
            Query(request, "offset") == "0"
                ? $$"""{"companies":[{{Company(1)}},{{Company(2)}}],"count":4}"""
                : $$"""{"companies":[{{Company(4)}}],"count":3}""")));

        var pages = await host.PagesAsync("Keap", "Companies");

        Assert.Equal(["1", "2", "4"], pages.SelectMany(page => page.Records).Select(record => record.Key));
        Assert.Null(pages[^1].EndProof);
    }

    [Fact]
    public async Task A_record_whose_key_would_lead_elsewhere_is_bad()
    {
        await using var host = Host.Of(new ScriptedHandler((_, _) => ScriptedHandler.Json(
            """{"items":[{"Id":".."},{"Id":""},{"Id":7}],"total":3}""")));

        var page = Assert.Single(await host.PagesAsync("Customcrm", "Customer"));

        Assert.Equal(["7"], page.Records.Select(record => record.Key));
        Assert.Equal(2, page.Bad.Count);
    }

    [Fact]
    public async Task A_short_page_of_a_bare_list_is_no_end()
    {
        var handler = new ScriptedHandler((request, _) => request.RequestUri!.AbsolutePath == "/hub/api/rest/usergroups"
            ? ScriptedHandler.Json("""{"total":0,"usergroups":[]}""")
            : ScriptedHandler.Json(Query(request, "$skip") switch
            {
                "0" => """[{"id":"3-1","ringId":"a"},{"id":"3-2","ringId":"b"}]""",
                "2" => """[{"id":"3-3","ringId":"c"}]""",
                _ => "[]",
            }));
        await using var host = Host.Of(handler);

        var pages = await host.PagesAsync("YouTrack", "Groups");

        Assert.Equal(["3-1", "3-2", "3-3"], pages.SelectMany(page => page.Records).Select(record => record.Key));
        Assert.Equal("page 3 is empty, 3 distinct ids", pages[^1].EndProof);
    }

    [Fact]
    public async Task A_group_without_an_id_in_Hub_is_bad()
    {
        await using var host = Host.Of(
            new ScriptedHandler((request, _) => request.RequestUri!.AbsolutePath == "/hub/api/rest/usergroups"
            ? ScriptedHandler.Json("""{"total":0,"usergroups":[]}""")
            : ScriptedHandler.Json(Query(request, "$skip") == "0" ? """[{"id":"3-1","name":"Lost"}]""" : "[]")));

        var pages = await host.PagesAsync("YouTrack", "Groups");

        Assert.Equal("3-1", Assert.Single(pages.SelectMany(page => page.Bad)).Key);
    }

    [Fact]
    public async Task A_page_without_the_vendors_mark_is_followed_to_an_empty_one()
    {
        var handler = new ScriptedHandler((request, _) => request.RequestUri!.AbsolutePath switch
        {
            "/OAuth/Token" => ScriptedHandler.Json("""{"access_token":"t","token_type":"bearer","expires_in":1200}"""),
            _ when Query(request, "PageNumber") == "1" => ScriptedHandler.Json("""[{"Id":1},{"Id":2}]"""),
            _ => new(HttpStatusCode.NoContent),
        });
        await using var host = Host.Of(handler);

        var pages = await host.PagesAsync("Powerofficego", "Customers");

        Assert.Null(pages[0].EndProof);
        Assert.Equal("page 2 is empty, 2 distinct ids", pages[1].EndProof);
    }

    [Theory]
    [InlineData("NextPageLink", "page 2 is marked as the last, 3 distinct ids", 2)]
    [InlineData("nextPageLink", "page 2 is marked as the last, 3 distinct ids", 2)]
    [InlineData("NextPage", "page 3 is empty, 3 distinct ids", 3)]
    public async Task F14_A_header_that_does_not_speak_of_a_next_page_does_not_mark_the_last_one(
        string member, string proof, int calls)
    {
        var handler = new ScriptedHandler((request, _) =>
        {
            if (request.RequestUri!.AbsolutePath == "/OAuth/Token")
                return ScriptedHandler.Json("""{"access_token":"t","token_type":"bearer","expires_in":1200}""");

            var (answer, next) = Query(request, "PageNumber") switch
            {
                "1" => (ScriptedHandler.Json("""[{"Id":1},{"Id":2}]"""), "\"https://go.example/v2/Customers\""),
                "2" => (ScriptedHandler.Json("""[{"Id":3}]"""), "null"),
                _ => (new(HttpStatusCode.NoContent), "null"),
            };
            answer.Headers.Add("X-Pagination", $$"""{"TotalCount":3,"{{member}}":{{next}}}""");
            return answer;
        });
        await using var host = Host.Of(handler);

        var pages = await host.PagesAsync("Powerofficego", "Customers");

        Assert.Equal(["1", "2", "3"], pages.SelectMany(page => page.Records).Select(record => record.Key));
        Assert.Equal(proof, pages[^1].EndProof);
        Assert.Equal(calls, pages.Count);
    }

    [Fact]
    public async Task A_listing_of_another_shape_is_a_failure_that_says_what_was_expected()
    {
        await using var host = Host.Of(new ScriptedHandler((_, _) => ScriptedHandler.Json("""{"people":[]}""")));

        var failure = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync("Keap", "Contacts"));

        Assert.Equal(RemoteFailure.Malformed, failure.Failure);
        Assert.Contains("an object with a list 'contacts' was expected", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Systems:Keap", failure.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F18_A_record_that_answers_for_another_one_is_given_under_its_own_key()
    {
        await using var host = Host.Of(new ScriptedHandler((_, _) => ScriptedHandler.Json(Company(2))));

        var answer = await host.Source("Keap", "Companies").ReadAsync("1", TestContext.Current.CancellationToken);

        Assert.Equal("2", answer?.Key);
    }

    private static HttpResponseMessage Companies(HttpRequestMessage request, int total, params string[] elements)
    {
        var page = Query(request, "offset") == "0" ? string.Join(',', elements) : "";
        return ScriptedHandler.Json($$"""{"companies":[{{page}}],"count":{{total}}}""");
    }

    private static string Company(int id) => $$"""{"id":{{id}},"company_name":"Company {{id}}"}""";

    private static string? Query(HttpRequestMessage request, string name) =>
        request.RequestUri!.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('='))
        .FirstOrDefault(pair => Uri.UnescapeDataString(pair[0]) == name)?[1];
}
