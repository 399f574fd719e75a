using System.Net;
using System.Text.Json.Nodes;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;

namespace Sluice.Connectors.Tests;

/// <summary>Projects, issues and work items: how they are written, and how their changes are listed.</summary>
public sealed class YouTrackWorkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_is_made_for_its_leader_and_changed_in_part()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var leader = ((Project)(await host.RecordsAsync("YouTrack", "Projects"))[0].Value).Leader!;

        var (body, made) = await CreateAsync(
            host, "Projects",
            new Project { Name = "Keel", ShortName = "KEE", Leader = leader, IconUrl = "not sent" });
        var (change, changed) = await UpdateAsync(
            host, "Projects", made, (Project)made.Value with { Archived = true, Name = "Not touched" }, "archived");

        Assert.Equal(
            $$$"""{"name":"Keel","shortName":"KEE","leader":{"id":"{{{leader.Id}}}"}}""", body);
        Assert.Equal("""{"archived":true}""", change);
        Assert.Equal((true, "Keel", leader), Of((Project)changed.Value));
        Assert.NotNull(leader.RingId);

        static (bool?, string?, YouTrackPerson?) Of(Project project) =>
            (project.Archived, project.Name, project.Leader);
    }

    [Fact]
    public async Task A_new_issue_says_of_which_kind_its_fields_are_and_each_goes_in_its_form()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var (body, made) = await CreateAsync(host, "Issues", new Issue
        {
            Summary = "Mend the sail",
            Project = new() { Id = "0-1", Name = "not sent" },
            CustomFields =
            [
                Field("SingleEnumIssueCustomField", "Priority", new() { Name = "Major", Presentation = "not sent" }),
                Field("PeriodIssueCustomField", "Estimation", new() { Minutes = 90 }),
                Field("DateIssueCustomField", "Due Date", new() { Name = "1772600000000" }),
                Field("SimpleIssueCustomField", "Customer", new() { Name = "12" }),
                Field("SingleUserIssueCustomField", "Assignee", new() { Login = "sluice" }),
            ],
        });

        AssertJson(
            """
            {"summary":"Mend the sail","project":{"id":"0-1"},"customFields":[
              {"$type":"SingleEnumIssueCustomField","name":"Priority","value":{"name":"Major"}},
              {"$type":"PeriodIssueCustomField","name":"Estimation","value":{"minutes":90}},
              {"$type":"DateIssueCustomField","name":"Due Date","value":1772600000000},
              {"$type":"SimpleIssueCustomField","name":"Customer","value":"12"},
              {"$type":"SingleUserIssueCustomField","name":"Assignee","value":{"login":"sluice"}}]}
            """,
            body);
        var issue = (Issue)made.Value;
        Assert.Equal("RIG-13", issue.IdReadable);
        Assert.Equal("Rigging", issue.Project!.Name);
        Assert.Equal(
            ["Major", null, "sluice", "1h 30m", "1772600000000", "12", null],
            issue.CustomFields!.Select(field =>
                field.Value?.Presentation ?? field.Value?.Login ?? field.Value?.Name));
        Assert.Equal(sandbox.Clock.GetUtcNow(), made.Modified);
    }

    [Fact]
    public async Task Of_an_issues_fields_only_what_changed_is_sent_and_what_is_cleared_is_null()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var current = (await host.RecordsAsync("YouTrack", "Issues"))[1];
        var issue = (Issue)current.Value;
        var changedFields = issue.CustomFields!.Select(field => field.Name switch
        {
            "Priority" => field with { Value = field.Value! with { Name = "Critical" } },
            "State" => field with { Value = field.Value! with { Id = null, Name = null, Presentation = null } },
            _ => field,
        });

        var (body, result) = await UpdateAsync(
            host, "Issues", current,
            issue with { CustomFields = [.. changedFields], Summary = "New", Description = "Not touched" },
            "customFields", "summary");

        AssertJson(
            """
            {"customFields":[
              {"$type":"SingleEnumIssueCustomField","name":"Priority","value":{"name":"Critical"}},
              {"$type":"StateIssueCustomField","name":"State","value":null}],
             "summary":"New"}
            """,
            body);
        var fields = ((Issue)result.Value).CustomFields!.ToDictionary(field => field.Name!, field => field.Value?.Name);
        Assert.Equal(("Critical", null), (fields["Priority"], fields["State"]));
        Assert.Equal(issue.Description, ((Issue)result.Value).Description);
    }

    [Theory]
    [InlineData(null, "Priority", "(Dependant on having KIND in customFields.$type)")]
    [InlineData("MultiVersionIssueCustomField", "Affected versions", "name it as customFields.values")]
    public async Task A_field_of_an_unknown_kind_or_of_another_form_is_not_sent_and_the_reason_says_why(
        string? type, string name, string words)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var request = host.Requests("YouTrack", "Issues").Create(new Issue
        {
            Summary = "Mend the sail",
            Project = new() { Id = "0-1" },
            CustomFields = [Field(type, name, new() { Name = "Major" })],
        });

        var result = await host.Sink("YouTrack", "Issues").SendAsync(request, Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains(words, result.Reason, StringComparison.Ordinal);
        Assert.Contains($"'{name}'", result.Reason, StringComparison.Ordinal);
        Assert.Empty(await sandbox.LogAsync());
    }

    [Fact]
    public void A_field_whose_value_has_an_unforeseen_form_leaves_the_issue_readable()
    {
        var element = System.Text.Json.JsonDocument.Parse(
            """
            {"id":"2-1","customFields":[
              {"$type":"A","name":"a","value":[{"name":"x"}]},{"$type":"B","name":"b","value":true},
              {"$type":"C","name":"c","value":{"unknown":1,"name":"x"}},{"$type":"D","name":"d","value":null}]}
            """).RootElement;

        var record = YouTrackEntities.Issues.Read(element, out var reason);

        Assert.Null(reason);
        Assert.Equal(
            [null, "true", "x", null],
            ((Issue)record!.Value).CustomFields!.Select(field => field.Value?.Name));
    }

    [Fact]
    public async Task Work_is_entered_below_its_issue_and_changed_there()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var (body, made) = await CreateAsync(host, "Workitems", new WorkItem
        {
            Issue = new() { Id = "2-5", IdReadable = "not sent" },
            Duration = new() { Minutes = 45, Presentation = "not sent" },
            Date = new(2026, 2, 3),
            Type = new() { Id = "97-2" },
            Text = "Sewed",
        });
        await sandbox.ControlAsync(HttpMethod.Delete, "_log");
        var (change, changed) = await UpdateAsync(
            host, "Workitems", made, (WorkItem)made.Value with { Duration = new() { Minutes = 60 } },
            "duration.minutes");

        AssertJson(
            """
            {"issue":{"id":"2-5"},"text":"Sewed","type":{"id":"97-2"},"date":1770076800000,"duration":{"minutes":45}}
            """,
            body);
        Assert.Equal("""{"duration":{"minutes":60}}""", change);
        Assert.StartsWith("2-5/136-", made.Key, StringComparison.Ordinal);
        var item = (WorkItem)changed.Value;
        Assert.Equal((60, "1h 0m"), (item.Duration!.Minutes, item.Duration.Presentation));
        Assert.Equal((new DateOnly(2026, 2, 3), "Testing"), (item.Date, item.Type!.Name));
        Assert.StartsWith(
            $"/api/issues/2-5/timeTracking/workItems/{item.Id}?fields=",
            Assert.Single(await sandbox.LogAsync())["path"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_not_moved_to_another_issue_and_not_entered_without_one()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var sink = host.Sink("YouTrack", "Workitems");

        var moved = await sink.SendAsync(new("2-5/136-1", """{"issue":{"id":"2-6"}}"""), Token);
        var lost = await sink.SendAsync(new(null, """{"duration":{"minutes":5}}"""), Token);

        Assert.Contains("stays with its issue", moved.Reason, StringComparison.Ordinal);
        Assert.Contains("needs the issue", lost.Reason, StringComparison.Ordinal);
        Assert.Empty(await sandbox.LogAsync());
    }

    [Fact]
    public async Task Work_that_stands_at_another_issue_by_now_is_not_there()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var known = (await host.RecordsAsync("YouTrack", "Workitems"))[0].Key;

        Assert.NotNull(await host.Source("YouTrack", "Workitems").ReadAsync(known, Token));
        Assert.Null(await host.Source("YouTrack", "Workitems").ReadAsync($"2-999/{known.Split('/')[1]}", Token));
    }

    [Theory]
    [InlineData("Issues", "summary")]
    [InlineData("Workitems", "text")]
    public async Task What_changed_is_listed_though_the_users_clock_is_behind(string entity, string property)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var source = Assert.IsAssignableFrom<IDeltaSource>(host.Source("YouTrack", entity));
        var pages = await host.PagesAsync("YouTrack", entity);
        var records = pages.SelectMany(page => page.Records).ToList();

        sandbox.Clock.Advance(TimeSpan.FromMilliseconds(7));
        await EditAsync(sandbox, entity, records[3].Key, property);
        var first = await ChangedAsync(source, pages[^1].Cursor!);
        sandbox.Clock.Advance(TimeSpan.FromMilliseconds(5));
        await EditAsync(sandbox, entity, records[^1].Key, property);
        var second = await ChangedAsync(source, first[^1].Cursor!);

        Assert.Contains(records[3].Key, Keys(first));
        Assert.Contains(records[^1].Key, Keys(second));
        Assert.True(Keys(second).Count < records.Count);
        Assert.All([first, second], listed => Assert.NotNull(listed[^1].EndProof));
    }

    [Fact]
    public async Task Without_the_margin_a_user_whose_clock_is_behind_would_not_see_what_changed()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses, ("YouTrack:IssueMargin", "00:00:00"));
        var source = (IDeltaSource)host.Source("YouTrack", "Issues");
        var pages = await host.PagesAsync("YouTrack", "Issues");

        await EditAsync(sandbox, "Issues", pages[0].Records[3].Key, "summary");
        var since = sandbox.Clock.GetUtcNow().ToString("O");

        Assert.Empty(Keys(await ChangedAsync(source, since)));
        await using var careful = Host.Of(sandbox.Addresses);
        var changed = await ChangedAsync((IDeltaSource)careful.Source("YouTrack", "Issues"), since);
        Assert.Contains(pages[0].Records[3].Key, Keys(changed));
    }

    [Fact]
    public async Task A_margin_beyond_what_zones_there_are_is_refused_at_the_start()
    {
        await using var host = Host.Of(
            new ScriptedHandler((_, _) => new(HttpStatusCode.OK)), ("YouTrack:IssueMargin", "15:00:00"));

        var refused = Assert.ThrowsAny<Exception>(() => host.Connection("YouTrack"));

        Assert.Contains("Systems:YouTrack:IssueMargin is 15:00:00; give 00:00:00 to 14:00:00.", refused.ToString(),
            StringComparison.Ordinal);
    }

    private static IssueField Field(string? type, string name, IssueFieldValue value) =>
        new() { Type = type, Name = name, Value = value };

    private static async Task<(string Body, Record Made)> CreateAsync(Host host, string entity, object draft)
    {
        var request = host.Requests("YouTrack", entity).Create(draft);
        var result = await host.Sink("YouTrack", entity).SendAsync(request, Token);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        return (request.Body, result.Record!);
    }

    private static async Task<(string Body, Record Changed)> UpdateAsync(
        Host host, string entity, Record current, object changed, params string[] touched)
    {
        var request = host.Requests("YouTrack", entity).Update(current, changed, touched);
        var result = await host.Sink("YouTrack", entity).SendAsync(request, Token);
        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Assert.Equal(current.Key, result.Record!.Key);
        return (request.Body, result.Record);
    }

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"{expected}\n{actual}");

    private static async Task<List<Page>> ChangedAsync(IDeltaSource source, string cursor)
    {
        var pages = new List<Page>();
        await foreach (var page in source.ListChangedAsync(cursor, Token))
            pages.Add(page);

        return pages;
    }

    private static List<string> Keys(List<Page> pages) =>
        [.. pages.SelectMany(page => page.Records).Select(record => record.Key)];

    private static Task<Answer> EditAsync(RunningSandbox sandbox, string entity, string key, string property) =>
        sandbox.ControlAsync(HttpMethod.Post, "_edit", new JsonObject
        {
            ["system"] = "youtrack",
            ["entity"] = entity == "Issues" ? "issues" : "workItems",
            ["id"] = key.Split('/')[^1],
            ["set"] = new JsonObject { [property] = "Changed" },
        }.ToJsonString()).Expect(HttpStatusCode.OK);
}
