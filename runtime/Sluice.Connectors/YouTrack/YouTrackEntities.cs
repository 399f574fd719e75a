using Sluice.Connectors.Entities;
using Sluice.Connectors.YouTrack.Issues;

namespace Sluice.Connectors.YouTrack;

/// <summary>YouTrack's entities, and which of their records count.</summary>
internal static class YouTrackEntities
{
    public static EntityName UserGroups { get; } = new(YouTrackOptions.SystemName, "Usergroups");

    public static Entity<HubUser> Users { get; } = new(
        new(YouTrackOptions.SystemName, "Users"), YouTrackJson.Default.HubUser, user => user.Id, "id")
    {
        InScope = user => user is { Guest: not true, Banned: not true },
    };

    public static Entity<HubUserGroup> Usergroups { get; } = new(
        UserGroups, YouTrackJson.Default.HubUserGroup, group => group.Id, "id")
    {
        InScope = group => !IsBuiltIn(group),
    };

    public static Entity<HubOrganization> Organizations { get; } = new(
        new(YouTrackOptions.SystemName, "Organizations"),
        YouTrackJson.Default.HubOrganization,
        organization => organization.Id,
        "id")
    {
        InScope = organization => organization.AllUsers != true,
    };

    public static Entity<Group> Groups { get; } = new(
        new(YouTrackOptions.SystemName, "Groups"), YouTrackJson.Default.Group, group => group.Id, "id")
    {
        Physical = (UserGroups, group => group.RingId),
        InScope = group => group.AllUsersGroup != true,
    };

    public static Entity<Project> Projects { get; } = new(
        new(YouTrackOptions.SystemName, "Projects"), YouTrackJson.Default.Project, project => project.Id, "id");

    public static Entity<Issue> Issues { get; } = new(
        new(YouTrackOptions.SystemName, "Issues"), YouTrackJson.Default.Issue, issue => issue.Id, "id")
    {
        Taken = SeveralValues.Spread,
        Modified = issue => issue.Updated,
    };

    /// <summary>The key of one that cannot be read is not known: half of it stands inside another object.</summary>
    public static Entity<WorkItem> WorkItems { get; } = new(
        new(YouTrackOptions.SystemName, "Workitems"), YouTrackJson.Default.WorkItem, KeyOf)
    {
        Modified = item => item.Updated,
    };

    private static string? KeyOf(WorkItem item) =>
        item.Issue?.Id is { Length: > 0 } issue && item.Id.Length > 0 ? $"{issue}/{item.Id}" : null;

    private static bool IsBuiltIn(HubUserGroup group) =>
        group.AllUsers == true || group.RegisteredUsers == true || group.Implicit == true || group.Immutable == true;
}
