using System.Text;
using Sluice.Specification.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Printing;

/// <summary>Writes one section.</summary>
internal sealed class FlowPrinter(Flow flow, StringBuilder text)
{
    private readonly string _a = flow.SourceSystem.Length == 0
        ? flow.Source.Text
        : $"{flow.SourceSystem} {flow.Source.Text}";

    // A blank target label leaves its blank behind.
    private readonly string _b = $"{flow.TargetSystem} {flow.Target.Text}";

    public void Print()
    {
        var heading = _a + SectionNames.Separator + _b;
        text.Line(heading).Line(new string('-', heading.Length));
        text.Line(Creation()).Line();
        if (flow.Creation == CreationKind.Conditional)
            text.Line(
                $"A new {_b} will be created from a {_a} if it is connected to a {flow.SourceSystem} "
                + $"{List(flow.ConnectedTo)} that is synchronized into {flow.ConnectedInto}.").Line();

        if (flow.IfMatching)
            text.Line($"If a matching {_b} already exists, the {_a} will be merged with the existing one.")
                .Line($"If no matching {_b} is found, a new {_b} will be created.").Line();

        if (flow.MatchRules.Count > 0)
            PrintRules();

        text.Line(
            $"Once a link between a {_a} and a {_b} is established, it will keep in sync between the two systems, "
            + "regardless of where it is edited.").Line();
        text.Line($"The following properties are synchronized between a {_a} and a {_b}:").Line();
        Table($"{_a} Property", $"{_b} Property", $"{flow.TargetSystem} Data Type");
        foreach (var field in flow.Fields)
            Row(
                PathCell.Write(field.Source, field.SourceDependsOn),
                PathCell.Write(field.Target, field.TargetDependsOn),
                field.Type.Text);

        text.Line();
    }

    private string Creation() => flow.Creation switch
    {
        CreationKind.Always => $"Every {_a} will be synchronized with a {_b}.",
        CreationKind.FreeForm => $"{flow.Condition}, it  will be synchronized with a {_b}.",
        _ => $"Before any synchronization can take place, a link between a {_a} and a {_b} must be established.",
    };

    private void PrintRules()
    {
        text.Line($"A {_a} will merge with a {_b} if one of the following property combinations match:").Line();
        Table($"{_a} Property", $"{_b} Property");
        foreach (var rule in flow.MatchRules)
            Row(rule.Source.Text, rule.Target.Text);

        text.Line();
    }

    private void Table(params string[] header)
    {
        text.Line(".. list-table::").Line("   :header-rows: 1").Line();
        Row(header);
    }

    private void Row(params string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
            text.Line((i == 0 ? "   * - " : "     - ") + cells[i]);
    }

    private static string List(EquatableArray<string> names) => names.Count < 2
        ? string.Concat(names)
        : $"{string.Join(", ", names.Take(names.Count - 1))}, or {names[names.Count - 1]}";
}
