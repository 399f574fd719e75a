using Sluice.Specification.Documents;
using Sluice.Specification.Reading;

namespace Sluice.Specification.Comparison;

/// <summary>A target path with all that fills it.</summary>
/// <param name="Path">The path with its suffixes, as cells write it.</param>
/// <param name="Sources">The source paths with their suffixes, in order of preference, each once.</param>
/// <param name="Type">What the data type means: an expression, or the cell where there is none.</param>
/// <param name="Written">The data type as written.</param>
/// <param name="Line">The line of the first row, from 1.</param>
public sealed record UnitedTarget(
    string Path, EquatableArray<string> Sources, string Type, string Written, int Line)
{
    internal static EquatableArray<UnitedTarget> Of(IEnumerable<Field> rows) => rows
        .GroupBy(row => PathOf(row.Target, row.TargetDependsOn), StringComparer.Ordinal)
        .Select(Of)
        .ToEquatableArray();

    private static UnitedTarget Of(IGrouping<string, Field> rows)
    {
        // The first type that says something wins over those that do not.
        var typed = rows.FirstOrDefault(row => row.Expression is not null) ?? rows.First();
        return new(
            rows.Key,
            rows.Select(row => PathOf(row.Source, row.SourceDependsOn)).Distinct().ToEquatableArray(),
            typed.Expression?.ToString() ?? typed.Type.Text,
            typed.Type.Text,
            rows.First().Line);
    }

    // What a row depends on twice, it depends on.
    private static string PathOf(Cell path, EquatableArray<Dependency> dependsOn) => PathCell.Write(
        path,
        dependsOn.GroupBy(one => (one.Value, one.Path)).Select(same => same.First()).ToEquatableArray());
}
