using System.Text;

namespace Sluice.Host.Deciding;

/// <summary>A file of comma-separated values with a header.</summary>
internal sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;

    private CsvTable(Dictionary<string, int> columns, IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> rows) =>
        (_columns, Rows) = (columns, rows);

    public IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows { get; }

    /// <exception cref="HostException">There is no such file, or it lacks a column.</exception>
    public static CsvTable Read(string file, params string[] needed)
    {
        if (!File.Exists(file))
            throw new HostException($"There is no file {file}.", "Correct the path.");

        var rows = Csv.Read(File.ReadAllText(file, Encoding.UTF8)).ToList();
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
}
