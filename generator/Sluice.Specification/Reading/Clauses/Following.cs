using Sluice.Specification.Reading.Tables;

namespace Sluice.Specification.Reading.Clauses;

internal sealed class Following() : Clause("The following properties are synchronized between a {A} and a {B}:")
{
    protected override void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section) =>
        section.Announce(TableKind.Property, line);
}
