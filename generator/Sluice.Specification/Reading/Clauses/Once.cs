namespace Sluice.Specification.Reading.Clauses;

internal sealed class Once() : Clause(
    "Once a link between a {A} and a {B} is established, it will keep in sync between the two systems, "
    + "regardless of where it is edited.")
{
    protected override void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section)
    {
        if (section.OnceLine is not null)
            section.Report.Repeated(line);

        section.OnceLine ??= line;
    }
}
