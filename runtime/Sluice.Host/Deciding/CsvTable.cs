using System.Text;

namespace Sluice.Host.Deciding;

/// <summary>A file of comma-separated values with a header.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;

    private CsvTable(Dictionary<string, int> columns, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> rows) =>
        (_columns, Rows) = (columns, rows);

    public IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows { get; }

    /// <exception cref="HostException">There is no such file, it cannot be read, or it lacks a column.</exception>
    public static CsvTable Read(string file, params string[] needed)
    {
        var text = Text(file);
        var rows = Csv.Read(text, Separator(text), out var open);
        if (open > 0)
            throw new HostException(
                $"{file}({open}): a quote is opened here and never closed.",
                "Close it; a quote within a quoted cell is written twice. Nothing was taken from the file.");

        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, name) in (rows.Count == 0 ? [] : rows[0].Cells).Index())
            columns.TryAdd(name.Trim(), index);

        var missing = needed.Where(name => !columns.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? new(columns, [.. rows.Skip(1)])
            : throw new HostException(
                $"{file}(1): the header lacks {string.Join(", ", missing)}.",
                $"The first line names the columns: {string.Join(',', needed)}");
    }

    /// <summary>A cell without outer blanks; empty where the row is too short.</summary>
    public string Cell(IReadOnlyList<string> row, string column) =>
        _columns[column] is var index && index < row.Count ? row[index].Trim() : "";

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file, Encoding.UTF8);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new HostException($"There is no file {file}.", "Correct the path.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new HostException($"{file} cannot be read: {failed.Message}", "Name a file that can be read.");
        }
    }

    // Where the comma is the decimal separator, spreadsheets write semicolons.
    private static char Separator(string text)
    {
        var at = text.AsSpan().IndexOfAny(",;\t\n");
        return at >= 0 && text[at] is ';' or '\t' ? text[at] : ',';
    }
}
