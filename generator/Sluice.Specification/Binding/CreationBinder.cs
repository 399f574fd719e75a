using Sluice.Specification.Documents;
using Sluice.Specification.Naming;
using Sluice.Specification.Problems;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Binds a creation clause to what the target demands of a new record.</summary>
internal sealed class CreationBinder(
    SchemaIndex schema, HookIndex hooks, PairingNames names, EquatableArray<BoundField> fields, bool hasMatchRules,
    ConnectionBinder connections)
{
    private const int LongestHook = 80;

    public BoundCreation? Bind(ResolvedFlow flow)
    {
        var clause = flow.Flow;
        if (clause.Creation == CreationKind.LinkRequired)
            return null;

        ReportMatchRules(flow);
        var hook = clause.Condition is { } condition ? HookName(condition) : null;
        var unsupplied = Unsupplied(flow);
        var creation = new BoundCreation(
            clause.Creation,
            clause.CreationSpan.Line,
            clause.Condition,
            hook,
            hook is not null && hooks.Has(hook, flow.Source),
            unsupplied.Where(member => member.IsRequiredOnCreate).ToEquatableArray(),
            hooks.Has("Creating", flow.Source))
        {
            Connections = connections.Bind(flow),
            MadeWith = flow.Target.Entity.MadeWith,
            Optional = unsupplied.Where(member => member.IsOptionalOnCreate).ToEquatableArray(),
        };
        ReportHooks(creation, flow);
        return creation;
    }

    private void ReportMatchRules(ResolvedFlow flow)
    {
        if (!hasMatchRules)
            flow.Report(
                Rules.CreatesWithoutMatchRules,
                flow.Flow.CreationSpan,
                $"Each {Which(flow)}{flow.Source.System} {flow.Source.Entity.Name} creates a {flow.Target.System} "
                + $"{flow.Target.Entity.Name}, "
                + "also where one is there already: no rule says how the two find each other. Add a merge table.");
    }

    private static string Which(ResolvedFlow flow) =>
        flow.Flow.Creation == CreationKind.Conditional ? "connected " : "";

    private List<MemberSchema> Unsupplied(ResolvedFlow flow)
    {
        var supplied = fields
            .SelectMany(field => field.Paths(flow.TargetSide))
            .Where(path => path.IsWritable)
            .Select(path => path.Members[0].Name)
            .ToList();
        return schema.Members(flow.Target.TypeName).Where(member => !supplied.Contains(member.Name)).ToList();
    }

    private void ReportHooks(BoundCreation creation, ResolvedFlow flow)
    {
        var parameter = $"{names.Alias(flow.SourceSide)} {(flow.SourceSide == SideName.Left ? "left" : "right")}";
        var place = $"in the partial class {names.NamespaceSuffix}.{names.ClassName}";
        if (creation.Missing.Count > 0 && !creation.HasCreatingHook)
            flow.Report(
                Rules.RequiredMissing,
                flow.Flow.CreationSpan,
                $"{flow.Target.System} demands {string.Join(", ", creation.Missing.Select(member => member.JsonName))} "
                + "of a new "
                + $"{flow.Target.Entity.Name}, and no row supplies it. Add a row, or write 'private static partial "
                + $"New{names.Alias(flow.TargetSide)}? Creating({parameter})' {place}.");

        if (creation is { ConditionHook: { } hook, HasConditionHook: false })
            flow.Report(
                Rules.ConditionHookMissing,
                flow.Flow.CreationSpan,
                $"A program cannot decide '{creation.Condition}'. Write 'private static partial bool "
                + $"{hook}({parameter}) => …;' "
                + $"{place}; '=> false' creates nothing.");
    }

    private static string HookName(string condition)
    {
        var name = Identifier.Pascal(condition);
        if (!name.StartsWith("When", StringComparison.Ordinal))
            name = "When" + name;

        return name.Length > LongestHook ? name.Substring(0, LongestHook) : name;
    }
}
