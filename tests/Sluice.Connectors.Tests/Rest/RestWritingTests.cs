using System.Net;
using System.Text.Json.Nodes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests.Rest;

/// <summary>What updates and creates send in each style, and what keeps them from doing damage.</summary>
public sealed class RestWritingTests
{
    private const string Record = """
        { "id": 7, "name": "Ask", "address": { "city": "Oslo", "zip": "0150" }, "changed": "2026-01-01T00:00:00Z" }
        """;

    [Theory]
    [InlineData(
        "Merge", "PATCH /api/customers/7 {\"address\":{\"city\":\"Bergen\"},\"email\":null}", "application/json")]
    [InlineData(
        "Partial", "PATCH /api/customers/7 {\"address\":{\"city\":\"Bergen\",\"zip\":\"0150\"},\"email\":null}",
        "application/json")]
    [InlineData(
        "WithKey",
        "PATCH /api/customers/7 {\"address\":{\"city\":\"Bergen\",\"zip\":\"0150\"},\"email\":null,\"id\":7}",
        "application/json")]
    [InlineData(
        "JsonPatch",
        "PATCH /api/customers/7 [{\"op\":\"replace\",\"path\":\"/address/city\",\"value\":\"Bergen\"},"
            + "{\"op\":\"add\",\"path\":\"/email\",\"value\":null}]",
        "application/json-patch+json")]
    [InlineData(
        "Full",
        "PATCH /api/customers/7 {\"id\":7,\"name\":\"Ask\",\"address\":{\"city\":\"Bergen\",\"zip\":\"0150\"},"
            + "\"email\":null}",
        "application/json")]
    public async Task An_update_sends_what_its_style_says(string style, string sent, string type)
    {
        var shelf = new ShelfServer(Record);
        await using var host = new RestHost(
            shelf, $$"""{{RestHost.Routes}}, "Unwritable": "changed", "Updates": { "Style": "{{style}}" } """);

        var result = await host.UpdateAsync(
            "7", ("address.city", FieldValue.Of("Bergen")), ("email", FieldValue.Null));

        Assert.Equal(WriteOutcome.Committed, result.Outcome);
        Assert.Equal(sent, shelf.Asked[^1]);
        Assert.Contains($"Content-Type: {type}", shelf.Headers);
    }

    [Fact]
    public async Task A_key_can_go_in_the_body_alone()
    {
        var shelf = new ShelfServer(Record) { First = request => request.Method == HttpMethod.Post
            ? ScriptedHandler.Json("""{ "id": 7 }""")
            : null };
        await using var host = new RestHost(
            shelf,
            """
            "List": "/customers", "Get": "/customers/{key}", "Update": "POST /customers",
            "Updates": { "Style": "WithKey", "Always": "name" }
            """);

        await host.UpdateAsync("7", ("address.zip", FieldValue.Of("1")));

        Assert.Equal(
            """POST /api/customers {"address":{"city":"Oslo","zip":"1"},"name":"Ask","id":7}""", shelf.Asked[^1]);
    }

