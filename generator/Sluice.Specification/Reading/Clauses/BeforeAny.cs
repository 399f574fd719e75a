using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Clauses;

internal sealed class BeforeAny() : Clause(
    "Before any synchronization can take place, a link between a {A} and a {B} must be established.")
{
    protected override void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section) =>
        section.Create(CreationKind.LinkRequired, line);
}
