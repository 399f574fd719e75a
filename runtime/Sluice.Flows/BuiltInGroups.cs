using Sluice.Connectors.YouTrack;

namespace Sluice.Flows;

/// <summary>Groups that every YouTrack has, and that stand for no company.</summary>
internal static class BuiltInGroups
{
    // Hub marks this group as built in; YouTrack's view of it carries no mark but its name.
    private const string RegisteredUsers = "Registered Users";

    /// <summary>Whether a group is one of them.</summary>
    public static bool Contains(Group group) => string.Equals(group.Name, RegisteredUsers, StringComparison.Ordinal);
}
