using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Tables;

/// <summary>Tells a table's lines apart by what they start with. Indentation is layout and may vary.</summary>
internal static class Markers
{
    public static bool IsDirective(Line line) => line.Starts("..");

    /// <summary>The first cell of a row, <c>* - text</c>.</summary>
    public static Cell? Row(Line line)
    {
        var at = line.Indent;
        if (at >= line.Text.Length || line.Text[at] != '*')
            return null;

        var dash = at + 1;
        while (dash < line.Text.Length && char.IsWhiteSpace(line.Text[dash]))
            dash++;

        return dash == at + 1 ? null : CellAt(line, dash);
    }

    /// <summary>A further cell of a row, <c>- text</c>.</summary>
    public static Cell? Further(Line line) => CellAt(line, line.Indent);

    private static Cell? CellAt(Line line, int dash)
    {
        var text = line.Text;
        if (dash >= text.Length || text[dash] != '-')
            return null;

        if (dash + 1 == text.Length)
            return new(string.Empty, new(line.Number, dash + 1, 1));

        return char.IsWhiteSpace(text[dash + 1]) ? line.Cut(dash + 1, text.Length) : null;
    }
}
