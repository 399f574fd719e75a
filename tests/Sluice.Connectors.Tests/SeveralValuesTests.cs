using System.Net;
using System.Text.Json.Nodes;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;

namespace Sluice.Connectors.Tests;

/// <summary>Fields of an issue that hold several values: YouTrack takes all of them at once.</summary>
public sealed class SeveralValuesTests
{
    private const string Versions = "Affected versions";
    private const string Kind = "MultiVersionIssueCustomField";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_made_read_changed_and_cleared()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        var create = host.Requests("YouTrack", "Issues").Create(new Issue
        {
            Summary = "Mend the sail",
            Project = new() { Id = "0-1" },
            CustomFields = [new() { Type = Kind, Name = Versions, Values = ["1.1", "1.0"] }],
        });
        var made = await SendAsync(host, create);
        var (body, changed) = await ChangeAsync(host, made, "2.0", "1.0");
        var (cleared, empty) = await ChangeAsync(host, changed);
        var (nothing, again) = await ChangeAsync(host, empty, values: null);

        AssertJson(
            $$"""
            {"summary":"Mend the sail","project":{"id":"0-1"},
             "customFields":[{"$type":"{{Kind}}","name":"{{Versions}}","value":[{"name":"1.1"},{"name":"1.0"}]}]}
            """,
            create.Body);
        AssertJson(
            $$"""
            {"customFields":[{"$type":"{{Kind}}","name":"{{Versions}}","value":[{"name":"2.0"},{"name":"1.0"}]}]}
            """,
            body);
        AssertJson($$"""{"customFields":[{"$type":"{{Kind}}","name":"{{Versions}}","value":[]}]}""", cleared);
        Assert.Equal(cleared, nothing);
        Assert.Equal(["1.1", "1.0"], Values(made));
        Assert.Equal(["2.0", "1.0"], Values(changed));
        Assert.Equal([], Values(empty));
        Assert.Equal([], Values(again));
    }

    [Fact]
    public async Task A_document_names_them_by_the_field_that_they_are_in()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var pairing = await MappedPairing.OfAsync("customcrm-customer/youtrack-issues", host);
        var customer = (await pairing.RecordsAsync(Side.Left))[0];
        await sandbox.ControlAsync(HttpMethod.Post, "_edit", $$"""
            {"system":"customcrm","entity":"customers","id":"{{customer.Key}}","set":{"StreetAddress2":"1.1"} }
            """).Expect(HttpStatusCode.OK);
        customer = (await host.Source("Customcrm", "Customer").ReadAsync(customer.Key, Token))!;

        var (_, made) = await pairing.CreateAsync(Side.Right, [customer], Token);
        var edited = await SendAsync(host, Update(host, made, ["2.0"]));
        var (back, _) = await pairing.CarryAsync(Side.Left, edited, customer, Token);
        var (again, body) = await pairing.CarryAsync(Side.Right, customer, edited, Token);

        Assert.Equal(["1.1"], Values(made));
        Assert.Equal("2.0", back.Raw.GetProperty("StreetAddress2").GetString());
        Assert.Equal(["1.1"], Values(again));
        AssertJson(
            $$"""{"customFields":[{"$type":"{{Kind}}","name":"{{Versions}}","value":[{"name":"1.1"}]}]}""", body);
    }

    [Fact]
    public async Task A_user_among_several_is_told_by_the_login()
    {
        await using var host = Host.Of(new ScriptedHandler((_, _) => new(HttpStatusCode.OK)));
        var record = YouTrackEntities.Issues.Read(
            System.Text.Json.JsonElement.Parse("""
                {"id":"2-1","customFields":[
                  {"$type":"MultiUserIssueCustomField","name":"Watchers",
                   "value":[{"id":"1-1","login":"ada","name":"Ada"}]},
                  {"$type":"SingleEnumIssueCustomField","name":"Priority","value":{"name":"Major"}}]}
                """),
            out _)!;
        var issue = (Issue)record.Value;

        var request = host.Requests("YouTrack", "Issues").Update(
            record,
            issue with
            {
                CustomFields = [issue.CustomFields![0] with { Values = ["ada", "bo"] }, issue.CustomFields[1]],
            },
            ["customFields.values"]);

        Assert.Equal(["ada"], issue.CustomFields[0].Values);
        Assert.Null(issue.CustomFields[1].Values);
        AssertJson(
            """
            {"customFields":[{"$type":"MultiUserIssueCustomField","name":"Watchers",
              "value":[{"login":"ada"},{"login":"bo"}]}]}
            """,
            request.Body);
    }

    [Fact]
    public async Task What_somebody_added_between_our_read_and_our_write_is_not_taken_away()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var record = (await host.RecordsAsync("YouTrack", "Issues"))[0];
        var stale = Update(host, record, ["1.0"]);
        await ChangeAsync(host, record, "2.0");
        await sandbox.ControlAsync(HttpMethod.Delete, "_log");

        var result = await host.Sink("YouTrack", "Issues").SendAsync(stale, Token);

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Contains("changed by somebody else just now", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
        Assert.Equal(["2.0"], Values((await host.Source("YouTrack", "Issues").ReadAsync(record.Key, Token))!));
    }

    [Fact]
    public async Task F05_A_tag_that_somebody_added_between_our_read_and_our_write_is_not_taken_away()
    {
        var tags = """[{"id":"6-1","name":"ours"}]""";
        var sent = new List<string>();
        await using var host = Host.Of(new ScriptedHandler((request, _) =>
        {
            sent.Add(request.Method.Method);
            return ScriptedHandler.Json($$"""{"id":"2-1","summary":"x","tags":{{tags}}}""");
        }));
        var record = (await host.Source("YouTrack", "Issues").ReadAsync("2-1", Token))!;
        var stale = host.Requests("YouTrack", "Issues").Update(
            record, (Issue)record.Value with { Tags = [new() { Id = "6-2" }] }, ["tags.id"]);

        var still = await host.Sink("YouTrack", "Issues").SendAsync(stale, Token);
        tags = """[{"id":"6-1","name":"ours"},{"id":"6-3","name":"typed meanwhile"}]""";
        var moved = await host.Sink("YouTrack", "Issues").SendAsync(stale, Token);

        Assert.Equal([WriteOutcome.Committed, WriteOutcome.NotDone], [still.Outcome, moved.Outcome]);
        Assert.Equal(["GET", "GET", "POST", "GET"], sent);
    }

    [Fact]
    public async Task Several_values_of_a_field_that_holds_one_are_not_sent_and_the_reason_says_why()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var request = host.Requests("YouTrack", "Issues").Create(new Issue
        {
            Summary = "Mend the sail",
            Project = new() { Id = "0-1" },
            CustomFields = [new() { Type = "SingleEnumIssueCustomField", Name = "Priority", Values = ["Major"] }],
        });

        var result = await host.Sink("YouTrack", "Issues").SendAsync(request, Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains("'Priority'", result.Reason, StringComparison.Ordinal);
        Assert.Contains("name it as customFields.value.name", result.Reason, StringComparison.Ordinal);
        Assert.Empty(await sandbox.LogAsync());
    }

    [Fact]
    public async Task YouTrack_is_not_asked_for_what_is_made_here()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        await host.RecordsAsync("YouTrack", "Issues");

        Assert.DoesNotContain(
            await sandbox.LogAsync(), entry => entry.ToJsonString().Contains("values", StringComparison.Ordinal));
    }

    private static WriteRequest Update(Host host, Record record, string[]? values)
    {
        var issue = (Issue)record.Value;
        return host.Requests("YouTrack", "Issues").Update(
            record,
            issue with
            {
                CustomFields = [.. issue.CustomFields!.Select(field =>
                    field.Name == Versions ? field with { Values = values } : field)],
            },
            ["customFields.values"]);
    }

    private static async Task<(string Body, Record Changed)> ChangeAsync(
        Host host, Record record, params string[]? values)
    {
        var request = Update(host, record, values);
        return (request.Body, await SendAsync(host, request));
    }

    private static async Task<Record> SendAsync(Host host, WriteRequest request)
    {
        var result = await host.Sink("YouTrack", "Issues").SendAsync(request, Token);
        Assert.True(result.Outcome == WriteOutcome.Committed, $"{request.Body}\n{result.Reason}");
        return result.Record!;
    }

    private static IReadOnlyList<string>? Values(Record record) =>
        ((Issue)record.Value).CustomFields!.Single(field => field.Name == Versions).Values;

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"{expected}\n{actual}");
}
