using Sluice.Host.Checking;
using Sluice.Specification.Comparison;
using Sluice.Specification.Documents;

namespace Sluice.Host.Graphing;

/// <summary>The pairings of some documents as systems, entities and flows between them.</summary>
internal sealed record Graph(IReadOnlyList<GraphSystem> Systems, IReadOnlyList<GraphFlow> Flows)
{
    public static Graph Of(IReadOnlyList<Document> documents)
    {
        var flows = documents.SelectMany(FlowsOf)
            .OrderBy(flow => flow.Source.System, StringComparer.Ordinal)
            .ThenBy(flow => flow.Target.System, StringComparer.Ordinal)
            .ThenBy(flow => flow.Source.Name, StringComparer.Ordinal)
            .ThenBy(flow => flow.Target.Name, StringComparer.Ordinal)
            .ToList();
        var labels = Labels(documents);
        var systems = flows.SelectMany(flow => new[] { flow.Source, flow.Target })
            .Distinct()
            .GroupBy(entity => entity.System, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new GraphSystem(
                group.Key, labels.GetValueOrDefault(group.Key, group.Key),
                [.. group.OrderBy(entity => entity.Name, StringComparer.Ordinal)]));
        return new([.. systems], flows);
    }

    private static IEnumerable<GraphFlow> FlowsOf(Document document) => UnitedFlow.Of(document).Select(flow =>
        new GraphFlow(
            new(document.SourceSlug, flow.First.Source.Text), new(document.TargetSlug, flow.First.Target.Text),
            CheckJson.Name(flow.First.Creation), flow.First.Condition, flow.First.ConnectedTo,
            flow.Rules.Count, flow.Targets.Count));

    // The first that is not blank, in the order of the files.
    private static Dictionary<string, string> Labels(IReadOnlyList<Document> documents)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in documents)
            foreach (var (slug, label) in new[]
            {
                (document.SourceSlug, document.SourceLabel), (document.TargetSlug, document.TargetLabel),
            })
                if (label.Length > 0)
                    labels.TryAdd(slug, label);

        return labels;
    }
}
