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
    public static EquatableArray<string> Names(Cell list, string label, SectionReport report)
    {
        var names = list.Text.Split([", "], StringSplitOptions.None);
        var last = names.Length - 1;
        if (last > 0 && names[last].StartsWith(Or, StringComparison.Ordinal))
            names[last] = names[last].Substring(Or.Length);
        else if (last > 0)
        {
            names = [list.Text];
            report.ListUnclear(
                list, "Without ', or ' before the last name this is one name with a comma in it. Write ', or ' there.");
        }

        var length = new LabelSet([label]).LengthIn(names[0]);
        if (length == 0 && label.Length > 0)
            report.ListUnclear(
                list, $"Such a list starts with the source system, once. Write '{Shown.Of(label)}' in front of it.");

        names[0] = names[0].Substring(length);

        return names.Select(name => name.Trim()).ToEquatableArray();
    }
}
