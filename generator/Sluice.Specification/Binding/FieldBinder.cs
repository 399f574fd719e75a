using Sluice.Specification.Documents;
using Sluice.Specification.Naming;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Binding;

/// <summary>Binds the rows of property tables; rows that end at one target member are one field.</summary>
internal sealed class FieldBinder(PathBinder paths)
{
    private const string NotAvailable = "N/A";

    private readonly DependencyBinder _dependencies = new(paths);
    private readonly List<FieldDraft> _fields = [];
    private readonly Dictionary<(SideName Side, string Path), FieldDraft> _byTarget = [];

    public void Bind(ResolvedFlow flow)
    {
        foreach (var row in flow.Flow.Fields)
            if (row.Expression is not null || row.Type.Text == NotAvailable)
                Bind(row, flow);
    }

    public EquatableArray<BoundField> Finish(
        NameSet identifiers, string emitting, IReadOnlyList<ResolvedFlow> all) =>
        _fields.Select(field => field.Finish(identifiers, emitting, all)).ToEquatableArray();

    private void Bind(Field row, ResolvedFlow flow)
    {
        var source = Bind(flow.Source, row.Source, row.SourceDependsOn, flow);
        var target = Bind(flow.Target, row.Target, row.TargetDependsOn, flow);
        if (source is null || target is null || !CanWrite(target, row, flow)
            || !Conversions.Check(row, source, target, flow))
            return;

        Add(row, flow, source, target);
    }

    private BoundPath? Bind(End end, Cell cell, EquatableArray<Dependency> dependencies, ResolvedFlow flow) =>
        _dependencies.Bind(paths.Bind(end, cell, flow), end, dependencies, flow);

    private static bool CanWrite(BoundPath target, Field row, ResolvedFlow flow)
    {
        if (target.IsWritable)
            return true;

        var obstacle = Obstacle.Of(target, flow.Target.System);
        flow.Report(
            obstacle.IsDeclared ? Rules.ReadOnlyTarget : Rules.NotSupportedYet,
            row.Target.Span,
            $"{obstacle.Words}, so nothing can be written to '{row.Target.Text}'. {obstacle.Fix} "
            + "Else remove the row.");
        return false;
    }

    private void Add(Field row, ResolvedFlow flow, BoundPath source, BoundPath target)
    {
        // A row of the reverse document that mirrors one of these says how that goes back.
        if (_byTarget.TryGetValue((flow.SourceSide, source.Identity), out var mirrored) && mirrored.Reads(target))
        {
            mirrored.Mirror(row, target);
            return;
        }

        if (!_byTarget.TryGetValue((flow.TargetSide, target.Identity), out var field))
        {
            _byTarget[(flow.TargetSide, target.Identity)] = field = new(row, flow, target);
            _fields.Add(field);
        }

        field.Add(row, source, target);
    }
}
