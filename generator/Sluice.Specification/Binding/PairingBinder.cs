using Sluice.Specification.Naming;

namespace Sluice.Specification.Binding;

/// <summary>Binds all flows between two entities into one pairing.</summary>
/// <param name="flows">The flows.</param>
/// <param name="names">What the pairing is called.</param>
/// <param name="schema">The contracts.</param>
/// <param name="hooks">The hooks that somebody has written.</param>
/// <param name="all">Every flow of both documents.</param>
internal sealed class PairingBinder(
    List<ResolvedFlow> flows, PairingNames names, SchemaIndex schema, HookIndex hooks,
    IReadOnlyList<ResolvedFlow> all)
{
    public BoundPairing Bind()
    {
        var first = flows[0];
        var identifiers = new NameSet(
            ReservedNames.Members, ReservedNames.Types, [names.ClassName, names.LeftAlias, names.RightAlias],
            ["New" + names.LeftAlias, "New" + names.RightAlias]);
        var paths = new PathBinder(schema);
        var fieldBinder = new FieldBinder(paths);
        var rules = new RuleBinder(paths, identifiers, first.File);
        foreach (var flow in flows)
        {
            fieldBinder.Bind(flow);
            rules.Bind(flow);
        }

        var fields = fieldBinder.Finish(identifiers, first.File, all);
        var creations = Creations(fields);
        var hasBothFlows = flows.Exists(flow => flow.SourceSide != first.SourceSide);
        return new(
            names.Pairing,
            first.File,
            first.Flow.Line,
            names.NamespaceSuffix,
            names.ClassName,
            hasBothFlows ? SideName.Left : first.SourceSide,
            Side(SideName.Left, first.Left, first.Right, creations),
            Side(SideName.Right, first.Right, first.Left, creations),
            rules.Rules,
            fields)
        {
            HasBothFlows = hasBothFlows,
        };
    }

    // Of sections that say different things about one direction, the first that can be read counts.
    private Dictionary<SideName, BoundCreation?> Creations(EquatableArray<BoundField> fields)
    {
        var hasMatchRules = flows.Exists(flow =>
            flow.Flow.MatchRules.Any(rule => rule.Source.Text.Length > 0 && rule.Target.Text.Length > 0));
        var binder = new CreationBinder(
            schema, hooks, names, fields, hasMatchRules, new ConnectionBinder(schema, all));
        return flows
            .GroupBy(flow => flow.TargetSide)
            .ToDictionary(group => group.Key, group => binder.Bind(group.First()));
    }

    private BoundSide Side(SideName side, End end, End other, Dictionary<SideName, BoundCreation?> creations) => new(
        end.System,
        end.Slug,
        end.Entity.Name,
        end.TypeName,
        names.Alias(side),
        end.Entity.OmitsNulls,
        creations.TryGetValue(side, out var creation) ? creation : null,
        hooks.Scope(side, end, other))
    {
        IsOpen = end.Entity.IsOpen,
    };
}
