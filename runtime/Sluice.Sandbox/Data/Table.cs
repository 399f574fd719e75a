using System.Diagnostics.CodeAnalysis;

namespace Sluice.Sandboxes.Data;

/// <summary>
/// The records of one entity in the order they were made. Read and written under the sandbox's lock only.
/// </summary>
internal sealed class Table(string name)
{
    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, Row> _byId = new(StringComparer.Ordinal);

    public string Name => name;

    public IReadOnlyList<Row> Rows => _rows;

    public bool TryFind(string id, [NotNullWhen(true)] out Row? row) => _byId.TryGetValue(id, out row);

    public Row Add(Row row)
    {
        _byId.Add(row.Id, row);
        _rows.Add(row);
        return row;
    }

    /// <summary>Puts other records in the place of these.</summary>
    /// <returns>The records that were there.</returns>
    public IReadOnlyList<Row> Replace(IReadOnlyList<Row> rows)
    {
        Row[] before = [.. _rows];
        _rows.Clear();
        _byId.Clear();
        foreach (var row in rows)
            Add(row);

        return before;
    }

    public void Remove(Row row)
    {
        _byId.Remove(row.Id);
        _rows.Remove(row);
    }
}
