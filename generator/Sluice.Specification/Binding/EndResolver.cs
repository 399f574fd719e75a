using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Finds the contracts of a flow's two ends.</summary>
internal sealed class EndResolver(SchemaIndex schema)
{
    // Per document, as one missing system is one problem however many flows need it.
    private readonly HashSet<(string File, string Slug)> _unknown = [];

    public ResolvedFlow? Resolve(Document document, Flow flow, List<Problem> problems)
    {
        var source =
            Resolve(document, document.SourceSlug, [flow.SourceSystem, document.SourceLabel], flow.Source, problems);
        var target =
            Resolve(document, document.TargetSlug, [flow.TargetSystem, document.TargetLabel], flow.Target, problems);
        return source is null || target is null ? null : new(document.FileName, flow, source, target, problems);
    }

    private End? Resolve(Document document, string slug, string[] labels, Cell entity, List<Problem> problems)
    {
        if (schema.System([slug, .. labels]) is { } system)
            return Entity(system, entity, problems) is { } found ? new(system.Label, slug, found) : null;

        if (_unknown.Add((document.FileName, slug)))
            problems.Add(Rules.UnknownSystem.At(
                entity.Span,
                $"No contract answers to the system '{slug}', so nothing is generated for its flows. Declare one with "
                + $"[Entity(\"{labels[0]}\", \"{entity.Text}\")]; connectors without contracts come later."));

        return null;
    }

    private static EntitySchema? Entity(SystemSchema system, Cell entity, List<Problem> problems)
    {
        if (system.Entities.FirstOrDefault(one => one.Name == entity.Text) is { } exact)
            return exact;

        var alike =
            system.Entities.Where(one => SystemLabel.FoldName(one.Name) == SystemLabel.FoldName(entity.Text)).ToList();
        if (alike.Count == 1)
        {
            problems.Add(Rules.CaseDiffers.At(
                entity.Span, $"The contract calls this '{alike[0].Name}'. It is taken for that; write it so."));
            return alike[0];
        }

        var nearest = Nearest.Of(entity.Text, system.Entities.Select(one => one.Name));
        problems.Add(Rules.UnknownEntity.At(
            entity.Span,
            $"{system.Label} has no entity '{entity.Text}'. " + (nearest is null
                ? "It has "
                    + $"{string.Join(", ", system.Entities.Select(one => one.Name))}; correct the name, or declare a "
                  + "contract."
                : $"Did you mean '{nearest}'?")));
        return null;
    }
}
