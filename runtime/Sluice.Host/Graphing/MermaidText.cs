using System.Globalization;

namespace Sluice.Host.Graphing;

/// <summary>Writes a graph in Mermaid's language, which code hosts draw inside pages.</summary>
internal static class MermaidText
{
    public static void Print(TextWriter output, Graph graph)
    {
        var names = new Dictionary<GraphEntity, string>();
        output.WriteLine("flowchart LR");
        foreach (var (index, system) in graph.Systems.Index())
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  subgraph s{index}[\"{Escaped(system.Label)}\"]"));
            foreach (var entity in system.Entities)
            {
                names.Add(entity, string.Create(CultureInfo.InvariantCulture, $"e{names.Count}"));
                output.WriteLine($"    {names[entity]}[\"{Escaped(entity.Name)}\"]");
            }

            output.WriteLine("  end");
        }

        foreach (var flow in graph.Flows)
            output.WriteLine(
                $"  {names[flow.Source]} {(flow.Creates ? "-->" : "-.->")}|\"{Words(flow)}\"| "
                + names[flow.Target]);
    }

    private static string Words(GraphFlow flow) =>
        Escaped(flow.Words) + (flow.Which is { } which ? "<br/>" + Escaped(which) : "");

    // Mermaid's own escapes, by name and by number.
    private static string Escaped(string text) => text
        .Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("&", "#amp;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal)
        .Replace("`", "#96;", StringComparison.Ordinal);
}
