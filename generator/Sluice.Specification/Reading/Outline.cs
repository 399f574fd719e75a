using Sluice.Specification.Problems;
using Sluice.Specification.Reading.Clauses;

namespace Sluice.Specification.Reading;

/// <summary>A document cut at its headings.</summary>
/// <param name="Front">The lines before the first heading.</param>
/// <param name="Sections">The sections below headings, the introduction among them.</param>
internal sealed record Outline(IReadOnlyList<Line> Front, IReadOnlyList<SectionLines> Sections)
{
    public static Outline Of(List<Line> lines, List<Problem> problems)
    {
        var headings = Headings(lines, problems);
        var sections = new List<SectionLines>();
        for (var i = 0; i < headings.Count; i++)
        {
            var end = i + 1 < headings.Count ? headings[i + 1].Line : lines.Count;
            sections.Add(new(lines[headings[i].Line], lines.GetRange(headings[i].Body, end - headings[i].Body)));
        }

        return new(lines.GetRange(0, headings.Count > 0 ? headings[0].Line : lines.Count), sections);
    }

    private static List<(int Line, int Body)> Headings(List<Line> lines, List<Problem> problems)
    {
        var headings = new List<(int Line, int Body)>();
        var before = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;

            if (lines[i].IsRule('-'))
            {
                if (before >= 0 && CanBeHeading(lines[before]))
                    headings.Add((before, i + 1));
                else
                    problems.Add(
                        Rules.HeadingUnreadable.At(lines[i].Span, "No heading stands above this rule. Add 'A to B'."));
            }
            else if (before >= 0 && !IsHeading(headings, before) && LacksRule(lines[before], lines[i]))
            {
                problems.Add(Rules.HeadingUnreadable.At(
                    lines[before].Span,
                    $"This heading has no rule below it. Put {lines[before].Text.Length} times '-' on the next line."));
                headings.Add((before, before + 1));
            }

            before = i;
        }

        return headings;
    }

    private static bool IsHeading(List<(int Line, int Body)> headings, int line) =>
        headings.Count > 0 && headings[headings.Count - 1].Line == line;

    private static bool CanBeHeading(Line line) => line.Indent == 0 && !line.IsRule('-') && !line.IsRule('=');

    // Only a creation sentence right below tells a heading without its rule from any other line.
    private static bool LacksRule(Line line, Line next) =>
        CanBeHeading(line) && SectionNames.Of(line) is not null && !line.Text.EndsWith(".", StringComparison.Ordinal)
        && !line.Text.EndsWith(":", StringComparison.Ordinal)
            && Creations.Any(pattern => pattern.Match(next) is not null);

    private static readonly SentencePattern[] Creations =
    [
        new("Every {A} will be synchronized with a {B}."),
        new("Before any synchronization can take place, a link between a {A} and a {B} must be established."),
        new("{condition}, it  will be synchronized with a {B}."),
    ];
}
