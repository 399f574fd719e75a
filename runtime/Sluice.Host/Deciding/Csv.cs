using System.Text;

namespace Sluice.Host.Deciding;

/// <summary>Comma-separated values as spreadsheets write and read them.</summary>
internal static class Csv
{
    /// <summary>
    /// A row. A cell that a spreadsheet would take for a formula is marked as text, which nobody but a person reads.
    /// </summary>
    public static string Row(IEnumerable<(string Text, bool IsKey)> cells) => string.Join(
        ',', cells.Select(cell => Cell(!cell.IsKey && IsFormula(cell.Text) ? "'" + cell.Text : cell.Text)));

    /// <summary>The rows of a text, each with the line it begins on, from 1. Blank lines are left out.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(string text)
    {
        var (line, start) = (1, 1);
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '\n')
                line++;
            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (letter == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (quoted || letter is not (',' or '\r' or '\n'))
                cell.Append(letter);
            else if (letter == ',')
                End();
            else if (letter == '\n')
            {
                End();
                if (cells.Count > 1 || cells[0].Length > 0)
                    yield return (start, cells);
                (cells, start) = ([], line);
            }
        }

        End();
        if (cells.Count > 1 || cells[0].Length > 0)
            yield return (start, cells);

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }

    private static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r');

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 && text.Trim() == text
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
