using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Clauses;

internal sealed class ProseCondition() : Clause(
    "{condition}, it  will be synchronized with a {B}.",
    "{condition}, it will be synchronized with a {B}.")
{
    public override IEnumerable<string> Forms(SectionNames names, string line)
    {
        var end = line.IndexOf(", it", StringComparison.Ordinal);
        return end < 0 ? [] : [line.Substring(0, end) + ", it  will be synchronized with a " + names.Of(Hole.B) + "."];
    }

    protected override void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section)
    {
        section.Create(CreationKind.FreeForm, line);
        section.Condition = In(holes, "condition").Text;
    }
}
