using System.Net;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;

namespace Sluice.Connectors.Tests;

public sealed class DeleteTests
{
    public static TheoryData<string, string, string> Deletable => new()
    {
        { "YouTrack", "Users", "/hub/api/rest/users/KEY" },
        { "YouTrack", "Usergroups", "/hub/api/rest/usergroups/KEY" },
        { "YouTrack", "Organizations", "/hub/api/rest/organizations/KEY" },
        { "YouTrack", "Projects", "/api/admin/projects/KEY" },
        { "YouTrack", "Issues", "/api/issues/KEY" },
        { "YouTrack", "Workitems", "/timeTracking/workItems/KEY" },
        { "Keap", "Contacts", "/crm/rest/v1/contacts/KEY" },
        { "Keap", "Products", "/crm/rest/v1/products/KEY" },
        { "Powerofficego", "Contactperson", "/v2/ContactPersons/KEY" },
        { "Powerofficego", "Customers", "/v2/Customers/KEY" },
        { "Powerofficego", "Customers person", "/v2/Customers/KEY" },
        { "Powerofficego", "Departments", "/v2/Departments/KEY" },
        { "Powerofficego", "Employees", "/v2/Employees/KEY" },
        { "Powerofficego", "Products", "/v2/Products/KEY" },
        { "Powerofficego", "Salesorders", "/v2/SalesOrders/KEY" },
        { "Powerofficego", "Suppliers", "/v2/Suppliers/KEY" },
        { "Powerofficego", "Suppliers person", "/v2/Suppliers/KEY" },
        { "Customcrm", "Customer", "/customers/KEY" },
        { "Customcrm", "Contact", "/contacts/KEY" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Deletable))]
    public async Task A_record_is_deleted_by_one_call_and_one_that_is_not_there_is_as_good_as_deleted(
        string system, string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var reading = Host.Of(sandbox.Addresses);
        var records = (await reading.RecordsAsync(system, entity)).Where(record => record.InScope).ToList();
        await using var host = WithSuccessor(sandbox, records[^1].Key);
        var sink = host.Sink(system, entity);
        Assert.Null(host.Requests(system, entity).NoDelete);

        // Some are in use by others, and their system does not let them go.
        var (at, result) = (-1, WriteResult.NotDone("nothing was sent"));
        while (result.Outcome != WriteOutcome.Committed)
            result = await sink.SendAsync(WriteRequest.Delete(records[++at].Key), Token);

        Assert.Null(result.Record);
        var deleted = records[at];
        Assert.Null(await host.Source(system, entity).ReadAsync(deleted.Key, Token));
        var call = Assert.Single(await sandbox.LogAsync(), entry => entry["committed"]!.GetValue<bool>());
        Assert.Equal("DELETE", call["method"]!.GetValue<string>());
        Assert.EndsWith(
            path.Replace("KEY", deleted.Key.Split('/') is [_, var id] && system == "YouTrack" ? id : deleted.Key,
                StringComparison.Ordinal), call["path"]!.GetValue<string>().Split('?')[0],
            StringComparison.Ordinal);
        Assert.Equal(
            WriteOutcome.Committed, (await sink.SendAsync(WriteRequest.Delete(deleted.Key), Token)).Outcome);
    }

    [Fact]
    public async Task Hub_is_told_who_inherits_and_nothing_is_deleted_before_a_setting_says_who()
    {
        var asked = new List<HttpRequestMessage>();
        var handler = new ScriptedHandler((_, _) => new(HttpStatusCode.OK)) { Seen = asked.Add };
        await using var without = Host.Of(handler);
        Assert.Contains(
            "Systems:YouTrack:UserSuccessor names nobody", without.Requests("YouTrack", "Users").NoDelete,
            StringComparison.Ordinal);
        Assert.Equal(
            WriteOutcome.Rejected,
            (await without.Sink("YouTrack", "Users").SendAsync(WriteRequest.Delete("u-1"), Token)).Outcome);
        Assert.Empty(asked);

        await using var host = Host.Of(handler, ("YouTrack:UserSuccessor", "guest id"));
        Assert.Null(host.Requests("YouTrack", "Users").NoDelete);
        await host.Sink("YouTrack", "Users").SendAsync(WriteRequest.Delete("u-1"), Token);

        var request = Assert.Single(asked);
        Assert.Equal(HttpMethod.Delete, request.Method);
        Assert.Equal(
            "https://youtrack.example/hub/api/rest/users/u-1?successor=guest%20id", request.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task An_entity_whose_interface_has_no_delete_says_so_and_sends_nothing()
    {
        var handler = new ScriptedHandler((_, _) => new(HttpStatusCode.OK));
        await using var host = Host.Of(handler);

        var result = await host.Sink("Keap", "Companies").SendAsync(WriteRequest.Delete("1"), Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains(
            "no way to delete a company", host.Requests("Keap", "Companies").NoDelete, StringComparison.Ordinal);
        Assert.Empty(handler.Asked);
    }

    [Fact]
    public async Task What_others_need_is_not_deleted_and_the_systems_words_say_why()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);
        var person = (await host.RecordsAsync("Powerofficego", "Contactperson"))[0];

        var result = await host.Sink("Powerofficego", "Customers")
            .SendAsync(WriteRequest.Delete(person.Key.Split('/')[0]), Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains("409", result.Reason, StringComparison.Ordinal);
        Assert.Contains("in use", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Customcrm", "Customer", "..")]
    [InlineData("Customcrm", "Customer", "")]
    [InlineData("Keap", "Contacts", "0")]
    [InlineData("Powerofficego", "Contactperson", "12")]
    public async Task What_is_no_key_deletes_nothing(string system, string entity, string key)
    {
        var handler = new ScriptedHandler((_, _) => new(HttpStatusCode.OK));
        await using var host = Host.Of(handler);

        var result = await host.Sink(system, entity).SendAsync(WriteRequest.Delete(key), Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Empty(handler.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent, null, WriteOutcome.Committed)]
    [InlineData(HttpStatusCode.Gone, "application/json", WriteOutcome.Committed)]
    [InlineData(HttpStatusCode.NotFound, "application/json", WriteOutcome.Committed)]
    [InlineData(HttpStatusCode.NotFound, "text/html", WriteOutcome.Rejected)]
    [InlineData(HttpStatusCode.OK, "text/html", WriteOutcome.Unknown)]
    [InlineData(HttpStatusCode.Forbidden, "application/json", WriteOutcome.NotDone)]
    [InlineData(HttpStatusCode.TooManyRequests, "application/json", WriteOutcome.NotDone)]
    [InlineData(HttpStatusCode.Conflict, "application/json", WriteOutcome.Rejected)]
    [InlineData(HttpStatusCode.BadGateway, "application/json", WriteOutcome.Unknown)]
    public async Task What_is_known_of_a_delete_follows_from_its_answer(
        HttpStatusCode status, string? type, WriteOutcome outcome)
    {
        var handler = new ScriptedHandler((_, _) =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent("{}") };
            response.Content.Headers.ContentType = type is null ? null : new(type);
            return response;
        });
        await using var host = Host.Of(handler);

        var result = await host.Sink("Customcrm", "Contact").SendAsync(WriteRequest.Delete("k1"), Token);

        Assert.Equal(outcome, result.Outcome);
        Assert.Single(handler.Asked);
    }

    private static Host WithSuccessor(RunningSandbox sandbox, string key) => Host.Of(
        sandbox.Addresses, ("YouTrack:UserSuccessor", key), ("YouTrack:UsergroupSuccessor", key),
        ("YouTrack:OrganizationSuccessor", key));
}
