using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;

namespace Sluice.Connectors.Tests;

/// <summary>Organizations in both dialects: with Hub up to 2025, with YouTrack itself from 2026.1 on.</summary>
public sealed class OrganizationTests
{
    private const string Entity = "Organizations";
    private const string Hubs = "/hub/api/rest/organizations";
    private const string Own = "/api/admin/organizations";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_YouTrack_lists_its_own_and_ends_with_an_empty_page()
    {
        await using var sandbox = await StartAsync(isNew: true);
        await using var host = Host.Of(sandbox.Addresses);

        var pages = await host.PagesAsync("YouTrack", Entity);

        var there = (await sandbox.DumpAsync())["youtrack"]!["organizations"]!.AsArray();
        var keys = pages.SelectMany(page => page.Records).Select(record => record.Key).ToList();
        Assert.Equal(there.Select(one => one!["id"]!.GetValue<string>()).Order(), keys.Order());
        Assert.All(keys, key => Assert.False(Guid.TryParse(key, out _), key));
        Assert.True(pages.Count > 2);
        Assert.All(pages[..^1], page => Assert.Null(page.EndProof));
        Assert.Empty(pages[^1].Records);
        Assert.Contains($"{there.Count} distinct ids", pages[^1].EndProof, StringComparison.Ordinal);
        Assert.All(await sandbox.LogAsync(), entry => Assert.StartsWith(
            Own, entry["path"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_new_dialect_lacks_is_absent_and_no_clearing()
    {
        await using var sandbox = await StartAsync(isNew: true);
        await using var host = Host.Of(sandbox.Addresses);

        var listed = (await host.RecordsAsync("YouTrack", Entity))[0];
        var read = await host.Source("YouTrack", Entity).ReadAsync(listed.Key, Token);

        Assert.Equal(listed.Raw.GetRawText(), read!.Raw.GetRawText());
        Assert.Equal(
            ["$type", "description", "id", "key", "name"],
            read.Raw.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.True(read.InScope);
    }

    [Theory]
    [InlineData(true, Own)]
    [InlineData(false, Hubs)]
    public async Task One_is_made_changed_in_part_and_deleted_where_the_dialect_has_it(bool isNew, string root)
    {
        await using var sandbox = await StartAsync(isNew);
        await using var before = Host.Of(sandbox.Addresses);
        var heir = isNew ? null : (await before.RecordsAsync("YouTrack", Entity))[0].Key;
        await using var host = Host.Of(sandbox.Addresses, ("YouTrack:OrganizationSuccessor", heir));
        var (requests, sink) = (host.Requests("YouTrack", Entity), host.Sink("YouTrack", Entity));
        Assert.Null(requests.NoDelete);

        var draft = new HubOrganization { OrganizationKey = "NEW", Name = "New", Description = "Stays" };
        var made = await sink.SendAsync(requests.Create(draft), Token);
        Assert.True(made.Outcome == WriteOutcome.Committed, made.Reason);
        var update = requests.Update(
            made.Record!, (HubOrganization)made.Record!.Value with { Name = "Renamed" }, ["name"]);
        Assert.Equal("""{"name":"Renamed"}""", update.Body);
        var changed = await sink.SendAsync(update, Token);
        Assert.True(changed.Outcome == WriteOutcome.Committed, changed.Reason);

        var after = (HubOrganization)(await host.Source("YouTrack", Entity).ReadAsync(made.Record.Key, Token))!.Value;
        Assert.Equal(("NEW", "Renamed", "Stays"), (after.OrganizationKey, after.Name, after.Description));
        for (var again = 0; again < 2; again++)
            Assert.Equal(
                WriteOutcome.Committed,
                (await sink.SendAsync(WriteRequest.Delete(made.Record.Key), Token)).Outcome);

        Assert.Null(await host.Source("YouTrack", Entity).ReadAsync(made.Record.Key, Token));
        var writes = (await sandbox.LogAsync()).Where(entry => entry["committed"]!.GetValue<bool>())
            .Select(entry => $"{entry["method"]} {entry["path"]!.GetValue<string>().Split('?')[0]}");
        Assert.Equal(
            [$"POST {root}", $"POST {root}/{made.Record.Key}", $"DELETE {root}/{made.Record.Key}"], writes);
    }

    [Fact]
    public async Task Hub_deletes_none_without_an_heir_and_a_new_YouTrack_is_sent_no_heir()
    {
        var asked = new List<HttpRequestMessage>();
        var handler = new ScriptedHandler((_, _) => new(HttpStatusCode.OK)) { Seen = asked.Add };
        await using var old = Host.Of(handler);
        Assert.Contains("OrganizationSuccessor names nobody", old.Requests("YouTrack", Entity).NoDelete!,
            StringComparison.Ordinal);

        await using var host = Host.Of(handler, ("YouTrack:Dialect", "YouTrack2026"));
        await host.Sink("YouTrack", Entity).SendAsync(WriteRequest.Delete("112-7"), Token);

        Assert.Equal(
            $"https://youtrack.example{Own}/112-7", Assert.Single(asked).RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task What_only_Hub_keeps_is_not_sent_to_a_new_YouTrack_and_said()
    {
        var handler = new ScriptedHandler((_, _) => new(HttpStatusCode.OK));
        await using var host = Host.Of(handler, ("YouTrack:Dialect", "YouTrack2026"));
        var draft = new HubOrganization { OrganizationKey = "NEW", Name = "New", EmailDomain = "new.example" };

        var result = await host.Sink("YouTrack", Entity)
            .SendAsync(host.Requests("YouTrack", Entity).Create(draft), Token);

        Assert.Equal(WriteOutcome.Rejected, result.Outcome);
        Assert.Contains("keeps no emailDomain of organizations", result.Reason, StringComparison.Ordinal);
        Assert.Contains("Systems:YouTrack:Dialect is YouTrack2026", result.Reason, StringComparison.Ordinal);
        Assert.Empty(handler.Asked);
    }

    [Theory]
    [InlineData(true, "Hub", "Set Systems:YouTrack:Dialect to YouTrack2026.")]
    [InlineData(false, "YouTrack2026", "Set Systems:YouTrack:Dialect to Hub, or take the setting out.")]
    public async Task A_wrong_dialect_is_told_by_list_and_record_and_nothing_reads_as_deleted(
        bool isNew, string dialect, string fix)
    {
        await using var sandbox = await StartAsync(isNew);
        await using var host = Host.Of(sandbox.Addresses, ("YouTrack:Dialect", dialect));

        var listing = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync("YouTrack", Entity));
        var reading = await Assert.ThrowsAsync<RemoteException>(
            () => host.Source("YouTrack", Entity).ReadAsync("112-1", Token));
        var made = await host.Sink("YouTrack", Entity).SendAsync(
            host.Requests("YouTrack", Entity).Create(new HubOrganization { OrganizationKey = "N", Name = "N" }), Token);

        Assert.All(new[] { listing, reading }, failure =>
        {
            Assert.Contains("2026.1", failure.Message, StringComparison.Ordinal);
            Assert.StartsWith(fix, failure.Fix, StringComparison.Ordinal);
            Assert.Contains("Store:Path", failure.Fix, StringComparison.Ordinal);
        });
        Assert.Equal(WriteOutcome.NotDone, made.Outcome);
        Assert.Contains("set Systems:YouTrack:Dialect to", made.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(await host.RecordsAsync("YouTrack", "Users"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(410)]
    [InlineData(200)]
    public async Task However_the_Hub_of_a_new_YouTrack_refuses_its_successor_is_found(int status)
    {
        var empty = """{"skip":0,"top":1,"total":0,"organizations":[]}""";
        var handler = Answering(
            hubs: (HttpStatusCode)status, status == 200 ? empty : "{}", own: HttpStatusCode.OK, """[{"id":"112-1"}]""");
        await using var host = Host.Of(handler);

        var listing = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync("YouTrack", Entity));

        Assert.Contains($"({status})", listing.Message, StringComparison.Ordinal);
        Assert.StartsWith("Set Systems:YouTrack:Dialect to YouTrack2026.", listing.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, 403, true)]
    [InlineData(404, 404, true)]
    [InlineData(403, 404, false)]
    [InlineData(400, 200, false)]
    public async Task Where_the_other_place_shows_nothing_the_setting_is_named_only_if_it_may_be_the_reason(
        int hubs, int own, bool isNamed)
    {
        var handler = Answering((HttpStatusCode)hubs, "{}", (HttpStatusCode)own, "[]");
        await using var host = Host.Of(handler);

        var listing = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync("YouTrack", Entity));

        Assert.Contains($"({hubs})", listing.Message, StringComparison.Ordinal);
        Assert.Equal(isNamed, listing.Fix.Contains(
            "set Systems:YouTrack:Dialect to YouTrack2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_that_is_gone_is_gone_and_costs_one_more_question()
    {
        await using var sandbox = await StartAsync(isNew: false);
        await using var host = Host.Of(sandbox.Addresses);

        Assert.Null(await host.Source("YouTrack", Entity).ReadAsync("no-such-record", Token));

        Assert.Equal(2, (await sandbox.LogAsync()).Count);
    }

    [Fact]
    public async Task A_store_of_one_dialect_is_refused_by_the_other_and_the_old_accounts_stay_as_they_were()
    {
        await using var sandbox = await StartAsync(isNew: true);
        await using var host = Host.Of(sandbox.Addresses);
        await using var other = Host.Of(sandbox.Addresses, ("YouTrack:Dialect", "hub"));

        var (now, before) = (
            await host.Connection("YouTrack").IdentifyAsync(Token),
            await other.Connection("YouTrack").IdentifyAsync(Token));

        Assert.Equal($"{before.Id} Dialect=YouTrack2026", now.Id);
        Assert.DoesNotContain("Dialect", before.Id, StringComparison.Ordinal);
        Assert.Equal(before.Self, now.Self);
    }

    [Theory]
    [InlineData("Dialect", "2026", "Systems:YouTrack:Dialect is '2026'; give one of Hub, YouTrack2026.")]
    [InlineData("Dialect", "YouTrak2026", "did you mean YouTrack2026?")]
    [InlineData("Dialect", "1", "give one of Hub, YouTrack2026")]
    [InlineData("OrganizationSuccessor", "heir", "nobody inherits from a deleted organization: take it out.")]
    public async Task A_wrong_setting_is_named_with_the_fix(string setting, string value, string problem)
    {
        await using var host = Host.Of(
            new ScriptedHandler((_, _) => new(HttpStatusCode.OK)),
            setting == "Dialect"
                ? [($"YouTrack:{setting}", value)]
                : [("YouTrack:Dialect", "YouTrack2026"), ($"YouTrack:{setting}", value)]);

        var failure = Assert.Throws<OptionsValidationException>(
            () => host.Services.GetRequiredService<IOptions<YouTrackOptions>>().Value);

        Assert.Contains(problem, Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_plays_either_version_and_writes_its_dialect()
    {
        foreach (var isNew in new[] { false, true })
        {
            await using var sandbox = await StartAsync(isNew);
            var (hub, own) = (
                await sandbox.HubAsync(HttpMethod.Get, "/organizations"),
                await sandbox.YouTrackAsync(HttpMethod.Get, "/admin/organizations"));

            Assert.Equal(isNew ? HttpStatusCode.NotFound : HttpStatusCode.OK, hub.Status);
            Assert.Equal(isNew ? HttpStatusCode.OK : HttpStatusCode.NotFound, own.Status);
            Assert.Contains(
                $"\"Dialect\": \"{(isNew ? "YouTrack2026" : "Hub")}\"", sandbox.Addresses.ToSettingsJson(),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST", "", """{"name":"N"}""", 400, "key is required")]
    [InlineData("POST", "", """{"name":"N","key":"N","emailDomain":"n.example"}""", 400, "emailDomain")]
    [InlineData("POST", "/112-1", """{"id":"112-2"}""", 400, "id")]
    [InlineData("DELETE", "/112-1?successor=112-2", null, 400, "successor")]
    [InlineData("DELETE", "/112-999", null, 404, "112-999")]
    public async Task The_sandbox_refuses_what_is_not_documented_of_organizations(
        string method, string path, string? body, int status, string words)
    {
        await using var sandbox = await StartAsync(isNew: true);

        var answer = await sandbox.YouTrackAsync(new(method), $"/admin/organizations{path}", body);

        Assert.Equal(status, (int)answer.Status);
        Assert.Contains(words, answer.Json["error_description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static ScriptedHandler Answering(
        HttpStatusCode hubs, string hubsBody, HttpStatusCode own, string ownBody) =>
        new((request, _) =>
        {
            var (status, body) = request.RequestUri!.AbsolutePath.StartsWith(Hubs, StringComparison.Ordinal)
                ? (hubs, hubsBody)
                : (own, ownBody);
            return new(status) { Content = new StringContent(body, null, "application/json") };
        });

    private static Task<RunningSandbox> StartAsync(bool isNew) =>
        RunningSandbox.StartAsync(new() { MaximumPageSize = 25, YouTrack2026 = isNew });
}
