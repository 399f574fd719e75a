using System.Text;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Finds the records that a conditional clause's list names, and what connects them.</summary>
/// <param name="schema">The contracts.</param>
/// <param name="all">Every flow of both documents: what none of them keeps in step has no counterpart.</param>
internal sealed class ConnectionBinder(SchemaIndex schema, IReadOnlyList<ResolvedFlow> all)
{
    private readonly ReferencePaths _references = new(schema);

    public EquatableArray<BoundConnection> Bind(ResolvedFlow flow) => flow.Flow.ConnectedTo
        .Select(name => Bind(name, flow))
        .OfType<BoundConnection>()
        .Distinct()
        .ToEquatableArray();

    private BoundConnection? Bind(string name, ResolvedFlow flow)
    {
        var own = _references.Of(flow.Source.TypeName);
        if (Entity(name, flow) is { } entity)
            return Bind(name, entity, own, flow);

        // A list may also name what holds the key: 'Created by'.
        var folded = Fold(name);
        var named = own.Where(one => Fold(one.Member.JsonName) == folded || Fold(one.Path) == folded).ToList();
        if (named.Count > 0)
            return new(
                name, named[0].Member.Reference!, named.Select(one => one.Path).ToEquatableArray(), default);

        Report(flow, name, Unknown(name, flow, own));
        return null;
    }

    private BoundConnection? Bind(
        string name, EntitySchema entity, IReadOnlyList<(string Path, MemberSchema Member)> own, ResolvedFlow flow)
    {
        var system = flow.Source.System;
        var forth = Leading(own, system, entity.Name);
        var back = Leading(_references.Of(entity.TypeName), system, flow.Source.Entity.Name);
        if (forth.Count + back.Count == 0)
        {
            Report(
                flow, name,
                $"Nothing connects a {system} {flow.Source.Entity.Name} with a {system} {entity.Name}: neither "
                + "contract marks a member that holds the other's key. Mark it with "
                + $"[Reference(\"{system}\", \"{entity.Name}\")] in {flow.Source.TypeName}, or the other way round in "
                + $"{entity.TypeName}; or take '{name}' out of the list.");
            return null;
        }

        if (!IsPaired(entity.Name, flow))
            Report(
                flow, name,
                $"No section keeps {system} {entity.Name} in step with anything in {flow.Target.System}, so that none "
                + $"is ever synchronized into it. Add a section for it, or take '{name}' out of the list.");

        return new(name, new(system, entity.Name), forth, back);
    }

    private EntitySchema? Entity(string name, ResolvedFlow flow)
    {
        var folded = Fold(name);
        var prefixes = new[] { "", Fold(flow.Source.System), Fold(flow.Source.Slug), Fold(flow.Flow.SourceSystem) };
        var entities = schema.System([flow.Source.System])?.Entities ?? default;
        return entities.FirstOrDefault(one => one.Name == name)
            ?? entities.FirstOrDefault(one => prefixes.Any(prefix => prefix + Fold(one.Name) == folded));
    }

    private bool IsPaired(string entity, ResolvedFlow flow)
    {
        return all.Any(other => IsBetween(other.Source, other.Target) || IsBetween(other.Target, other.Source));

        bool IsBetween(End one, End other) =>
            one.Slug == flow.Source.Slug && one.Entity.Name == entity && other.Slug == flow.Target.Slug;
    }

    private static EquatableArray<string> Leading(
        IReadOnlyList<(string Path, MemberSchema Member)> references, string system, string entity) => references
        .Where(one => one.Member.Reference == new ReferenceSchema(system, entity))
        .Select(one => one.Path)
        .ToEquatableArray();

    private string Unknown(string name, ResolvedFlow flow, IReadOnlyList<(string Path, MemberSchema Member)> own)
    {
        var system = flow.Source.System;
        var known = (schema.System([system])?.Entities ?? default).Select(one => one.Name)
            .Concat(own.Select(one => one.Path)).ToList();
        var nearest = Nearest.Of(name, known);
        return $"{system} has no entity '{name}', and a {flow.Source.Entity.Name} names none by a property of that "
            + "name, so that nothing is created for being connected with it. " + (
                nearest is not null ? $"Did you mean '{nearest}'?"
                : known.Count == 0 ? "Nothing in documents says which records refer to which: declare contracts with "
                    + $"[Reference(\"{system}\", \"…\")] for both."
                : $"It has {string.Join(", ", known.Select(one => $"'{one}'"))}; correct the name, or declare a "
                    + "contract.");
    }

    private static void Report(ResolvedFlow flow, string name, string message) =>
        flow.Report(Rules.ConnectionUnclear, SpanOf(name, flow.Flow), message);

    private static DocumentSpan SpanOf(string name, Flow flow)
    {
        if (flow.ConnectedList is not { } list)
            return flow.CreationSpan;

        var at = list.Text.LastIndexOf(name, StringComparison.Ordinal);
        return at < 0 ? list.Span : list.Span with { Column = list.Span.Column + at, Length = name.Length };
    }

    // Without case, blanks, hyphens and underscores: 'Created by' is created_by and createdBy.
    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var character in name)
            if (char.IsLetterOrDigit(character) || character == '.')
                folded.Append(char.ToLowerInvariant(character));

        return folded.ToString();
    }
}
