using static System.Net.Http.HttpMethod;
using static System.Net.HttpStatusCode;

namespace Sluice.Connectors.Tests.Sandboxes;

/// <summary>Projects, issues and work items as YouTrack serves them.</summary>
public sealed class YouTrackWorkTests
{
    private const string Work = "/issues/2-1/timeTracking/workItems";

    [Theory]
    [InlineData("/admin/projects", """{"shortName":"KEE","leader":{"id":"1-2"}}""", "name is required.")]
    [InlineData("/admin/projects", """{"name":"Keel","leader":{"id":"1-2"}}""", "shortName is required.")]
    [InlineData("/admin/projects", """{"name":"Keel","shortName":"KEE"}""", "leader.id is required.")]
    [InlineData("/admin/projects", """{"name":"K","shortName":"RIG","leader":{"id":"1-2"}}""", "RIG is taken.")]
    [InlineData(
        "/admin/projects", """{"name":"K","shortName":"K","leader":{"id":"c0ffee"}}""",
        "Invalid structure of entity id")]
    [InlineData("/admin/projects", """{"name":"K","shortName":"K","leader":{"id":"1-999"}}""", "no user 1-999")]
    [InlineData("/admin/projects", """{"name":"K","shortName":"K","iconUrl":"x"}""", "iconUrl is read-only.")]
    [InlineData("/issues", """{"project":{"id":"0-1"}}""", "summary is required.")]
    [InlineData("/issues", """{"summary":"S"}""", "project.id is required.")]
    [InlineData("/issues", """{"summary":"S","project":{"id":"c0ffee"}}""", "Invalid structure of entity id")]
    [InlineData("/issues", """{"summary":"S","project":{"id":"0-99"}}""", "no project 0-99")]
    [InlineData("/issues", """{"summary":"S","project":{"id":"0-1"},"created":5}""", "created is read-only.")]
    [InlineData("/issues", """{"summary":"S","project":{"id":"0-1"},"priority":5}""", "not a known property")]
    [InlineData(
        "/issues", """{"summary":"S","project":{"id":"0-1"},"customFields":[{"name":"Priority","value":null}]}""",
        "needs its $type")]
    [InlineData(
        "/issues",
        """{"summary":"S","project":{"id":"0-1"},"customFields":[{"$type":"X","name":"Colour","value":null}]}""",
        "no field 'Colour'")]
    [InlineData(Work, """{"text":"x"}""", "duration.minutes is required.")]
    [InlineData(Work, """{"duration":{"minutes":"5"}}""", "kind Integer")]
    [InlineData(Work, """{"duration":{"minutes":0}}""", "more than 0")]
    [InlineData(Work, """{"duration":{"minutes":5},"issue":{"id":"2-2"}}""", "issue is read-only")]
    [InlineData(Work, """{"duration":{"minutes":5},"type":{"id":"97-9"}}""", "97-9")]
    [InlineData(Work, """{"duration":{"minutes":5},"author":{"id":"1-999"}}""", "1-999")]
    public async Task A_bad_body_is_refused_with_what_is_wrong(string path, string body, string words)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.YouTrackAsync(Post, path, body).Expect(BadRequest);

        Assert.Equal("invalid_properties", refused["error"]);
        Assert.Contains(words, refused["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_items_are_found_by_when_they_were_made_and_by_whom()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new() { MaximumPageSize = 100 });
        const string fields = "fields=id,created,author(id,login,ringId)&$top=100";
        var all = (await sandbox.YouTrackAsync(Get, $"/workItems?{fields}")).Json.AsArray();
        var (middle, author) = (all[7]!["created"]!.GetValue<long>(), all[0]!["author"]!);
        var some = new List<int>();
        foreach (var filter in new[]
        {
            $"createdStart={middle}", $"createdEnd={middle}", $"createdStart={middle}&createdEnd={middle}",
            $"author={author["id"]}", $"author={author["login"]}", $"author={author["ringId"]}", "author=1-1",
            "creator=1-1",
        })
        {
            var found = await sandbox.YouTrackAsync(Get, $"/workItems?{fields}&{filter}");
            some.Add(found.Json.AsArray().Count);
        }

        Assert.Equal([all.Count - 7, 8, 1, all.Count, all.Count, all.Count, 0, 0], some);
        var refused = await sandbox.YouTrackAsync(Get, "/workItems?createdStart=today");
        Assert.Equal(BadRequest, refused.Status);
    }

    [Fact]
    public async Task A_field_of_the_wrong_kind_and_the_starting_number_break_the_server()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.YouTrackAsync(
            Post, "/issues/2-1",
            """{"customFields":[{"$type":"StateIssueCustomField","name":"Priority","value":{"name":"Major"}}]}""")
            .Expect(InternalServerError);
        await sandbox.YouTrackAsync(Get, "/admin/projects?fields=id,startingNumber").Expect(InternalServerError);
    }

