using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Clauses;

internal sealed class Connected() : Clause(
    "A new {B} will be created from a {A} if it is connected to a {list} that is synchronized into {label}.")
{
    private const string Or = "or ";

    protected override void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section)
    {
        if (section.ConnectedLine is not null)
            section.Report.Repeated(line);

        section.ConnectedLine ??= line;
        section.ConnectedTo = In(holes, "list");
        section.ConnectedInto = In(holes, "label");
    }

    /// <summary>The names of a list: <c>Keap Orders, Companies, or Notes</c>, the label only once, in front.</summary>
    public static EquatableArray<string> Names(string list, string label)
    {
        var names = list.Split([", "], StringSplitOptions.None);
        var last = names.Length - 1;
        if (last > 0 && names[last].StartsWith(Or, StringComparison.Ordinal))
            names[last] = names[last].Substring(Or.Length);

        names[0] = names[0].Substring(new LabelSet([label]).LengthIn(names[0]));

        return names.Select(name => name.Trim()).ToEquatableArray();
    }
}
