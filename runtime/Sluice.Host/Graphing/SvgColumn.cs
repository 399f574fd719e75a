namespace Sluice.Host.Graphing;

/// <summary>One column of a drawing: systems below each other, each with boxes for its entities.</summary>
internal sealed class SvgColumn
{
    public const int BoxWidth = 240;

    private const int Head = 34;
    private const int Gap = 12;
    private const int Step = 20;

    // Room below the line for a second line of words.
    private const int Further = 14;

    private readonly Dictionary<GraphFlow, int> _ends = [];
    private readonly List<(string Label, int Y)> _heads = [];
    private readonly List<(GraphEntity Entity, int Y, int Height)> _boxes = [];

    /// <param name="graph">The graph.</param>
    /// <param name="x">The column's left edge.</param>
    /// <param name="y">Its upper edge.</param>
    /// <param name="end">Which end of its flows the column shows.</param>
    public SvgColumn(Graph graph, int x, int y, Func<GraphFlow, GraphEntity> end)
    {
        X = x;
        var flows = graph.Flows.ToLookup(end);
        foreach (var system in graph.Systems.Where(system => system.Entities.Any(flows.Contains)))
        {
            _heads.Add((system.Label, y + (Head / 2)));
            y += Head;
            foreach (var entity in system.Entities.Where(flows.Contains))
            {
                // Each flow has an end of its own, so that neither lines nor words lie on each other.
                var height = Gap;
                foreach (var flow in flows[entity])
                {
                    _ends[flow] = y + height + (Step / 2);
                    height += Step + (flow.Which is null ? 0 : Further);
                }

                height += Gap;
                _boxes.Add((entity, y, height));
                y += height + Gap;
            }
        }

        Bottom = y;
    }

    public int X { get; }

    public int Bottom { get; }

    public IReadOnlyList<(string Label, int Y)> Heads => _heads;

    public IReadOnlyList<(GraphEntity Entity, int Y, int Height)> Boxes => _boxes;

    /// <summary>The height at which a flow meets its box.</summary>
    public int EndOf(GraphFlow flow) => _ends[flow];
}
