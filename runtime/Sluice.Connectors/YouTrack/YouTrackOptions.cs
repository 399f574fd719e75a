namespace Sluice.Connectors.YouTrack;

/// <summary>How YouTrack and its Hub are reached.</summary>
/// <remarks>
/// <see cref="SystemOptions.PageSize"/> is 1 to 500, by default 100: Hub's maximum is not documented.
/// <see cref="SystemOptions.RequestsPerSecond"/> is 10 by default: no limit is published.
/// </remarks>
public sealed class YouTrackOptions()
    : SystemOptions(SystemName, pageSize: 100, largestPage: 500, requestsPerSecond: 10)
{
    internal const string SystemName = "YouTrack";

    /// <summary>Where YouTrack is, without <c>/api</c>: <c>https://acme.youtrack.cloud</c>. Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Where Hub is, without <c>/api/rest</c>: <c>https://acme.youtrack.cloud/hub</c>. By default <c>/hub</c> below
    /// <see cref="BaseAddress"/>, which is right for the built-in one.
    /// </summary>
    public Uri? HubAddress { get; set; }

    /// <summary>A permanent token, made for both YouTrack and Hub. Required; a secret.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// Where organizations are: with Hub, as up to version 2025 and by default, or with YouTrack itself, as from 2026.1
    /// on. Their ids differ, so a store that was filled in one dialect refuses the other.
    /// </summary>
    public YouTrackDialect Dialect { get; set; }

    /// <summary>
    /// Whether users' e-mail addresses may be written: password recovery writes to them, so whoever may change one may
    /// take over the account. By default off.
    /// </summary>
    public bool AllowCredentialWrites { get; set; }

    /// <summary>
    /// The id of the user who inherits what deleted users had; Hub asks for one. Without it no user is deleted.
    /// </summary>
    public string? UserSuccessor { get; set; }

    /// <summary>The id of the group that inherits from deleted user groups. Without it none is deleted.</summary>
    public string? UsergroupSuccessor { get; set; }

    /// <summary>
    /// The id of the organization that inherits from deleted ones. Without it Hub deletes none; YouTrack's own
    /// interface knows no heirs, so with <see cref="YouTrackDialect.YouTrack2026"/> it must not be given.
    /// </summary>
    public string? OrganizationSuccessor { get; set; }

    /// <summary>
    /// How far the time zone of the token's user may be behind UTC, 0 to 14 hours, by default 12: YouTrack takes the
    /// time since when issues changed for a time of that zone, and does not tell which it is. Issues that changed
    /// within it are listed again in each cycle; where the user's zone is known, less is enough.
    /// </summary>
    public TimeSpan IssueMargin { get; set; } = TimeSpan.FromHours(12);

    internal Uri? Hub =>
        HubAddress ?? (BaseAddress is { } address ? new(address.AbsoluteUri.TrimEnd('/') + "/hub") : null);

    internal override IEnumerable<string?> Secrets => [Token];

    internal override string SignInFix =>
        $"Check {Section}:{nameof(Token)}: it may have been deleted, or was made for YouTrack alone; "
        + "its scope must hold YouTrack and Hub.";

    internal string ScopeFix =>
        $"Make a permanent token whose scope holds both YouTrack and Hub, in your profile under Account Security, and "
        + $"give it as {Section}:{nameof(Token)}.";

    internal override string RightHint =>
        " Hub keeps permissions of its own: one that YouTrack gives does not count there.";

    /// <summary>What documents name of users and groups that Hub tells up to version 2025 alone, in words.</summary>
    internal IReadOnlyList<string> OldMembers { get; set; } = [];

    internal override string QuestionFix => Dialect == YouTrackDialect.Hub && OldMembers.Count > 0
        ? $"{base.QuestionFix} From 2026.1 on Hub does not tell {string.Join(" or ", OldMembers)}, which documents "
            + $"name: if YouTrack is of such a version, set {Section}:{nameof(Dialect)} to "
            + $"{YouTrackDialect.YouTrack2026}."
        : base.QuestionFix;

    private protected override void ReadOwn(SettingsReader reader)
    {
        reader.Address(nameof(BaseAddress), value => BaseAddress = value);
        reader.Address(nameof(HubAddress), value => HubAddress = value);
        reader.Text(nameof(Token), value => Token = value);
        reader.Choice<YouTrackDialect>(nameof(Dialect), value => Dialect = value);
        reader.Switch(nameof(AllowCredentialWrites), value => AllowCredentialWrites = value);
        reader.Duration(nameof(IssueMargin), value => IssueMargin = value);
        reader.Text(nameof(UserSuccessor), value => UserSuccessor = value);
        reader.Text(nameof(UsergroupSuccessor), value => UsergroupSuccessor = value);
        reader.Text(nameof(OrganizationSuccessor), value => OrganizationSuccessor = value);
    }

    private protected override IEnumerable<string> OwnProblems() => new[]
    {
        Unusable(
            nameof(BaseAddress), BaseAddress,
            "Give YouTrack's address, as in https://acme.youtrack.cloud."),
        EndsIn(nameof(BaseAddress), BaseAddress, "/api"),
        HubAddress is null
            ? null
            : Unusable(nameof(HubAddress), HubAddress, "Give Hub's address, as in https://acme.youtrack.cloud/hub."),
        EndsIn(nameof(HubAddress), HubAddress, "/api/rest"),
        IssueMargin < TimeSpan.Zero || IssueMargin > TimeSpan.FromHours(14)
            ? $"{Section}:{nameof(IssueMargin)} is {IssueMargin:c}; give 00:00:00 to 14:00:00."
            : null,
        Dialect != YouTrackDialect.Hub && !string.IsNullOrWhiteSpace(OrganizationSuccessor)
            ? $"{Section}:{nameof(OrganizationSuccessor)} is given, and with {nameof(Dialect)} {Dialect} nobody "
                + "inherits from a deleted organization: take it out."
            : null,
        UnusableSecret(
            nameof(Token), Token,
            "Make a permanent token for YouTrack and Hub in your profile under Account Security."),
    }.OfType<string>();

    private string? EndsIn(string setting, Uri? address, string path) =>
        address?.AbsolutePath.TrimEnd('/').EndsWith(path, StringComparison.Ordinal) == true
            ? $"{Section}:{setting} ends in {path}; give the address without it."
            : null;
}
