using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>Reads dataflow documents.</summary>
/// <remarks>
/// Never throws and never stops at a problem. Time is linear in the length of the text. The text's line ends and a byte
/// order mark make no difference.
/// </remarks>
public static class DocumentReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="fileName">The file's name, with or without folders; it says which systems are meant.</param>
    /// <param name="text">The whole text.</param>
    public static ReadingResult Read(string fileName, string text)
    {
        var problems = new List<Problem>();
        var outline = Outline.Of(Lines.Of(text), problems);
        var front = FrontMatter.Of(outline.Front, problems);
        var slugs = FileSlugs.Of(fileName, front, problems);
        var sections = ReadSections(outline, problems);
        var labels = new LabelResolver(front, slugs, sections, problems);
        var types = new DataTypeCells();
        var flows = sections.ConvertAll(section => FlowAssembler.Flow(section, labels, types));
        new RepetitionReview(problems).Review(flows);
        var document = new Document(
            slugs.FileName,
            slugs.Source,
            slugs.Target,
            front.SourceLabel ?? slugs.Source,
            front.TargetLabel ?? slugs.Target,
            front.Generated,
            flows.ToEquatableArray());
        return new(document, problems.InTextOrder());
    }

    /// <summary>The lines of a text as problems count them, without white space at their ends.</summary>
    /// <param name="text">The whole text.</param>
    public static IReadOnlyList<string> LinesOf(string text) => Lines.Of(text).ConvertAll(line => line.Text);

    private static List<SectionDraft> ReadSections(Outline outline, List<Problem> problems)
    {
        var sections = new List<SectionDraft>();
        foreach (var lines in outline.Sections.Where(lines => !Introduction.Is(lines.Heading)))
        {
            if (SectionNames.Of(lines.Heading) is { } names)
                sections.Add(SectionReader.Read(lines, names, problems));
            else
                problems.Add(Rules.HeadingUnreadable.At(
                    lines.Heading.Span,
                    $"'{Shown.Of(lines.Heading.Text)}' does not say what flows where. Write "
                    + "'SYSTEM Entity to SYSTEM Entity'."));
        }

        if (sections.Count == 0)
            problems.Add(Rules.NoFlows.At(
                new(1, 1, 0), "The document has no section, so nothing flows. Add one per pair of entities, or "
                    + "remove the file."));

        return sections;
    }
}
