using Sluice.Specification.DataTypes;
using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading.Tables;

namespace Sluice.Specification.Reading;

/// <summary>Turns the rows of a section's tables into match rules and fields.</summary>
internal sealed class RowReader(SectionDraft section, DataTypeCells types)
{
    // Restoring a damaged expression takes a search through it.
    private const int LongestType = 10_000;

    private readonly List<MatchRule> _rules = [];
    private readonly List<Field> _fields = [];

    public EquatableArray<MatchRule> Rules => _rules.ToEquatableArray();

    public EquatableArray<Field> Fields => _fields.ToEquatableArray();

    public void Read()
    {
        foreach (var table in section.Tables)
            ReadTable(table);
    }

    private void ReadTable(TableDraft table)
    {
        if (table.Rows.Count == 0)
        {
            section.Report.Broken(
                table.Directive.Span,
                $"This table has no header row. Add {HeaderRow.Form(section.Names, TableKind.Property)}.");
            return;
        }

        var hasHeader = HeaderRow.IsHeader(table.Rows[0], section.Names);
        if (!hasHeader)
        {
            section.Report.Broken(
                table.Rows[0][0].Span,
                $"The header row is missing above this row. Add {HeaderRow.Form(section.Names, table.Kind)}.");
        }

        foreach (var row in table.Rows.Skip(hasHeader ? 1 : 0))
            ReadRow(row, table.Kind);
    }

    private void ReadRow(List<Cell> row, TableKind kind)
    {
        var expected = kind == TableKind.Merge ? 2 : 3;
        if (row.Count != expected)
            section.Report.Broken(
                row[0].Span,
                $"This row has {row.Count} cells where {expected} belong, so it is left out. Write "
                + (expected == 2 ? "a source property and a target property"
                    : "a source property, a target property and a data type")
                + ", each on a line of its own.");
        else if (kind == TableKind.Merge)
            ReadRule(row);
        else
            ReadField(row);
    }

    private void ReadRule(List<Cell> row)
    {
        _rules.Add(new(row[0], row[1]) { SourceDependsOn = ReadPaths(row[0]), TargetDependsOn = ReadPaths(row[1]) });
        if (row.FindIndex(cell => cell.Text.Length == 0) is >= 0 and var blank)
            section.Report.BlankMatchCell(row[blank]);
    }

    private EquatableArray<Dependency> ReadPaths(Cell cell)
    {
        var (path, dependsOn) = PathCell.Read(cell, section.Report);
        var names = path.Text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (!Array.TrueForAll(names, PathText.IsPath) || (names.Length == 0 && dependsOn.Count > 0))
            section.Report.NotAPath(path.Text.Length == 0 ? cell : path);
        else if (names.Length > 1 && dependsOn.Count > 0)
            section.Report.SharedDependency(cell, names[0]);

        return dependsOn;
    }

    private void ReadField(List<Cell> row)
    {
        var (source, sourceDependsOn) = PathCell.Read(row[0], section.Report);
        var (target, targetDependsOn) = PathCell.Read(row[1], section.Report);
        foreach (var path in (Cell[])[source, target])
            if (path.Text.Length == 0)
                section.Report.Broken(path.Span, "A cell of this table is never blank. Name a property here.");
            else if (!PathText.IsPath(path.Text))
                section.Report.NotAPath(path);

        _fields.Add(new(source, target, row[2], ReadType(row[2]), sourceDependsOn, targetDependsOn));
    }

    private Expression? ReadType(Cell cell)
    {
        if (cell.Text.Length > LongestType)
        {
            section.Problems.Add(Problems.Rules.TypeUnreadable.At(
                cell.Span, $"This data type cannot be read: it is longer than {LongestType} characters. Write a cast "
                    + "such as \"string\", or a shorter expression."));
            return null;
        }

        var type = types.Read(cell.Text);
        if (type.Form == DataTypeForm.NotGiven)
            section.Problems.Add(Problems.Rules.TypeNotGiven.At(
                cell.Span,
                "The document does not say which type this is, so values pass through unchanged. Name one, such as "
                + "\"string\"."));
        else if (type.Expression is null)
            section.Problems.Add(Problems.Rules.TypeUnreadable.At(
                cell.Span, $"This data type cannot be read: {type.Fault} Write a cast such as \"string\", or a whole "
                    + "expression."));

        return type.Expression;
    }
}
