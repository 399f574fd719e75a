using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Sandboxes.Data;

namespace Sluice.Sandboxes.YouTrack;

/// <summary>
/// The part of the query language that finds what changed: <c>updated: FROM .. TO</c> and
/// <c>sort by: created asc</c>. Times have whole seconds and no braces.
/// </summary>
internal static partial class IssueSearch
{
    /// <summary>The zone of the user whom the token belongs to, in which times are meant. It lies behind UTC.</summary>
    public static TimeSpan Zone { get; } = TimeSpan.FromHours(-8);

    /// <summary>The issues that are meant, in order; false where a query says something else.</summary>
    public static bool TryRun(string query, IReadOnlyList<Row> rows, out IReadOnlyList<Row> found)
    {
        found = rows;
        var match = Form().Match(query.Trim());
        if (!match.Success || !TryTime(match.Groups["from"].Value, out var from)
            || !TryTime(match.Groups["to"].Value, out var to))
            return false;

        found = [.. rows.Where(row => Seconds(row, "updated") >= (from ?? 0)
            && Seconds(row, "updated") <= (to ?? long.MaxValue))];
        if (match.Groups["by"] is { Success: true } by)
            found = match.Groups["way"].Value == "desc"
                ? [.. found.OrderByDescending(row => Stamp(row, by.Value))]
                : [.. found.OrderBy(row => Stamp(row, by.Value))];

        return true;
    }

    private static bool TryTime(string text, out long? seconds)
    {
        seconds = null;
        if (text is "" or "*")
            return true;
        if (!DateTime.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return false;

        seconds = new DateTimeOffset(local, Zone).ToUnixTimeSeconds();
        return true;
    }

    private static long Seconds(Row row, string name) => Stamp(row, name) / 1000;

    private static long Stamp(Row row, string name) => row.Body[name]!.GetValue<long>();

    [GeneratedRegex(
        @"^(updated: (?<from>\S+) \.\. (?<to>\S+))? ?(sort by: (?<by>created|updated) (?<way>asc|desc))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
