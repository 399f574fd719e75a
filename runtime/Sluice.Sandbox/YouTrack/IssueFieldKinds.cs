namespace Sluice.Sandboxes.YouTrack;

/// <summary>The fields that issues of the sandbox have beside the usual ones: one of each form.</summary>
internal static class IssueFieldKinds
{
    public static IReadOnlyList<IssueFieldKind> All { get; } =
    [
        new(1, "Priority", "SingleEnumIssueCustomField", "Critical", "Major", "Normal", "Minor"),
        new(2, "State", "StateIssueCustomField", "Open", "In Progress", "Fixed"),
        new(3, "Assignee", "SingleUserIssueCustomField"),
        new(4, "Estimation", "PeriodIssueCustomField"),
        new(5, "Due Date", "DateIssueCustomField"),
        new(6, "Customer", "SimpleIssueCustomField"),
        new(7, "Affected versions", "MultiVersionIssueCustomField", "1.0", "1.1", "2.0"),
    ];

    public static IssueFieldKind? Named(string? name) => All.FirstOrDefault(kind => kind.Name == name);
}
