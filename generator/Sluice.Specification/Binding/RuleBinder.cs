using Sluice.Specification.Documents;
using Sluice.Specification.Naming;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Binds the rows of merge tables.</summary>
internal sealed class RuleBinder(PathBinder paths, NameSet identifiers, string emitting)
{
    private readonly DependencyBinder _dependencies = new(paths);
    private readonly List<BoundRule> _rules = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public EquatableArray<BoundRule> Rules => _rules.ToEquatableArray();

    public void Bind(ResolvedFlow flow)
    {
        foreach (var rule in flow.Flow.MatchRules)
            if (rule.Source.Text.Length > 0 && rule.Target.Text.Length > 0)
                Bind(rule, flow);
    }

    private void Bind(MatchRule rule, ResolvedFlow flow)
    {
        var source = Paths(flow.Source, rule.Source, rule.SourceDependsOn, flow);
        var target = Paths(flow.Target, rule.Target, rule.TargetDependsOn, flow);
        if (source is null || target is null)
            return;

        var isLeft = flow.SourceSide == SideName.Left;
        var (left, right) = isLeft ? (source, target) : (target, source);
        if (!_seen.Add(Key(left) + "=" + Key(right)))
            return;

        var key = Key(source[0]);
        var isOneType = flow.Left.TypeName == flow.Right.TypeName;
        _rules.Add(new(
            isLeft ? rule.Source.Text : rule.Target.Text,
            isLeft ? rule.Target.Text : rule.Source.Text,
            left.ToEquatableArray(),
            right.ToEquatableArray(),
            Form([.. target, .. source]),
            isOneType ? "Left" + key : key,
            isOneType ? "Right" + key : key,
            rule.Line,
            flow.File != emitting));
    }

    // GUIDs, numbers, days and points in time are the same however a text on the other side writes them.
    private static CanonicalKind Form(List<BoundPath> paths)
    {
        var declared = CanonicalForms.Of(paths);
        if (declared != CanonicalKind.Text)
            return declared;

        var kinds = paths.ConvertAll(path => path.ValueType.Kind);
        return kinds.Contains(ValueKind.Guid) ? CanonicalKind.Guid
            : kinds.Exists(kind => kind is ValueKind.Integer or ValueKind.Float or ValueKind.Decimal)
            ? CanonicalKind.Number
            : kinds.Contains(ValueKind.Date) ? CanonicalKind.Date
            : kinds.Contains(ValueKind.Instant) ? CanonicalKind.Instant
            : CanonicalKind.Text;
    }

    // Of several paths with one dependency it is not clear which it belongs to; that was reported already.
    private List<BoundPath>? Paths(End end, Cell cell, EquatableArray<Dependency> dependsOn, ResolvedFlow flow)
    {
        var written = PathCell.PathOf(cell);
        var names = written.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || (names.Length > 1 && dependsOn.Count > 0))
            return null;

        var bound = new List<BoundPath>();
        foreach (var name in names)
        {
            var path = _dependencies.Bind(paths.Bind(end, written with { Text = name }, flow), end, dependsOn, flow);
            if (path is null)
                return null;

            bound.Add(path);
        }

        return bound;
    }

    private string Key(BoundPath path)
    {
        var names = path.Names.Select(name => path.IsOpen ? Identifier.Pascal(name) : name).ToList();
        return identifiers.Take(names[names.Count - 1] + "Of", string.Concat(names) + "Of");
    }

    private static string Key(List<BoundPath> paths) => string.Join(" ", paths.Select(path => path.Identity));
}
