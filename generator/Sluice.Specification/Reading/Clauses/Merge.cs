using Sluice.Specification.Reading.Tables;

namespace Sluice.Specification.Reading.Clauses;

internal sealed class Merge() : Clause(
    "A {A} will merge with a {B} if one of the following property combinations match:")
{
    protected override void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section) =>
        section.Announce(TableKind.Merge, line);
}
