namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// What Hub lets one ask for. The default sets leave out id, name and profile: a client has to say what it wants.
/// </summary>
/// <remarks>
/// From 2026.1 on Hub serves neither organizations nor YouTrack's projects and their teams. What it says to whoever
/// asks for them of users and groups is not documented; it is refused.
/// </remarks>
/// <param name="is2026">Whether the version is 2026.1 or later.</param>
internal sealed class HubFields(bool is2026)
{
    public FieldSet User => new(
        "user",
        ["login", "banned", "banReason", "banBadge", "guest", "creationTime", "lastAccessTime", "eraseTimestamp",
            "requiredTwoFactorAuthentication"],
        ["id", "login", "name", "banned", "banReason", "banBadge", "guest", "creationTime", "lastAccessTime",
            "eraseTimestamp", "requiredTwoFactorAuthentication", "type"],
        [
            ("VCSUserNames", () => Name!),
            ("details", () => Detail!),
            ("profile", () => Profile!),
            ("userType", () => UserType!),
            ("groups", () => UserGroup),
            ("transitiveGroups", () => UserGroup),
            .. Until2026("teams"),
        ]);

    public FieldSet UserGroup => new(
        "userGroup",
        ["description", "iconUrl", "autoJoin", "autoJoinDomain", "userCount", "allUsers", "registeredUsers",
            "implicit", "removable", "immutable"],
        ["id", "name", "description", "iconUrl", "autoJoin", "autoJoinDomain", "userCount", "allUsers",
            "registeredUsers", "implicit", "removable", "immutable", "type"],
        [
            ("users", () => User),
            ("ownUsers", () => User),
            ("parent", () => UserGroup),
            ("subgroups", () => UserGroup),
            .. Until2026("project"),
        ]);

    public FieldSet Organization => new(
        "organization",
        ["key", "description", "emailDomain", "creationTime", "projectsCount", "allUsers", "iconUrl"],
        ["id", "key", "name", "description", "emailDomain", "creationTime", "projectsCount", "allUsers", "iconUrl",
            "type"],
        ("users", () => User),
        ("ownUsers", () => User),
        ("groups", () => UserGroup),
        ("projects", () => Reference!));

    private (string, Func<FieldSet>)[] Until2026(string name) =>
        is2026 ? [] : [(name, () => Reference), ("organizations", () => Organization)];

    private static FieldSet Profile { get; } = new(
        "userProfile",
        ["avatar"],
        ["type"],
        ("avatar", () => Avatar!),
        ("locale", () => Locale!),
        ("attributes", () => Reference!),
        ("email", () => Email!),
        ("unverifiedEmail", () => Email!));

    private static FieldSet Email { get; } = new("EmailJSON", ["verified", "email"], ["verified", "email", "type"]);

    private static FieldSet UserType { get; } = new("userType", ["id"], ["id", "name", "type"]);

    private static FieldSet Name { get; } = new("vcsUserName", ["name"], ["name", "type"]);

    private static FieldSet Detail { get; } = new("LoginuserdetailsJSON", ["id"], ["id", "type"]);

    private static FieldSet Avatar { get; } = new("urlavatar", ["url"], ["url", "type"]);

    private static FieldSet Locale { get; } =
        new("locale", ["language", "region"], ["language", "region", "type"]);

    private static FieldSet Reference { get; } = new("project", ["id"], ["id", "name", "key", "type"]);
}
