using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading.Clauses;

namespace Sluice.Specification.Reading.Tables;

/// <summary>Reads the header row of a table.</summary>
internal static class HeaderRow
{
    public const string DataType = "Data Type";
    private const string Property = "Property";

    /// <summary>Whether a table's first row is its header, and not a row of properties.</summary>
    public static bool IsHeader(List<Cell> row, SectionNames names) =>
        row.Exists(cell => Ends(cell.Text, Property) || Ends(cell.Text, DataType))
        || row[0].Text.StartsWith(names.A.Text, StringComparison.Ordinal);

    public static void Read(List<Cell> row, TableKind kind, SectionDraft section)
    {
        var expected = kind == TableKind.Property ? 3 : 2;
        if (row.Count != expected)
        {
            section.Report.Broken(
                row[0].Span,
                $"This header row has {row.Count} cells where {expected} belong. Write {Form(section.Names, kind)}.");
        }

        ReadName(row[0], Hole.A, section);
        if (row.Count > 1)
            ReadName(row[1], Hole.B, section);

        if (row.Count > 2 && kind == TableKind.Property)
            ReadLabel(row[2], section);
    }

    public static string Form(SectionNames names, TableKind kind) =>
        $"'{names.Of(Hole.A)} {Property}', '{names.Of(Hole.B)} {Property}'"
            + (kind == TableKind.Property ? $", '… {DataType}'" : "");

    private static void ReadName(Cell cell, string hole, SectionDraft section)
    {
        if (Ends(cell.Text, Property))
            section.Mentions.Add(new(hole, WithoutEnd(cell, Property)));
        else
            Wrong(cell, section.Names.Of(hole) + " " + Property, section);
    }

    private static void ReadLabel(Cell cell, SectionDraft section)
    {
        if (Ends(cell.Text, DataType))
            section.TargetLabel ??= WithoutEnd(cell, DataType);
        else
            Wrong(cell, "… " + DataType, section);
    }

    private static void Wrong(Cell cell, string expected, SectionDraft section) =>
        section.Problems.Add(Rules.Disagreement.At(
        cell.Span, $"'{Shown.Of(cell.Text)}' stands in the header row where '{expected}' belongs. Write that."));

    // A blank label leaves nothing in front of the word.
    private static bool Ends(string text, string word) =>
        text == word || text.EndsWith(" " + word, StringComparison.Ordinal);

    private static Cell WithoutEnd(Cell cell, string word)
    {
        var name = cell.Text.Substring(0, cell.Text.Length - word.Length).TrimEnd();
        return new(name, cell.Span with { Length = name.Length });
    }
}
