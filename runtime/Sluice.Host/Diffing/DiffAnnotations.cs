using System.Globalization;
using Sluice.Specification.Comparison;

namespace Sluice.Host.Diffing;

/// <summary>Writes what changed as annotations that GitHub shows beside the lines of a pull request.</summary>
internal static class DiffAnnotations
{
    public static void Print(TextWriter output, IReadOnlyList<DocumentDiff> diffs)
    {
        foreach (var diff in diffs)
            foreach (var change in diff.Changes)
                output.WriteLine(Annotation(diff.New?.Path, change));
    }

    // A file that is gone has no line to show anything beside.
    private static string Annotation(string? path, DocumentChange change)
    {
        var level = change.Class >= ChangeClass.Data ? "warning" : "notice";
        var line = (change.After ?? 1).ToString(CultureInfo.InvariantCulture);
        var flow = change.Flow.Length > 0 ? change.Flow + ": " : "";
        var place = path is null ? "" : $"file={Property(path)},line={line},";
        return $"::{level} {place}title={DiffText.Name(change.Class)}::"
            + Message(flow + change.Message);
    }

    private static string Message(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
