using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>What Hub takes in a body.</summary>
internal static class HubShapes
{
    private static readonly Shape Email = new()
    {
        ["type"] = Property.Text,
        ["email"] = Property.Text,
        ["verified"] = Property.Flag,
    };

    public static Shape User { get; } = new()
    {
        ["type"] = Property.Text,
        ["login"] = Property.Text.NotNull,
        ["password"] = Property.Text,
        ["name"] = Property.Text.NotNull,
        ["banned"] = Property.Flag.NotNull,
        ["banReason"] = Property.Text,
        ["requiredTwoFactorAuthentication"] = Property.Flag,
        ["VCSUserNames"] = Property.List(),
        ["profile"] = Property.Object(new()
        {
            ["type"] = Property.Text,
            ["email"] = Property.Object(Email),
            ["unverifiedEmail"] = Property.Object(Email),
            ["locale"] = Property.Object(
                new() { ["type"] = Property.Text, ["language"] = Property.Text, ["region"] = Property.Text }),
        }).NotNull,
        ["id"] = Property.Text.ReadOnly,
        ["guest"] = Property.Flag.ReadOnly,
        ["creationTime"] = Property.Integer.ReadOnly,
        ["lastAccessTime"] = Property.Integer.ReadOnly,
        ["groups"] = Property.List().ReadOnly,
        ["transitiveGroups"] = Property.List().ReadOnly,
        ["organizations"] = Property.List().ReadOnly,
        ["teams"] = Property.List().ReadOnly,
        ["details"] = Property.List().ReadOnly,
        ["userType"] = Property.Any.ReadOnly,
    };

    public static Shape UserGroup { get; } = new()
    {
        ["type"] = Property.Text,
        ["name"] = Property.Text.NotNull,
        ["description"] = Property.Text,
        ["iconUrl"] = Property.Text,
        ["autoJoin"] = Property.Flag,
        ["autoJoinDomain"] = Property.Text,
        ["id"] = Property.Text.ReadOnly,
        ["userCount"] = Property.Integer.ReadOnly,
        ["allUsers"] = Property.Flag.ReadOnly,
        ["registeredUsers"] = Property.Flag.ReadOnly,
        ["implicit"] = Property.Flag.ReadOnly,
        ["removable"] = Property.Flag.ReadOnly,
        ["immutable"] = Property.Flag.ReadOnly,
    };

    public static Shape Organization { get; } = new()
    {
        ["type"] = Property.Text,
        ["key"] = Property.Text.NotNull,
        ["name"] = Property.Text.NotNull,
        ["description"] = Property.Text,
        ["emailDomain"] = Property.Text,
        ["id"] = Property.Text.ReadOnly,
        ["creationTime"] = Property.Integer.ReadOnly,
        ["projectsCount"] = Property.Integer.ReadOnly,
    };

    /// <summary>The body of a new member of a group.</summary>
    public static Shape Member { get; } = new() { ["type"] = Property.Text, ["id"] = Property.Text.NotNull };
}
