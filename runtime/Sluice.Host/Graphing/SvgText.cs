using System.Globalization;
using System.Net;

namespace Sluice.Host.Graphing;

/// <summary>Draws a graph, to look at without any other tool: sources on the left, targets on the right.</summary>
internal static class SvgText
{
    private const int Margin = 24;
    private const int Between = 460;
    private const int Right = Margin + SvgColumn.BoxWidth + Between;
    private const int Width = Right + SvgColumn.BoxWidth + Margin;

    // In the small letters of the words, what is between the box and the bend holds so many.
    private const int Longest = 44;

    private const string Style =
        "text{font:13px sans-serif;fill:#222}.head{font-weight:bold;font-size:15px}.words{font-size:11px;fill:#555}"
        + "rect{fill:#eef3fa;stroke:#4a6fa5}.flow{fill:none;stroke:#4a6fa5;stroke-width:1.5}"
        + ".linked{stroke-dasharray:5 4}";

    public static void Print(TextWriter output, Graph graph)
    {
        var sources = new SvgColumn(graph, Margin, Margin, flow => flow.Source);
        var targets = new SvgColumn(graph, Right, Margin, flow => flow.Target);
        var height = Math.Max(sources.Bottom, targets.Bottom) + Margin;
        output.WriteLine(Invariant(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\">"));
        output.WriteLine($"<style>{Style}</style>");
        output.WriteLine(
            "<defs><marker id=\"tip\" markerWidth=\"9\" markerHeight=\"8\" refX=\"8\" refY=\"4\" orient=\"auto\">"
            + "<path d=\"M0,0 L9,4 L0,8 z\" fill=\"#4a6fa5\"/></marker></defs>");
        output.WriteLine(Invariant($"<path d=\"M0,0 H{Width} V{height} H0 z\" fill=\"#fff\"/>"));
        Draw(output, sources);
        Draw(output, targets);
        foreach (var flow in graph.Flows)
            Draw(output, flow, sources.EndOf(flow), targets.EndOf(flow));

        output.WriteLine("</svg>");
    }

    private static void Draw(TextWriter output, SvgColumn column)
    {
        foreach (var (label, y) in column.Heads)
            Text(output, "head", column.X, y + 4, label);

        foreach (var (entity, y, height) in column.Boxes)
        {
            output.WriteLine(Invariant(
                $"<rect x=\"{column.X}\" y=\"{y}\" width=\"{SvgColumn.BoxWidth}\" height=\"{height}\" rx=\"5\"/>"));
            Text(output, "entity", column.X + 10, y + (height / 2) + 5, entity.Name);
        }
    }

    // The line runs level below its words, then bends to its target.
    private static void Draw(TextWriter output, GraphFlow flow, int from, int to)
    {
        const int Start = Margin + SvgColumn.BoxWidth;
        const int Bend = Start + 230;
        const int Middle = (Bend + Right) / 2;
        var line = Invariant($"M{Start},{from} H{Bend} C{Middle},{from} {Middle},{to} {Right},{to}");
        output.WriteLine(
            $"<path class=\"flow{(flow.Creates ? "" : " linked")}\" marker-end=\"url(#tip)\" d=\"{line}\"/>");
        Text(output, "words", Start + 8, from - 4, flow.Words);
        if (flow.Which is { } which)
            Text(
                output, "words", Start + 8, from + 12,
                which.Length <= Longest ? which : which[..Longest] + "…", which);
    }

    // What is cut is shown whole where somebody points at it.
    private static void Text(TextWriter output, string kind, int x, int y, string text, string? whole = null) =>
        output.WriteLine(Invariant($"<text class=\"{kind}\" x=\"{x}\" y=\"{y}\">{Encoded(text)}")
            + (whole is null || whole == text ? "" : $"<title>{Encoded(whole)}</title>") + "</text>");

    private static string Encoded(string text) => WebUtility.HtmlEncode(Printable(text));

    // XML knows no control characters, not even escaped.
    private static string Printable(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
