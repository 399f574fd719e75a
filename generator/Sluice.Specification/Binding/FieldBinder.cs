using Sluice.Specification.Documents;
using Sluice.Specification.Naming;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Binding;

/// <summary>Binds the rows of property tables; rows that end at one target member are one field.</summary>
internal sealed class FieldBinder(PathBinder paths)
{
    private const string NotAvailable = "N/A";

    private readonly List<FieldDraft> _fields = [];

    public void Bind(ResolvedFlow flow)
    {
        foreach (var row in flow.Flow.Fields)
            if (row.Expression is not null || row.Type.Text == NotAvailable)
                Bind(row, flow);
    }

    public EquatableArray<BoundField> Finish(NameSet identifiers, string emitting) =>
        _fields.Select(field => field.Finish(identifiers, emitting)).ToEquatableArray();

    private void Bind(Field row, ResolvedFlow flow)
    {
        if (row.SourceDependsOn.Concat(row.TargetDependsOn).FirstOrDefault() is { } dependency)
        {
            flow.Report(
                Rules.NotSupportedYet, dependency.Span,
                "Dependencies are not supported yet on a contract. Remove the suffix.");
            return;
        }

        var source = paths.Bind(flow.Source, row.Source, flow);
        var target = paths.Bind(flow.Target, row.Target, flow);
        if (source is null || target is null || !CanWrite(target, row, flow)
            || !Conversions.Check(row, source, target, flow))
            return;

        if (!source.IsWritable)
            flow.Report(
                Rules.OneWay,
                row.Source.Span,
                $"{flow.Source.System} does not take '{row.Source.Text}', so an edit of '{row.Target.Text}' does not "
                + "flow back.");

        Add(row, flow, source, target);
    }

    private static bool CanWrite(BoundPath target, Field row, ResolvedFlow flow)
    {
        if (target.IsWritable)
            return true;

        flow.Report(
            Rules.ReadOnlyTarget,
            row.Target.Span,
            $"{flow.Target.System} sets '{row.Target.Text}' itself and does not take it. Remove the row, or name "
            + "another property.");
        return false;
    }

    private void Add(Field row, ResolvedFlow flow, BoundPath source, BoundPath target)
    {
        // A row of the reverse document that mirrors one of these says nothing new.
        if (_fields.Exists(field =>
            field.Target != flow.TargetSide && field.TargetPath == source.JsonPath && field.Reads(target)))
            return;

        var field = _fields.Find(field => field.Target == flow.TargetSide && field.TargetPath == target.JsonPath);
        if (field is null)
            _fields.Add(field = new(row, flow, target));

        field.Add(row, source, target);
    }
}
