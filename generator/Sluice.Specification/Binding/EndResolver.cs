using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading;
using Sluice.Specification.Schemas;

namespace Sluice.Specification.Binding;

/// <summary>Finds the contracts of a flow's two ends; where there is none, the documents make one.</summary>
internal sealed class EndResolver(SchemaIndex schema)
{
    // One slip in so many letters is a slip; more make another word, as Product and Project are.
    private const int LettersPerSlip = 4;

    // Per document, as one missing contract is one remark however many flows need it.
    private readonly HashSet<(string File, string Slug, string? Entity)> _unknown = [];

    /// <summary>The flow with its ends; null where a damaged document does not name them.</summary>
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
        if (slug.Length == 0 || entity.Text.Length == 0)
            return null;

        if (schema.System([slug, .. labels]) is not { } system)
        {
            if (_unknown.Add((document.FileName, slug, null)))
                problems.Add(Rules.NoContract.At(
                    entity.Span,
                    $"No contract answers to the system '{slug}', so its records are taken for what JSON they come as, "
                    + "and nothing of them is checked here. To have paths and types checked, declare "
                    + $"[Entity(\"{labels.FirstOrDefault(one => one.Length > 0) ?? slug}\", \"{entity.Text}\")]."));

            return OpenBinder.End(char.ToUpperInvariant(slug[0]) + slug.Substring(1), slug, entity.Text);
        }

        if (Known(system, entity, problems) is { } known)
            return new(system.Label, slug, known);

        if (_unknown.Add((document.FileName, slug, entity.Text)))
            problems.Add(Unknown(system, entity));

        return OpenBinder.End(system.Label, slug, entity.Text);
    }

    private static EntitySchema? Known(SystemSchema system, Cell entity, List<Problem> problems)
    {
        if (system.Entities.FirstOrDefault(one => one.Name == entity.Text) is { } exact)
            return exact;

        var alike =
            system.Entities.Where(one => SystemLabel.FoldName(one.Name) == SystemLabel.FoldName(entity.Text)).ToList();
        if (alike.Count != 1)
            return null;

        problems.Add(Rules.CaseDiffers.At(
            entity.Span, $"The contract calls this '{alike[0].Name}'. It is taken for that; write it so."));
        return alike[0];
    }

    private static Problem Unknown(SystemSchema system, Cell entity)
    {
        var nearest = Nearest.Of(
            entity.Text, system.Entities.Select(one => one.Name), Math.Max(1, entity.Text.Length / LettersPerSlip));
        return nearest is null
            ? Rules.NoContract.At(
                entity.Span,
                $"{system.Label} has no contract for '{entity.Text}', so its records are taken for what JSON they come "
                + "as, and nothing of them is checked here. To have paths and types checked, declare "
                + $"[Entity(\"{system.Label}\", \"{entity.Text}\")]. There are contracts for "
                + $"{string.Join(", ", system.Entities.Select(one => one.Name))}.")
            : Rules.EntityMisspelt.At(
                entity.Span,
                $"{system.Label} has no contract for '{entity.Text}'. Did you mean '{nearest}'? Else its records are "
                + "taken for what JSON they come as, and nothing of them is checked here.");
    }
}
