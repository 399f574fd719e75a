using Sluice.Specification.Documents;
using Sluice.Specification.Naming;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Binds paths of entities without a contract: each is a property, whatever the records hold.</summary>
internal static class OpenBinder
{
    private static readonly MemberType Whatever = new(ValueKind.Any, "Sluice.FieldValue");

    /// <summary>The entity as its documents describe it.</summary>
    public static End End(string system, string slug, string entity) =>
        new(system, slug, new(entity, OpenNames.Type(system, entity)) { IsOpen = true });

    /// <summary>A path; null where it names nothing.</summary>
    public static BoundPath? Bind(End end, string written) => Path(written) is { Length: > 0 } path
        ? new(
            EquatableArray.Of(written),
            EquatableArray.Of(
                new MemberSchema(path, OpenNames.Member(path, end.TypeName), Whatever, IsNullable: true)),
            default)
        : null;

    /// <summary>The contracts that some flows need, with the paths that stand in them.</summary>
    public static EquatableArray<OpenContract> Needs(IEnumerable<ResolvedFlow> flows) => flows
        .SelectMany(flow => new[]
        {
            (
                End: flow.Source,
                Paths: Paths(
                    flow.Flow, rule => (rule.Source, rule.SourceDependsOn), row => (row.Source, row.SourceDependsOn))),
            (
                End: flow.Target,
                Paths: Paths(
                    flow.Flow, rule => (rule.Target, rule.TargetDependsOn), row => (row.Target, row.TargetDependsOn))),
        })
        .Where(need => need.End.Entity.IsOpen)
        .GroupBy(need => need.End.TypeName, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new OpenContract(
            group.First().End.System, group.First().End.Entity.Name, group.Key,
            group.SelectMany(need => need.Paths)
                .Where(path => path.Length > 0)
                .Distinct()
                .OrderBy(path => path, StringComparer.Ordinal)
                .ToEquatableArray()))
        .ToEquatableArray();

    private static IEnumerable<string> Paths(
        Flow flow,
        Func<MatchRule, (Cell, EquatableArray<Dependency>)> rule,
        Func<Field, (Cell, EquatableArray<Dependency>)> row) => flow.MatchRules.Select(rule)
        .SelectMany(one => Paths(PathCell.PathOf(one.Item1).Text.Split(' '), one.Item2))
        .Concat(flow.Fields.Select(row).SelectMany(one => Paths([one.Item1.Text], one.Item2)));

    private static IEnumerable<string> Paths(string[] names, EquatableArray<Dependency> dependsOn) =>
        names.Concat(dependsOn.Select(one => one.Path)).Where(PathText.IsPath).Select(Path);

    // Two dots in a row have nothing between them, and lists need no sign: they are gone through wherever they are.
    private static string Path(string written) =>
        string.Join(".", written.Split(['.'], StringSplitOptions.RemoveEmptyEntries));
}
