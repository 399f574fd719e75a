namespace Sluice.Connectors.YouTrack.Organizations;

/// <summary>Says that organizations are where another dialect looks for them.</summary>
internal sealed class OrganizationWords(YouTrackOptions options)
{
    private const string NewIds =
        "Their ids change with it: a store that was filled before is refused, so begin a new one (Store:Path).";

    private string Setting => $"{options.Section}:{nameof(options.Dialect)}";

    /// <summary>What else may be the reason where organizations are not found; begins with a blank.</summary>
    public string Hint => options.Dialect == YouTrackDialect.Hub
        ? $" From version 2026.1 on YouTrack keeps organizations itself: if it is of one, set {Setting} to "
            + $"{YouTrackDialect.YouTrack2026}. {NewIds}"
        : $" Before version 2026.1 YouTrack kept organizations in Hub: if it is of one, set {Setting} to "
            + $"{YouTrackDialect.Hub}. {NewIds}";

    /// <summary>The other dialect's place answers.</summary>
    /// <param name="status">What this dialect's place answered.</param>
    public RemoteException Elsewhere(int status) => options.Dialect == YouTrackDialect.Hub
        ? New(
            $"keeps organizations itself, at /api/admin/organizations, as from version 2026.1 on; Hub, which was asked "
            + $"for them, does not have them ({status}).",
            $"Set {Setting} to {YouTrackDialect.YouTrack2026}. {NewIds}")
        : New(
            $"has no /api/admin/organizations ({status}), and Hub has organizations: it is of a version before 2026.1.",
            $"Set {Setting} to {YouTrackDialect.Hub}, or take the setting out. {NewIds}");

    /// <summary>The place for new ones is not there, so nothing was made.</summary>
    public RemoteException NoPlace(int status) => New(
        $"has no place for new Organizations where {Setting}, {options.Dialect}, puts them ({status}).",
        Hint.TrimStart());

    /// <summary>Why a write must not be sent: it names what only Hub keeps. Null where it may.</summary>
    public string? Refuse(IEnumerable<string> hubOnly, ICollection<string> written) =>
        options.Dialect == YouTrackDialect.Hub || hubOnly.FirstOrDefault(written.Contains) is not { } name
            ? null
            : $"YouTrack keeps no {name} of organizations from version 2026.1 on ({Setting} is {options.Dialect}); "
                + "take its row out of the document.";

    private RemoteException New(string predicate, string fix) =>
        new(options.System, RemoteFailure.Malformed, $"{options.System} {predicate}", fix);
}
