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
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between two cells.</param>
    /// <param name="open">The line of a quote that is never closed; 0 where there is none.</param>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Read(
        string text, char separator, out int open)
    {
        var rows = new List<(int, IReadOnlyList<string>)>();
        var (line, start, quote) = (1, 1, 1);
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (letter == '"' && (quoted || cell.Length == 0))
                (quoted, quote) = (!quoted, line);
            else if (quoted || (letter is not ('\r' or '\n') && letter != separator))
                cell.Append(letter);
            else if (letter == separator)
                EndCell();
            else if (letter == '\n')
                EndRow();

            if (letter != '\n')
                continue;

            line++;
            if (!quoted)
                start = line;
        }

        EndRow();
        open = quoted ? quote : 0;
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (cells.Count > 1 || cells[0].Length > 0)
                rows.Add((start, cells));
            cells = [];
        }
    }

    private static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r');

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 && text.Trim() == text
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
