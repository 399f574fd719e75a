using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>What stands before the first section.</summary>
/// <param name="SourceLabel">The source system as the title writes it; null where the title cannot be read.</param>
/// <param name="TargetLabel">The target system likewise.</param>
/// <param name="Generated">The time stamp as written.</param>
internal sealed record FrontMatter(string? SourceLabel, string? TargetLabel, string? Generated)
{
    private const string Marker = "Generated:";
    private const string TitleEnd = " Dataflow";
    private const string TitleForm = "'SOURCE to TARGET Dataflow'";

    public static FrontMatter Of(IReadOnlyList<Line> lines, List<Problem> problems)
    {
        var title = default(Line?);
        var stamp = default(Line?);
        foreach (var line in lines.Where(line => !line.IsBlank && !line.IsRule('=')))
        {
            if (Introduction.Is(line))
                break;

            if (line.Starts(Marker))
                stamp ??= line;
            else if (title is null && stamp is null)
                title = line;
            else
                problems.Add(Rules.UnknownSentence.At(line.Span,
                    "Nothing but the time stamp stands between title and introduction. Remove this line, or put it "
                    + "into the introduction."));
        }

        var (source, target) = ReadTitle(title, problems);
        return new(source, target, ReadStamp(stamp, problems));
    }

    private static (string? Source, string? Target) ReadTitle(Line? line, List<Problem> problems)
    {
        if (line is not { } title)
        {
            problems.Add(
                Rules.TitleUnreadable.At(new(1, 1, 0), $"The document has no title. Start it with {TitleForm}."));
            return (null, null);
        }

        // The blank behind a blank target label may have gone with the white space at the end.
        var text = title.Content + " ";
        var at = text.IndexOf(SectionNames.Separator, StringComparison.Ordinal);
        var end = title.Content.Length - TitleEnd.Length;
        if (at <= 0 || end < 0 || !title.Content.EndsWith(TitleEnd, StringComparison.Ordinal))
        {
            problems.Add(
                Rules.TitleUnreadable.At(title.Span, $"This title is not of the form {TitleForm}. Write it so."));
            return (null, null);
        }

        var target = at + SectionNames.Separator.Length;
        var label = target < end ? text.Substring(target, end - target).Trim() : string.Empty;
        return (text.Substring(0, at).Trim(), label);
    }

    private static string? ReadStamp(Line? line, List<Problem> problems)
    {
        if (line is not { } stamp)
        {
            problems.Add(Rules.GeneratedUnreadable.At(
                new(1, 1, 0), "The document does not say when it was made. Add 'Generated: YYYY-MM-DD HH:MM:SS' "
                    + "below the title."));
            return null;
        }

        var text = stamp.Cut(stamp.Indent + Marker.Length, stamp.Text.Length);
        if (TimeStamp.IsOne(text.Text))
            return text.Text;

        problems.Add(Rules.GeneratedUnreadable.At(
            text.Span, $"'{Shown.Of(text.Text)}' is not a time. Write it as YYYY-MM-DD HH:MM:SS."));
        return null;
    }
}
