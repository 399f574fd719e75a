using Sluice.Specification.DataTypes;
using Sluice.Specification.Documents;
using Sluice.Specification.Naming;
using Sluice.Specification.Problems;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>A field that further rows may add to.</summary>
internal sealed class FieldDraft(Field first, ResolvedFlow flow, BoundPath target)
{
    private readonly List<(Field Row, BoundPath Path)> _sources = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<(Expression? Expression, string Path)> _mirrors = [];
    private readonly List<int> _lines = [];
    private readonly HashSet<int> _seen = [];
    private BoundPath _target = target;
    private Expression? _expression;

    public SideName Target => flow.TargetSide;

    public bool Reads(BoundPath source) => _places.ContainsKey(source.Identity);

    public void Add(Field row, BoundPath source, BoundPath target)
    {
        _target = Merged(_target, target);
        _expression ??= row.Expression;
        if (_seen.Add(row.Line))
            _lines.Add(row.Line);

        if (_places.TryGetValue(source.Identity, out var known))
            _sources[known] = (_sources[known].Row, Merged(_sources[known].Path, source));
        else
        {
            _places[source.Identity] = _sources.Count;
            _sources.Add((row, source));
        }
    }

    /// <summary>Takes what the reverse document says of the way back.</summary>
    public void Mirror(Field row, BoundPath source) => _mirrors.Add((row.Expression, source.Identity));

    public BoundField Finish(NameSet identifiers, string emitting, IReadOnlyList<ResolvedFlow> all)
    {
        // Keys of two systems are never copied: the link of what they refer to translates them, whatever the types say.
        var from = _sources.ConvertAll(source => source.Path);
        var references = ReferenceBinder.Bind(Target, _target, from);
        var expression = references is null ? ConversionBinder.Held(_expression, from, _target) : null;
        var backs = new BackBinder(expression, _mirrors, _target, areKeys: references is not null);
        var sources = _sources.ConvertAll(source => backs.Bind(source.Path));
        Report(sources, backs);
        if (references is not null && !all.Any(references.IsOf))
            ReportUncovered(references);

        var paths = sources.ToEquatableArray();
        var targets = EquatableArray.Of(_target);
        var names = _target.Names.ToList();
        var identifier =
            identifiers.Take(Identifier.Pascal(names[names.Count - 1]), Identifier.Pascal(string.Join(" ", names)));
        var declared = CanonicalForms.Of([_target, .. sources]);
        var canonical = declared == CanonicalKind.Text && references is null
            ? ConversionBinder.Canonical(expression, sources, _target)
            : declared;
        return new(
            first.Target.Text,
            identifier,
            Target,
            Target == SideName.Left ? targets : paths,
            Target == SideName.Left ? paths : targets,
            canonical,
            expression,
            _lines.ToEquatableArray(),
            flow.File != emitting)
        {
            Forth = references is null ? ConversionBinder.Bind(expression, sources, _target) : BoundConversion.Nothing,
            Back = backs.Taken,
            References = references,
            ForthName = identifiers.Take("To" + identifier),
            BackName = identifiers.Take("From" + identifier),
            Precision = _target.ValueType.Kind == ValueKind.Instant ? ConversionBinder.Precision(_expression) : null,
        };
    }

    private void ReportUncovered(BoundReference references)
    {
        var (left, right) = (references.Left, references.Right);
        flow.Report(
            Rules.ReferenceUncovered,
            first.Target.Span,
            $"'{first.Source.Text}' and '{first.Target.Text}' hold keys of {left.System} {left.Entity} and "
            + $"{right.System} {right.Entity}, and no section keeps these two in step: what is named has no "
            + "counterpart, so this row copies nothing. Add a section that links them, or remove the row.");
    }

    private void Report(List<BoundPath> sources, BackBinder backs)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var (row, path) = _sources[i];
            if (!path.IsWritable)
            {
                var obstacle = Obstacle.Of(path, flow.Source.System);
                flow.Report(
                    Rules.OneWay, row.Source.Span,
                    $"{obstacle.Words}, so an edit of '{row.Target.Text}' does not flow back. Where it should: "
                    + obstacle.Fix);
            }
            else if (backs.Fault(path) is { } fault)
                flow.Report(Rules.OneWay, row.Type.Span, Words(row, path, fault, backs));
        }
    }

    private static string Words(Field row, BoundPath source, BackFault fault, BackBinder backs)
    {
        var (from, to) = (row.Source.Text, row.Target.Text);
        var noWay = $"so an edit of '{to}' does not flow back";
        var reverse = $"{noWay}. Where it should, give the reverse document a row from '{to}' to '{from}'.";
        return fault switch
        {
            BackFault.LosesTime =>
                $"'{from}' says a point in time, and '{to}' a day, which does not tell the time, {reverse}",
            BackFault.IsList =>
                $"'{from}' is a list, and '{to}' one value, which does not tell the other elements, {reverse}",
            BackFault.Misfit =>
                $"What comes back of '{to}' is nothing that '{from}' can hold, which is "
                + $"{Binding.Words.Of(Shapes.Of(source).All)}, {noWay}. Where it should, give a row of the reverse "
                + "document the data type that makes it such.",
            BackFault.GoesOtherwise =>
                $"'{to}' goes back to '{backs.First!.Written[0]}', and to '{from}' it would have to go in another way, "
                + $"{noWay} to '{from}'. Where it should, give both the same data type and members of the same type.",
            _ => $"Something may be lost when {row.Type.Text} makes '{to}' of '{from}', {reverse}",
        };
    }

    private static BoundPath Merged(BoundPath known, BoundPath again) =>
        known with { Written = known.Written.Concat(again.Written).Distinct().ToEquatableArray() };
}
