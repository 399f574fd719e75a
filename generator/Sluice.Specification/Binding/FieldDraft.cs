using Sluice.Specification.DataTypes;
using Sluice.Specification.Documents;
using Sluice.Specification.Naming;

namespace Sluice.Specification.Binding;

/// <summary>A field that further rows may add to.</summary>
internal sealed class FieldDraft(Field first, ResolvedFlow flow, BoundPath target)
{
    private readonly List<BoundPath> _sources = [];
    private readonly List<int> _lines = [];
    private readonly HashSet<int> _seen = [];
    private BoundPath _target = target;
    private Expression? _expression;

    public SideName Target => flow.TargetSide;

    public string TargetPath => _target.JsonPath;

    public bool Reads(BoundPath source) => _sources.Exists(path => path.JsonPath == source.JsonPath);

    public void Add(Field row, BoundPath source, BoundPath target)
    {
        _target = Merged(_target, target);
        _expression ??= row.Expression;
        if (_seen.Add(row.Line))
            _lines.Add(row.Line);

        var known = _sources.FindIndex(path => path.JsonPath == source.JsonPath);
        if (known < 0)
            _sources.Add(source);
        else
            _sources[known] = Merged(_sources[known], source);
    }

    public BoundField Finish(NameSet identifiers, string emitting)
    {
        var sources = _sources.ToEquatableArray();
        var targets = EquatableArray.Of(_target);
        var names = _target.Members.Select(member => member.Name).ToList();
        return new(
            first.Target.Text,
            identifiers.Take(Identifier.Pascal(names[names.Count - 1]), Identifier.Pascal(string.Join(" ", names))),
            Target,
            Target == SideName.Left ? targets : sources,
            Target == SideName.Left ? sources : targets,
            CanonicalForms.Of([_target, .. _sources]),
            _expression,
            _lines.ToEquatableArray(),
            flow.File != emitting);
    }

    private static BoundPath Merged(BoundPath known, BoundPath again) =>
        known with { Written = known.Written.Concat(again.Written).Distinct().ToEquatableArray() };
}
