using Microsoft.Extensions.DependencyInjection;
using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;

namespace Sluice.Connectors.Tests;

/// <summary>Users and groups in the dialect of 2026.1: they stay with Hub, which no longer tells all of them.</summary>
public sealed class YouTrack2026Tests
{
    private const string System = "YouTrack";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Users", "organizations.id teams.id groups.id", "organizations, teams", "groups(")]
    [InlineData("Usergroups", "organizations.id project.id users.id", "project, organizations", "users(")]
    public async Task What_Hub_no_longer_tells_is_not_asked_of_it_and_said(
        string entity, string paths, string untold, string told)
    {
        await using var sandbox = await StartAsync(isNew: true);
        await using var host = Host.Naming(sandbox.Addresses, Named.By(System, entity, paths));

        Assert.NotEmpty(await host.RecordsAsync(System, entity));

        var asked = Uri.UnescapeDataString((await sandbox.LogAsync())[0]["path"]!.GetValue<string>());
        Assert.Contains(told, asked, StringComparison.Ordinal);
        foreach (var name in untold.Split(", "))
            Assert.DoesNotContain(name, asked.Split('?')[1], StringComparison.Ordinal);
        var warning = Assert.Single(((IWarns)host.Connection(System)).Warnings);
        Assert.StartsWith($"Documents name {untold} of YouTrack {entity}, which", warning.Message,
            StringComparison.Ordinal);
        Assert.Contains("set Systems:YouTrack:Dialect to Hub", warning.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Users", "teams.id", "'teams'")]
    [InlineData("Usergroups", "project.id", "'project'")]
    public async Task Who_asks_a_new_Hub_in_the_old_dialect_is_told_of_the_setting(
        string entity, string path, string words)
    {
        await using var sandbox = await StartAsync(isNew: true);
        await using var host = Host.Of(
            sandbox.Addresses, services => services.AddSingleton(Named.By(System, entity, path)),
            ("YouTrack:Dialect", "Hub"));

        var failure = await Assert.ThrowsAsync<RemoteException>(() => host.PagesAsync(System, entity));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains($"does not tell {path.Split('.')[0]} of YouTrack {entity}", failure.Fix,
            StringComparison.Ordinal);
        Assert.EndsWith("set Systems:YouTrack:Dialect to YouTrack2026.", failure.Fix, StringComparison.Ordinal);
        Assert.Empty(((IWarns)host.Connection(System)).Warnings);
    }

    [Fact]
    public async Task Users_and_groups_are_made_changed_and_deleted_with_Hub_in_either_dialect()
    {
        foreach (var isNew in new[] { false, true })
        {
            await using var sandbox = await StartAsync(isNew);
            await using var before = Host.Of(sandbox.Addresses);
            var heir = (await before.RecordsAsync(System, "Users"))[1].Key;
            var group = (await before.RecordsAsync(System, "Usergroups"))[5].Key;
            await using var host = Host.Of(
                sandbox.Addresses, ("YouTrack:UserSuccessor", heir), ("YouTrack:UsergroupSuccessor", group));

            await SendAllAsync(host, "Users", new HubUser { Login = "ida", Name = "Ida" }, ["name"]);
            await SendAllAsync(host, "Usergroups", new HubUserGroup { Name = "Night" }, ["name"]);

            var writes = (await sandbox.LogAsync()).Where(entry => entry["committed"]!.GetValue<bool>()).ToList();
            Assert.Equal(6, writes.Count);
            Assert.All(writes, entry => Assert.StartsWith(
                "/hub/api/rest/user", entry["path"]!.GetValue<string>(), StringComparison.Ordinal));
            Assert.NotEmpty(await host.RecordsAsync(System, "Groups"));
        }
    }

    private static async Task SendAllAsync(Host host, string entity, object draft, IReadOnlyList<string> paths)
    {
        var (requests, sink) = (host.Requests(System, entity), host.Sink(System, entity));
        var made = await sink.SendAsync(requests.Create(draft), Token);
        Assert.True(made.Outcome == WriteOutcome.Committed, made.Reason);
        var changed = await sink.SendAsync(requests.Update(made.Record!, draft, paths), Token);
        Assert.True(changed.Outcome == WriteOutcome.Committed, changed.Reason);
        var gone = await sink.SendAsync(WriteRequest.Delete(made.Record!.Key), Token);
        Assert.True(gone.Outcome == WriteOutcome.Committed, gone.Reason);
        Assert.Null(await host.Source(System, entity).ReadAsync(made.Record.Key, Token));
    }

    private static Task<RunningSandbox> StartAsync(bool isNew) =>
        RunningSandbox.StartAsync(new() { MaximumPageSize = 25, YouTrack2026 = isNew });
}
