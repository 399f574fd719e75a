using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Clauses;

internal sealed class Every() : Clause("Every {A} will be synchronized with a {B}.")
{
    protected override void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section) =>
        section.Create(CreationKind.Always, line);
}