    [Theory]
    [InlineData("updated: {2026-01-01T00:00:00} .. *")]
    [InlineData("updated: 2026-01-01T00:00:00.000 .. *")]
    [InlineData("updated: yesterday .. *")]
    [InlineData("sort by: summary asc")]
    [InlineData("leaks")]
    public async Task A_query_that_is_not_understood_is_invalid(string query)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var refused = await sandbox.YouTrackAsync(Get, $"/issues?query={Uri.EscapeDataString(query)}")
            .Expect(BadRequest);

        Assert.Equal("invalid_query", refused["error"]);
    }

    [Fact]
    public async Task Nothing_is_shown_but_id_and_type_unless_it_is_asked_for_and_unknown_names_are_dropped()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var bare = await sandbox.YouTrackAsync(Get, "/issues/RIG-1").Expect(OK);
        var asked = await sandbox.YouTrackAsync(
            Get, "/issues/2-1?fields=nickname,project(shortName),customFields(name,value(name))").Expect(OK);

        Assert.Equal("""{"$type":"Issue","id":"2-1"}""", bare.Text);
        Assert.Equal(
            """{"$type":"Project","shortName":"RIG"}""", asked.Json["project"]!.ToJsonString());
        Assert.Equal(
            """{"$type":"SingleEnumIssueCustomField","name":"Priority",VALUE}""".Replace(
                "VALUE", """ "value":{"$type":"EnumBundleElement","name":"Normal"}""".Trim(), StringComparison.Ordinal),
            asked.Json["customFields"]![0]!.ToJsonString());
        Assert.DoesNotContain("nickname", asked.Json.AsObject());
    }

    [Fact]
    public async Task Forty_two_issues_come_where_no_number_is_asked_for()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new() { MaximumPageSize = 500 });

        Assert.Equal(42, (await sandbox.YouTrackAsync(Get, "/issues")).Json.AsArray().Count);
        Assert.Equal(60, (await sandbox.YouTrackAsync(Get, "/issues?$top=500")).Json.AsArray().Count);
    }

    [Fact]
    public async Task A_state_that_says_fixed_resolves_an_issue_and_another_opens_it_again()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var resolved = await SetAsync("Fixed");
        var open = await SetAsync("Open");

        Assert.NotNull(resolved.Json["resolved"]);
        Assert.Null(open.Json["resolved"]);

        async Task<Answer> SetAsync(string state) => (await sandbox.YouTrackAsync(
            Post, "/issues/2-2?fields=resolved",
            $$$"""
            {"customFields":[{"$type":"StateIssueCustomField","name":"State","value":{"name":"{{{state}}}"}}]}
            """)).Expect(OK);
    }

    [Fact]
    public async Task A_project_takes_its_issues_along_and_they_the_work_on_them()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.YouTrackAsync(Delete, "/admin/projects/0-1").Expect(OK);

        await sandbox.YouTrackAsync(Get, "/issues/2-1").Expect(NotFound);
        await sandbox.YouTrackAsync(Get, "/workItems/136-1").Expect(NotFound);
        await sandbox.YouTrackAsync(Get, "/workItems/136-2").Expect(OK);
    }

    [Fact]
    public async Task Work_is_found_by_when_it_changed_and_below_its_issue_alone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var all = (await sandbox.YouTrackAsync(Get, "/workItems?fields=id,updated&$top=500")).Json.AsArray();
        var third = all[2]!["updated"]!.GetValue<long>();

        var until = (await sandbox.YouTrackAsync(Get, $"/workItems?updatedEnd={third}")).Json.AsArray();
        var below = (await sandbox.YouTrackAsync(Get, "/issues/2-1/timeTracking/workItems")).Json.AsArray();
        await sandbox.YouTrackAsync(Delete, "/issues/2-2/timeTracking/workItems/136-1").Expect(NotFound);

        Assert.Equal(3, until.Count);
        Assert.Equal("136-1", below.Single()!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("projects", "/admin/projects")]
    [InlineData("issues", "/issues")]
    [InlineData("workitems", "/workItems")]
    public async Task A_right_is_missing_by_itself(string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.SwitchOnAsync($$"""{"system":"youtrack","kind":"right-missing","entity":"{{entity}}"}""");

        await sandbox.YouTrackAsync(Get, path).Expect(Forbidden);
        await sandbox.YouTrackAsync(Get, "/groups").Expect(OK);
    }
}
