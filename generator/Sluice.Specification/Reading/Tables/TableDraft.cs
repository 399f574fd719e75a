using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Tables;

/// <summary>A list table as its rows of cells.</summary>
internal sealed class TableDraft(Line directive, TableKind announced)
{
    public Line Directive => directive;

    public List<List<Cell>> Rows { get; } = [];

    /// <summary>Whether cells are skipped until the next row, as the row they belong to was not one.</summary>
    public bool IsLost { get; set; }

    public TableKind Kind => announced != TableKind.Unknown ? announced
        : Rows.Count == 0 ? TableKind.Unknown
        : Rows[0].Count > 2 ? TableKind.Property
        : TableKind.Merge;

    /// <summary>
    /// Whether a line that is no cell can be the last row's third one: some documents leave out its marker.
    /// </summary>
    public bool LacksThirdCell =>
        !IsLost && announced != TableKind.Merge && Rows.Count > 0 && Rows[Rows.Count - 1].Count == 2
        && (announced == TableKind.Property || Rows[0].Count == 3 || Rows.Count == 1);
}
