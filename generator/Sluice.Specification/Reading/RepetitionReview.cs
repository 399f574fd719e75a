using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>Reports what a document says twice.</summary>
internal sealed class RepetitionReview(List<Problem> problems)
{
    public void Review(IEnumerable<Flow> flows)
    {
        var seen = new Dictionary<(string, string), (int Line, Lazy<string> Says)>();
        foreach (var flow in flows)
        {
            ReviewRows(flow);
            var key = (flow.Source.Text, flow.Target.Text);
            if (!seen.TryGetValue(key, out var first))
                seen.Add(key, (flow.Line, new(() => Says(flow))));
            else if (first.Says.Value == Says(flow))
                problems.Add(Rules.SectionRepeated.At(
                    flow.Heading,
                    $"Line {first.Line} has this section word for word; it counts once. Remove one of them."));
            else
                problems.Add(Rules.SectionsUnited.At(
                    flow.Heading,
                    $"Line {first.Line} has a section for the same flow that says something else. The two are "
                    + "united: rows of both count, and the first creation clause. Make one section of them."));
        }
    }

    private void ReviewRows(Flow flow)
    {
        var rows = new Dictionary<(string, string, string), Field>();
        var types = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var field in flow.Fields)
        {
            var target = Says(field.Target, field.TargetDependsOn);
            var row = (Says(field.Source, field.SourceDependsOn), target, field.Type.Text);
            if (rows.TryGetValue(row, out var same))
            {
                problems.Add(Rules.RowRepeated.At(
                    field.Source.Span,
                    $"Line {same.Line} has this row word for word; it counts once. Remove one of them."));
                continue;
            }

            rows.Add(row, field);
            if (!types.TryGetValue(target, out var typed))
            {
                types.Add(target, field);
                continue;
            }

            if (Type(typed) == Type(field))
                continue;

            problems.Add(Rules.TypesConflict.At(
                field.Type.Span,
                $"'{Shown.Of(field.Target.Text)}' has the type {Shown.Of(typed.Type.Text)} on line {typed.Line} and "
                + "another one here. The first that can be read and is not N/A counts. Write the same type in both "
                + "rows."));
            if (typed.Expression is null && field.Expression is not null)
                types[target] = field;
        }
    }

    private static string Type(Field field) => field.Expression?.ToString() ?? field.Type.Text;

    // Positions are left out: the same words elsewhere say the same.
    private static string Says(Flow flow) => string.Join("\n", [
        flow.Creation.ToString(), flow.Condition ?? "", flow.IfMatching.ToString(), flow.ConnectedInto ?? "",
        .. flow.ConnectedTo, "rules",
        .. flow.MatchRules.Select(rule => rule.Source.Text + "\t" + rule.Target.Text), "fields",
        .. flow.Fields.Select(Says)]);

    private static string Says(Field field) => string.Join("\t", [
        Says(field.Source, field.SourceDependsOn), Says(field.Target, field.TargetDependsOn), field.Type.Text]);

    // Elements of a list that are told apart by what they depend on are different targets.
    private static string Says(Cell path, EquatableArray<Dependency> dependsOn) => dependsOn.Count == 0
        ? path.Text
        : string.Join("\t", [path.Text, .. dependsOn.Select(one => one.Value + "\t" + one.Path)]);
}
