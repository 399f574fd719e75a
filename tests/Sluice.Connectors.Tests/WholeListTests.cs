using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connectors.Keap;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

/// <summary>
/// Keap replaces lists, and perhaps objects, as a whole. Nothing that anybody put there may go with that.
/// </summary>
public sealed class WholeListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, Func<Contact, Contact>, string> Kept => new()
    {
        {
            "email_addresses",
            """
            [{"email":"a@x.example","field":"EMAIL1","opt_in":{"at":7}},{"email":"b@x.example","field":"EMAIL2","x":1}]
            """,
            contact => contact with
            {
                EmailAddresses = [contact.EmailAddresses![0] with { Email = "new@x.example" },
                    contact.EmailAddresses[1]],
            },
            """
            [{"email":"new@x.example","field":"EMAIL1","opt_in":{"at":7}},
             {"email":"b@x.example","field":"EMAIL2","x":1}]
            """
        },
        {
            "phone_numbers",
            """[{"number":"1","field":"PHONE2","rank":3},{"number":"2","field":"PHONE1","sms":true}]""",
            contact => contact with
            {
                PhoneNumbers =
                [
                    new() { Number = "3", Field = "PHONE3" }, contact.PhoneNumbers![1],
                    contact.PhoneNumbers[0] with { Number = "4", Type = "Work" },
                ],
            },
            """
            [{"number":"3","field":"PHONE3"},{"number":"2","field":"PHONE1","sms":true},
             {"number":"4","type":"Work","field":"PHONE2","rank":3}]
            """
        },
        {
            "addresses",
            """[{"field":"BILLING","line1":"A","county":"B"},{"field":"OTHER","line1":"C","county":"D"}]""",
            contact => contact with { Addresses = [contact.Addresses![1] with { Line1 = null, Line2 = "E" }] },
            """[{"field":"OTHER","line2":"E","county":"D"}]"""
        },
        {
            "custom_fields",
            """[{"id":1,"content":12},{"id":2,"content":"[1]","label":"x"},{"id":3,"content":"old"}]""",
            contact => contact with
            {
                CustomFields = [.. contact.CustomFields!.Select(
                    one => one.Id == 3 ? one with { Content = "new" } : one)],
            },
            """[{"id":1,"content":12},{"id":2,"content":"[1]","label":"x"},{"id":3,"content":"new"}]"""
        },
        {
            "custom_fields",
            """[{"id":1,"content":"a","n":1},{"id":1,"content":"b","n":2},{"content":"c","n":3}]""",
            contact => contact with
            {
                CustomFields = [contact.CustomFields![1], contact.CustomFields[2], contact.CustomFields[0]],
            },
            """[{"id":1,"content":"b","n":2},{"content":"c","n":3},{"id":1,"content":"a","n":1}]"""
        },
        {
            "company",
            """{"id":5,"company_name":"Rig","since":"2020"}""",
            contact => contact with { Company = new() { Id = 6 } },
            """{"id":6}"""
        },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_the_contract_does_not_know_goes_back_as_it_came(
        string member, string shown, Func<Contact, Contact> change, string sent)
    {
        await using var host = Host.Of(new ScriptedHandler((_, _) => new(HttpStatusCode.OK)));
        var record = Read($$"""{"id":7,"{{member}}":{{shown}}}""");

        var request = host.Requests("Keap", "Contacts").Update(record, change((Contact)record.Value), [member]);

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(request.Body)![member]), request.Body);
    }

    [Fact]
    public async Task A_list_that_is_sent_loses_nothing_in_the_system_either()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var key = (await host.RecordsAsync("Keap", "Contacts"))[0].Key;
        await EditAsync(sandbox, key, """
            {"social_accounts":[{"type":"LinkedIn","name":"ada","url":"u"},{"type":"Twitter","name":"a","fans":3}]}
            """);
        var record = (await host.Source("Keap", "Contacts").ReadAsync(key, Token))!;
        var contact = (Contact)record.Value;

        var result = await host.Sink("Keap", "Contacts").SendAsync(
            host.Requests("Keap", "Contacts").Update(
                record,
                contact with
                {
                    SocialAccounts = [contact.SocialAccounts![0] with { Name = "lovelace" }, contact.SocialAccounts[1]],
                },
                ["social_accounts.name"]),
            Token);

        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        var stored = (await sandbox.KeapAsync(HttpMethod.Get, $"/contacts/{key}")).Json["social_accounts"];
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""
                    [{"type":"LinkedIn","name":"lovelace","url":"u"},{"type":"Twitter","name":"a","fans":3}]
                    """),
                stored),
            stored!.ToJsonString());
    }

    [Fact]
    public async Task Another_elements_edit_between_our_read_and_our_write_is_not_undone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var record = (await host.RecordsAsync("Keap", "Contacts"))[0];
        var stale = Numbered(host, record, "+47 22 00 00 01");
        await EditAsync(sandbox, record.Key, """
            {"phone_numbers":[{"number":"1","field":"PHONE1"},{"number":"typed meanwhile","field":"PHONE2"}]}
            """);
        await sandbox.ControlAsync(HttpMethod.Delete, "_log");

        var moved = await host.Sink("Keap", "Contacts").SendAsync(stale, Token);
        Assert.DoesNotContain(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
        var again = await host.Sink("Keap", "Contacts").SendAsync(
            Numbered(
                host, (await host.Source("Keap", "Contacts").ReadAsync(record.Key, Token))!, "+47 22 00 00 01"),
            Token);

        Assert.Equal(WriteOutcome.NotDone, moved.Outcome);
        Assert.Contains("changed by somebody else just now", moved.Reason, StringComparison.Ordinal);
        Assert.True(again.Outcome == WriteOutcome.Committed, again.Reason);
        Assert.Equal(
            ["+47 22 00 00 01", "typed meanwhile"],
            ((Contact)again.Record!.Value).PhoneNumbers!.Select(phone => phone.Number));
    }

    [Theory]
    [InlineData("Companies", "website", "company_name")]
    [InlineData("Products", "sku", "product_name")]
    public async Task F05_A_new_name_typed_between_our_read_and_our_write_survives_although_it_goes_along(
        string entity, string member, string name)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var record = (await host.RecordsAsync("Keap", entity))[0];
        var stale = Changed(record);
        await EditAsync(sandbox, record.Key, $$"""{"{{name}}":"Typed meanwhile"}""", entity.ToLowerInvariant());

        var moved = await host.Sink("Keap", entity).SendAsync(stale, Token);
        var now = (await host.Source("Keap", entity).ReadAsync(record.Key, Token))!;
        var again = await host.Sink("Keap", entity).SendAsync(Changed(now), Token);

        Assert.Equal(WriteOutcome.NotDone, moved.Outcome);
        Assert.Contains("changed by somebody else just now", moved.Reason, StringComparison.Ordinal);
        Assert.True(again.Outcome == WriteOutcome.Committed, again.Reason);
        Assert.Equal("Typed meanwhile", again.Record!.Raw.GetProperty(name).GetString());
        Assert.Equal("new", again.Record.Raw.GetProperty(member).GetString());

        WriteRequest Changed(Record current) => host.Requests("Keap", entity).Update(
            current,
            current.Value is Company company ? company with { Website = "new" } : (Product)current.Value with
            {
                Sku = "new",
            },
            [member]);
    }

    [Fact]
    public async Task A_name_that_is_to_change_is_not_looked_at_before()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var record = (await host.RecordsAsync("Keap", "Companies"))[0];

        var request = host.Requests("Keap", "Companies").Update(
            record, (Company)record.Value with { CompanyName = "Renamed", Website = "new" },
            ["company_name", "website"]);

        Assert.Null(request.IfVersion);
    }

    [Fact]
    public async Task A_record_that_went_meanwhile_is_not_written()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var record = (await host.RecordsAsync("Keap", "Contacts"))[0];
        await sandbox.KeapAsync(HttpMethod.Delete, $"/contacts/{record.Key}").Expect(HttpStatusCode.NoContent);

        var result = await host.Sink("Keap", "Contacts").SendAsync(Numbered(host, record, "1"), Token);

        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        Assert.Contains("is not there any more", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("website", 0)]
    [InlineData("phone_numbers", 1)]
    public async Task Only_what_replaces_more_than_one_value_is_looked_at_before(string member, int looks)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var record = (await host.RecordsAsync("Keap", "Contacts"))[0];
        var contact = (Contact)record.Value;
        await sandbox.ControlAsync(HttpMethod.Delete, "_log");

        var request = host.Requests("Keap", "Contacts").Update(
            record, contact with { Website = "https://new.example", PhoneNumbers = [] }, [member]);
        var result = await host.Sink("Keap", "Contacts").SendAsync(request, Token);

        Assert.True(result.Outcome == WriteOutcome.Committed, result.Reason);
        Assert.Equal(looks, (await sandbox.LogAsync()).Count(entry => entry["method"]!.ToString() == "GET"));
    }

    // The answer to a write does not show what is shown only on request. A list made from it would hold one element.
    [Fact]
    public async Task A_list_that_an_answer_did_not_show_is_not_replaced_by_what_is_known_of_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var record = (await host.RecordsAsync("Keap", "Contacts"))[0];
        await EditAsync(
            sandbox, record.Key, """{"custom_fields":[{"id":1,"content":"typed"},{"id":2,"content":"too"}]}""");
        var sink = host.Sink("Keap", "Contacts");
        var answer = (await sink.SendAsync(
            host.Requests("Keap", "Contacts").Update(
                record, (Contact)record.Value with { Website = "https://new.example" }, ["website"]),
            Token)).Record!;

        var result = await sink.SendAsync(
            host.Requests("Keap", "Contacts").Update(
                answer, (Contact)answer.Value with { CustomFields = [new() { Id = 1, Content = "ours" }] },
                ["custom_fields"]),
            Token);

        Assert.Null(((Contact)answer.Value).CustomFields);
        Assert.Equal(WriteOutcome.NotDone, result.Outcome);
        var stored = await host.Source("Keap", "Contacts").ReadAsync(record.Key, Token);
        Assert.Equal(
            ["typed", "too"], ((Contact)stored!.Value).CustomFields!.Select(field => field.Content));
    }

    [Theory]
    [InlineData("Contacts", "job_title")]
    [InlineData("Companies", "notes")]
    public async Task What_an_answer_leaves_out_is_read_where_a_document_names_it(string entity, string named)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Naming(sandbox.Addresses, Named.By("Keap", entity, named));
        await using var other = Host.Of(sandbox.Addresses);
        object draft = entity == "Contacts"
            ? new Contact { JobTitle = "Smith", EmailAddresses = [new() { Email = "a@x.example", Field = "EMAIL1" }] }
            : new Company { CompanyName = "Rig", Notes = "Smith" };

        var made = await SendAsync(host);
        var without = await SendAsync(other);

        Assert.Equal("Smith", made.Raw.GetProperty(named).GetString());
        Assert.False(without.Raw.TryGetProperty(named, out _));
        Assert.Equal(
            ["POST", "GET", "POST"], (await sandbox.LogAsync()).Select(entry => entry["method"]!.ToString()));

        async Task<Record> SendAsync(Host by) => (await by.Sink("Keap", entity).SendAsync(
            by.Requests("Keap", entity).Create(draft), Token)).Record!;
    }

    // What is read a moment after a write may be from before it.
    [Fact]
    public async Task Of_what_is_read_after_a_write_only_what_the_answer_left_out_counts()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Naming(sandbox.Addresses, Named.By("Keap", "Companies", "notes"));
        var record = (await host.RecordsAsync("Keap", "Companies")).First(
            one => ((Company)one.Value).Notes is not null);
        var company = (Company)record.Value;
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        await sandbox.SwitchOnAsync(Fault.Of("lag", "keap", seconds: 60));

        var result = await host.Sink("Keap", "Companies").SendAsync(
            host.Requests("Keap", "Companies").Update(
                record, company with { Website = "https://new.example", Notes = "New" }, ["website", "notes"]),
            Token);

        Assert.Equal(WriteOutcome.Committed, result.Outcome);
        Assert.Equal("https://new.example", ((Company)result.Record!.Value).Website);
        Assert.Equal(company.Notes, ((Company)result.Record.Value).Notes);
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_after_a_write_is_shown_as_the_answer_has_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Naming(sandbox.Addresses, Named.By("Keap", "Companies", "notes"));
        await sandbox.SwitchOnAsync("""{"system":"keap","kind":"status","method":"GET","status":404}""");

        var result = await host.Sink("Keap", "Companies").SendAsync(
            host.Requests("Keap", "Companies").Create(new Company { CompanyName = "Rig" }), Token);

        Assert.Equal(WriteOutcome.Committed, result.Outcome);
        Assert.Equal("Rig", ((Company)result.Record!.Value).CompanyName);
    }

    private static WriteRequest Numbered(Host host, Record record, string number)
    {
        var contact = (Contact)record.Value;
        return host.Requests("Keap", "Contacts").Update(
            record,
            contact with
            {
                PhoneNumbers = [.. contact.PhoneNumbers!.Select(phone =>
                    phone.Field == "PHONE1" ? phone with { Number = number } : phone)],
            },
            ["phone_numbers"]);
    }

    private static Record Read(string json) =>
        KeapEntities.Contacts.Read(JsonElement.Parse(json), out _) ?? throw new InvalidOperationException(json);

    private static Task<Answer> EditAsync(
        RunningSandbox sandbox, string key, string set, string entity = "contacts") => sandbox.ControlAsync(
            HttpMethod.Post, "_edit",
            $$"""{"system":"keap","entity":"{{entity}}","id":"{{key}}","set":{{set}}}""").Expect(HttpStatusCode.OK);
}
