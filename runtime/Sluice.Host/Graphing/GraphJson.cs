using Sluice.Host.Output;

namespace Sluice.Host.Graphing;

/// <summary>Writes a graph as one line of JSON.</summary>
internal static class GraphJson
{
    public static string Write(Graph graph) => JsonLine.Of(json =>
    {
        json.WriteObjects("systems", graph.Systems, system =>
        {
            json.WriteString("slug", system.Slug);
            json.WriteString("label", system.Label);
            json.WriteTexts("entities", system.Entities.Select(entity => entity.Name));
        });
        json.WriteObjects("flows", graph.Flows, flow =>
        {
            json.WriteString("sourceSystem", flow.Source.System);
            json.WriteString("source", flow.Source.Name);
            json.WriteString("targetSystem", flow.Target.System);
            json.WriteString("target", flow.Target.Name);
            json.WriteString("creation", flow.Creation);
            json.WriteString("condition", flow.Condition);
            json.WriteTexts("connectedTo", flow.ConnectedTo);
            json.WriteNumber("matchRules", flow.MatchRules);
            json.WriteNumber("fields", flow.Fields);
        });
    });
}
