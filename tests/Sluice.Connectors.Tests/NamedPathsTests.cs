using Sluice.Connectors.Tests.Sandboxes;
using Sluice.Connectors.Tests.Support;
using Sluice.Connectors.YouTrack;

namespace Sluice.Connectors.Tests;

/// <summary>What costs much to be told, or moves without an edit, is asked for where a document names it.</summary>
public sealed class NamedPathsTests
{
    [Fact]
    public async Task Nothing_of_that_is_asked_for_where_no_document_names_it()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Of(sandbox.Addresses);

        foreach (var entity in new[] { "Users", "Usergroups", "Organizations", "Groups" })
            await host.RecordsAsync("YouTrack", entity);

        var asked = string.Join(' ', (await sandbox.LogAsync()).Select(entry => entry["path"]!.GetValue<string>()));
        Assert.All(
            ["lastAccessTime", "groups%28", "users%28", "userCount", "usersCount", "locale", "projects"],
            name => Assert.DoesNotContain(name, asked, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_row_has_its_property_asked_for_and_no_other()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var named = new NamedPaths(Catalogue.Pairings.Select(pairing => pairing.Descriptor));
        await using var host = Host.Naming(sandbox.Addresses, named);

        await host.RecordsAsync("YouTrack", "Users");

        var asked = (await sandbox.LogAsync())[0]["path"]!.GetValue<string>();
        Assert.Contains("locale%28language%2Cregion%29", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("avatar", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("groups", asked, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Users", "groups.name")]
    [InlineData("Users", "transitiveGroups.id")]
    [InlineData("Users", "lastAccessTime")]
    [InlineData("Users", "organizations.name")]
    [InlineData("Users", "teams.id")]
    [InlineData("Users", "details.id")]
    [InlineData("Users", "VCSUserNames.name")]
    [InlineData("Users", "userType.name")]
    [InlineData("Users", "profile.unverifiedEmail.email")]
    [InlineData("Users", "profile.avatar.url")]
    [InlineData("Users", "profile.attributes.name")]
    [InlineData("Usergroups", "users.login")]
    [InlineData("Usergroups", "ownUsers.id")]
    [InlineData("Usergroups", "userCount")]
    [InlineData("Usergroups", "parent.name")]
    [InlineData("Usergroups", "subgroups.name")]
    [InlineData("Usergroups", "project.name")]
    [InlineData("Usergroups", "organizations.id")]
    [InlineData("Usergroups", "iconUrl")]
    [InlineData("Usergroups", "removable")]
    [InlineData("Organizations", "users.id")]
    [InlineData("Organizations", "ownUsers.id")]
    [InlineData("Organizations", "groups.id")]
    [InlineData("Organizations", "projects.id")]
    [InlineData("Organizations", "projectsCount")]
    [InlineData("Organizations", "iconUrl")]
    [InlineData("Groups", "usersCount")]
    [InlineData("Groups", "icon")]
    [InlineData("Groups", "teamForProject.shortName")]
    public async Task Whatever_a_rule_names_is_asked_for_and_read(string entity, string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Naming(sandbox.Addresses, Named.By("YouTrack", entity, path));

        var pages = await host.PagesAsync("YouTrack", entity);

        Assert.Empty(pages.SelectMany(page => page.Bad));
        var member = path.Split('.')[^1];
        var asked = (await sandbox.LogAsync())[0]["path"]!.GetValue<string>();
        Assert.Contains(member, asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_groups_of_a_user_are_read_with_their_names()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await using var host = Host.Naming(sandbox.Addresses, Named.By("YouTrack", "Users", "groups.name"));

        var users = (await host.RecordsAsync("YouTrack", "Users")).Select(record => (HubUser)record.Value);

        Assert.Contains(users, user => user.Groups!.Any(group => group.Name == "Registered Users"));
    }
}
