namespace Sluice.Specification.Reading.Clauses;

internal sealed class IfMatching() : Clause(
    Existing,
    None,
    Existing + " " + None)
{
    private const string Existing = "If a matching {B} already exists, the {A} will be merged with the existing one.";
    private const string None = "If no matching {B} is found, a new {B} will be created.";

    protected override void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section)
    {
        if (sentence != 1)
            Note(ref section.MergedLine, line, section);

        if (sentence != 0)
            Note(ref section.OtherwiseLine, line, section);
    }

    private static void Note(ref Line? noted, Line line, SectionDraft section)
    {
        if (noted is not null)
            section.Report.Repeated(line);

        noted ??= line;
    }
}
