using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Tables;

/// <summary>Reads the lines of list tables into rows of cells.</summary>
internal sealed class TableReader(SectionDraft section)
{
    private const string Directive = ".. list-table::";
    private const string HeaderRows = ":header-rows:";

    private TableDraft? _open;
    private int _lastCellLine;

    /// <summary>Reads a line that can only belong to a table.</summary>
    public bool TryReadMarked(Line line)
    {
        if (Markers.IsDirective(line))
            Open(line, reported: false);
        else if (Markers.Row(line) is { } first)
            AddRow(line, first);
        else if (Markers.Further(line) is { } cell)
            AddCell(line, cell);
        else
            return _open is { Rows.Count: 0 } && TryReadOption(line);

        return true;
    }

    /// <summary>
    /// Reads a line that is nothing else, if it can be a cell without its marker, or is a damaged row.
    /// </summary>
    public bool TryReadUnmarked(Line line)
    {
        if (_open is null)
            return false;

        if (_open.LacksThirdCell && (line.Number == _lastCellLine + 1 || LooksLikeThird(line.Content)))
        {
            _open.Rows[_open.Rows.Count - 1].Add(line.Cut(0, line.Text.Length));
            _lastCellLine = line.Number;
            return true;
        }

        if (line.Indent == 0)
            return false;

        section.Report.Broken(
            line.Span, "This line belongs to no cell. A row starts with '* - ', its further cells with '- '.");
        _open.IsLost = true;
        return true;
    }

    public void Close() => _open = null;

    private void Open(Line line, bool reported)
    {
        if (!reported && !line.Starts(Directive))
            section.Report.Unknown(line, Directive);

        _open = new(line, section.Announced);
        section.Announced = TableKind.Unknown;
        section.Tables.Add(_open);
    }

    private void AddRow(Line line, Cell first)
    {
        if (_open is null)
        {
            section.Report.Broken(line.Span, $"This row belongs to no table. Put '{Directive}' above it.");
            Open(line, reported: true);
        }

        _open!.IsLost = false;
        _open.Rows.Add([first]);
        _lastCellLine = line.Number;
    }

    private void AddCell(Line line, Cell cell)
    {
        if (_open is null or { Rows.Count: 0 })
            section.Report.Broken(line.Span, "This cell belongs to no row. A row starts with '* - '.");
        else if (!_open.IsLost)
            _open.Rows[_open.Rows.Count - 1].Add(cell);

        _lastCellLine = line.Number;
    }

    private bool TryReadOption(Line line)
    {
        var option = line.Content;
        if (option[0] != ':' || option.IndexOf(':', 1) < 0)
            return false;

        if (option.StartsWith(HeaderRows, StringComparison.Ordinal)
            && option.Substring(HeaderRows.Length).Trim() != "1")
            section.Report.Broken(line.Span, $"A table has exactly one header row. Write '{HeaderRows} 1'.");

        return true;
    }

    // With blank lines in between: a type, or the header of the types.
    private static bool LooksLikeThird(string text) =>
        text[0] is '"' or '[' || text == "N/A" || text.EndsWith(HeaderRow.DataType, StringComparison.Ordinal);
}