    [Theory]
    [InlineData("Partial", "", "address.city", "address", """{ "city": "Oslo", "zip": "typed" }""")]
    [InlineData("WithKey", "", "address.city", "address", """{ "city": "Oslo", "zip": "typed" }""")]
    [InlineData("Partial", "name", "email", "name", "\"typed\"")]
    [InlineData("Merge", "name", "email", "name", "\"typed\"")]
    public async Task F05_What_goes_along_unchanged_undoes_nothing_that_somebody_typed_meanwhile(
        string style, string always, string path, string member, string typed)
    {
        var shelf = new ShelfServer(Record);
        await using var host = new RestHost(
            shelf,
            $$"""
            {{RestHost.Routes}},
            "Updates": { "Style": "{{style}}"{{(always.Length > 0 ? $", \"Always\": \"{always}\"" : "")}} }
            """);
        var request = host.Update(await host.ReadAsync("7"), (path, FieldValue.Of("new")));
        shelf.Records[0][member] = JsonNode.Parse(typed);

        var moved = await host.SendAsync(request);
        var kept = shelf.Records[0][member]!.ToJsonString();
        var again = await host.UpdateAsync("7", (path, FieldValue.Of("new")));

        Assert.Equal([WriteOutcome.NotDone, WriteOutcome.Committed], [moved.Outcome, again.Outcome]);
        Assert.Contains("changed by somebody else", moved.Reason, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(typed), JsonNode.Parse(kept)), kept);
        Assert.Contains("typed", shelf.Records[0].ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k8", WriteOutcome.NotDone, "k7 is not there any more")]
    [InlineData("K7", WriteOutcome.Committed, "")]
    public async Task F18_Nothing_goes_to_a_record_for_which_another_one_answers(
        string answers, WriteOutcome outcome, string reason)
    {
        var isOther = false;
        var record = Record.Replace("7", "\"k7\"", StringComparison.Ordinal);
        var shelf = new ShelfServer(record)
        {
            First = request => isOther && request.Method == HttpMethod.Get
                ? ScriptedHandler.Json(record.Replace("k7", answers, StringComparison.Ordinal))
                : null,
        };
        await using var host = new RestHost(
            shelf, RestHost.Routes + """, "Updates": { "Style": "Partial", "Always": "name" } """);
        var request = host.Update(await host.ReadAsync("k7"), ("email", FieldValue.Of("new")));
        isOther = true;

        var result = await host.SendAsync(request);

        Assert.Equal(outcome, result.Outcome);
        Assert.Contains(reason, result.Reason ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_along_is_looked_at_as_it_was_read()
    {
        var shelf = new ShelfServer("""{ "id": 7, "name": "Ask" }""");
        await using var host = new RestHost(
            shelf,
            RestHost.Routes + """
                , "OmitsNulls": true, "Fields": { "Parameter": "fields" },
                "Updates": { "Style": "Partial", "Always": "name" }
                """);

        var result = await host.UpdateAsync("7", ("address.city", FieldValue.Of("Oslo")));

        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Assert.Equal(3, shelf.Asked.Count);
        Assert.Equal(shelf.Asked[0], shelf.Asked[1]);
    }

    [Fact]
    public async Task A_full_update_keeps_what_somebody_else_wrote_since_it_was_planned()
    {
        var shelf = new ShelfServer(Record);
        await using var host = new RestHost(
            shelf, RestHost.Routes.Replace("\"Update\": \"", "\"Update\": \"PUT ", StringComparison.Ordinal)
                + """, "Updates": { "Style": "Full" } """);
        var request = host.Update(await host.ReadAsync("7"), ("address.city", FieldValue.Of("Bergen")));
        shelf.Records[0]["address"]!["zip"] = "5003";
        shelf.Records[0]["note"] = "new";

        await host.SendAsync(request);

        Assert.Equal(
            """{"id":7,"name":"Ask","address":{"city":"Bergen","zip":"5003"},"changed":"2026-01-01T00:00:00Z","""
                + "\"note\":\"new\"}",
            shelf.Records[0].ToJsonString());
    }

    [Fact]
    public async Task An_entity_tag_goes_with_the_update_that_was_made_for_it()
    {
        var shelf = new ShelfServer(Record)
        {
            One = record =>
            {
                var answer = ShelfServer.Json(record.DeepClone());
                answer.Headers.TryAddWithoutValidation("ETag", "W/\"a1\"");
                return answer;
            },
            First = request => request.Headers.IfMatch.Count > 0 ? new(HttpStatusCode.PreconditionFailed) : null,
        };
        await using var host = new RestHost(shelf, RestHost.Routes + """, "Concurrency": "ETag" """);

        var read = await host.UpdateAsync("7", ("name", FieldValue.Of("Embla")));
        var listed = Assert.Single((await host.PagesAsync())[0].Records);
        var second = await host.SendAsync(host.Update(listed, ("name", FieldValue.Of("Embla"))));

        Assert.Equal([WriteOutcome.NotDone, WriteOutcome.NotDone], [read.Outcome, second.Outcome]);
        Assert.Contains("changed by somebody else", read.Reason, StringComparison.Ordinal);
        Assert.Equal(2, shelf.Headers.Count(header => header == "If-Match: W/\"a1\""));
        Assert.Equal("Ask", shelf.Records[0]["name"]!.ToString());
    }

    [Fact]
    public async Task A_record_whose_time_stamp_moved_is_left_alone()
    {
        var shelf = new ShelfServer(Record);
        await using var host = new RestHost(
            shelf, RestHost.Routes + """, "Modified": "changed", "Concurrency": "Modified" """);
        var request = host.Update(await host.ReadAsync("7"), ("name", FieldValue.Of("Embla")));
        var unmoved = await host.SendAsync(request);
        shelf.Records[0]["changed"] = "2026-01-02T00:00:00Z";
        var moved = await host.SendAsync(request with { Body = """{"name":"Liv"}""" });

        Assert.Equal([WriteOutcome.Committed, WriteOutcome.NotDone], [unmoved.Outcome, moved.Outcome]);
        Assert.Equal("Embla", shelf.Records[0]["name"]!.ToString());
    }

    [Fact]
    public async Task A_create_bears_what_tells_its_intent_from_others_where_the_system_wants_one()
    {
        var shelf = new ShelfServer();
        await using var host = new RestHost(shelf, RestHost.Routes + """, "Idempotency": { "Style": "Header" } """);
        var create = new WriteRequest(null, """{ "name": "Ask" }""");

        await host.SendAsync(create with { Intent = "first" });
        await host.SendAsync(create with { Intent = "first" });
        await host.SendAsync(create with { Intent = "second" });
        await host.SendAsync(create);
        await host.SendAsync(create);

        var keys = shelf.Headers.Where(header => header.StartsWith("Idempotency-Key: ", StringComparison.Ordinal))
            .Select(header => header["Idempotency-Key: ".Length..]).ToList();
        Assert.Equal(["first", "first", "second"], keys[..3]);
        Assert.Equal(5, keys.Count);
        Assert.Equal(4, keys.Distinct().Count());
    }

    [Fact]
    public async Task What_bears_the_key_of_a_create_that_arrived_makes_no_second_record()
    {
        // A server as the header is made for: what it did for a key it says again, and does not do again.
        var known = new Dictionary<string, string>();
        var shelf = new ShelfServer
        {
            First = request =>
            {
                var key = request.Headers.GetValues("Idempotency-Key").Single();
                known.TryAdd(key, $$"""{ "id": {{known.Count + 1}} }""");
                return ScriptedHandler.Json(known[key]);
            },
        };
        await using var host = new RestHost(shelf, RestHost.Routes + """, "Idempotency": { "Style": "Header" } """);
        var create = new WriteRequest(null, """{ "name": "Ask" }""") { Intent = "one" };

        var keys = new List<string>();
        foreach (var request in new[] { create, create, create with { Intent = "two" } })
            keys.Add((await host.SendAsync(request)).Record!.Key);

        Assert.Equal(["1", "1", "2"], keys);
    }

    [Fact]
    public async Task Who_has_the_reference_already_gets_no_second_self()
    {
        var shelf = new ShelfServer("""{ "id": 1, "externalId": "k-1" }""");
        await using var host = new RestHost(
            shelf,
            RestHost.Routes + """
                , "Idempotency": { "Style": "Reference", "Reference": "externalId", "Parameter": "ref" }
                """);

        var again = await host.CreateAsync("""{ "externalId": "k-1" }""");
        var fresh = await host.CreateAsync("""{ "externalId": "k-2" }""");
        var without = await host.CreateAsync("""{ "name": "x" }""");

        Assert.Equal(
            [WriteOutcome.Rejected, WriteOutcome.Committed, WriteOutcome.Rejected],
            [again.Outcome, fresh.Outcome, without.Outcome]);
        Assert.Contains("Customers with the externalId 'k-1' already", again.Reason, StringComparison.Ordinal);
        Assert.Equal(
            [
                "GET /api/customers?ref=k-1", "GET /api/customers?ref=k-2",
                """POST /api/customers {"externalId":"k-2"}""",
            ],
            shelf.Asked);
    }

    [Fact]
    public async Task Where_no_document_names_the_reference_it_is_the_creates_identity()
    {
        var shelf = new ShelfServer();
        await using var host = new RestHost(
            shelf, RestHost.Routes + """, "Idempotency": { "Style": "Reference", "Reference": "sync.ref" } """);
        var request = host.Create("""{ "name": "x" }""") with { Intent = "i-1" };
        var (sink, token) = ((ITracedSink)host.Sink, TestContext.Current.CancellationToken);

        Assert.True(sink.IsTraced(request));
        Assert.Null(await sink.FindMadeAsync(request, token));
        var made = await host.SendAsync(request);
        var again = await host.SendAsync(request);

        Assert.Equal("""{"ref":"i-1"}""", Assert.Single(shelf.Records)["sync"]!.ToJsonString());
        Assert.Equal(made.Record!.Key, again.Record!.Key);
        Assert.Equal(made.Record.Key, (await sink.FindMadeAsync(request, token))!.Key);
    }

    [Fact]
    public async Task A_key_of_our_choice_replaces_nothing()
    {
        var shelf = new ShelfServer("""{ "id": "k-1", "name": "Ask" }""")
        {
            First = request => request.Method == HttpMethod.Put ? ScriptedHandler.Json("""{ "id": "k-2" }""") : null,
        };
        await using var host = new RestHost(
            shelf,
            """
            "List": "/customers", "Get": "/customers/{id}", "Create": "PUT /customers/{id}",
            "Idempotency": { "Style": "Upsert" }
            """);

        var taken = await host.CreateAsync("""{ "id": "k-1" }""");
        var free = await host.CreateAsync("""{ "id": "k-2" }""");
        var blank = await host.CreateAsync("""{ "name": "x" }""");

        Assert.Equal(
            [WriteOutcome.Rejected, WriteOutcome.Committed, WriteOutcome.Rejected],
            [taken.Outcome, free.Outcome, blank.Outcome]);
        Assert.Equal(
            ["GET /api/customers/k-1", "GET /api/customers/k-2", """PUT /api/customers/k-2 {"id":"k-2"}"""],
            shelf.Asked);
        Assert.Contains("If-None-Match: *", shelf.Headers);
    }

    [Fact]
    public async Task Keys_of_two_parts_go_where_the_routes_have_them()
    {
        var shelf = new ShelfServer { First = request => request.Method == HttpMethod.Get
            && request.RequestUri!.AbsolutePath.EndsWith("customers", StringComparison.Ordinal)
            ? ScriptedHandler.Json(
                """[ { "parent": { "id": 3 }, "no": "a b" }, { "parent": { "id": 3 }, "no": "x/y" } ]""")
            : ScriptedHandler.Json("""{ "parent": { "id": 3 }, "no": "a b" }""") };
        await using var host = new RestHost(
            shelf,
            """
            "List": "/customers", "Get": "/p/{parent.id}/c/{no}", "Create": "/p/{parent.id}/c",
            "Delete": "/p/{parent.id}/c/{no}", "Key": "parent.id, no"
            """);

        var page = Assert.Single(await host.PagesAsync());
        await host.ReadAsync("3/a b");
        await host.CreateAsync("""{ "parent": { "id": 4 } }""");
        await host.SendAsync(WriteRequest.Delete("3/a b"));

        Assert.Equal("3/a b", Assert.Single(page.Records).Key);
        Assert.Single(page.Bad);
        Assert.Equal(
            ["GET /api/p/3/c/a b", """POST /api/p/4/c {"parent":{"id":4}}""", "DELETE /api/p/3/c/a b"],
            shelf.Asked.Skip(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".")]
    public async Task A_key_that_would_lead_elsewhere_is_never_sent(string key)
    {
        var shelf = new ShelfServer(Record);
        await using var host = new RestHost(shelf, RestHost.Routes);

        Assert.Null(await host.Source.ReadAsync(key, TestContext.Current.CancellationToken));
        Assert.Equal(WriteOutcome.Rejected, (await host.SendAsync(WriteRequest.Delete(key))).Outcome);
        Assert.Equal(WriteOutcome.Rejected, (await host.SendAsync(new(key, "{}"))).Outcome);
        Assert.Empty(shelf.Asked);
    }

    [Fact]
    public async Task What_has_no_route_is_refused_in_words_and_what_is_read_only_is_not_asked_for()
    {
        var shelf = new ShelfServer(Record);
        await using var host = new RestHost(
            shelf, """ "List": "/customers", "Get": "/customers/{id}", "Update": "/customers/{id}" """);
        await using var closed = new RestHost(
            shelf, RestHost.Routes + """, "Updates": { "Style": "Full" } """, """ "ReadOnly": true """);

        var created = await host.CreateAsync("{}");
        var refused = await closed.SendAsync(new("7", "{}"));

        Assert.Contains(
            "Systems:Shop:Entities:Customers:Create gives no route", created.Reason, StringComparison.Ordinal);
        Assert.Contains("Delete gives no route", host.Requests.NoDelete, StringComparison.Ordinal);
        Assert.Contains("Systems:Shop:ReadOnly is on", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(shelf.Asked);
    }

    [Fact]
    public async Task Where_nulls_are_left_out_a_missing_member_is_blank_and_written()
    {
        var shelf = new ShelfServer("""{ "id": 1, "email": "a@b.example" }""");
        await using var host = new RestHost(shelf, RestHost.Routes + """, "OmitsNulls": true """);

        var record = await host.ReadAsync("1");
        await host.UpdateAsync("1", ("address.city", FieldValue.Of("Oslo")));

        Assert.Equal(FieldKind.Null, OpenPath.Get(((IOpenRecord)record.Value).Node, "address.city").Kind);
        Assert.Equal("""{"id":1,"email":"a@b.example","name":null,"address":null}""", record.Raw.GetRawText());
        Assert.Equal(
            """{"id":1,"email":"a@b.example","address":{"city":"Oslo"}}""", shelf.Records[0].ToJsonString());
    }
}
