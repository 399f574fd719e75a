using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>Takes a cell apart: the path, and what it depends on.</summary>
internal static class PathCell
{
    private const string Opening = "(Dependant on having";
    private const string Each = "Dependant on having";
    private const string Between = " in ";

    /// <summary>A cell without its suffixes.</summary>
    public static Cell PathOf(Cell cell)
    {
        var at = cell.Text.IndexOf(Opening, StringComparison.Ordinal);
        if (at < 0)
            return cell;

        var path = cell.Text.Substring(0, at).TrimEnd();
        return new(path, cell.Span with { Length = path.Length });
    }

    public static (Cell Path, EquatableArray<Dependency> DependsOn) Read(Cell cell, SectionReport report)
    {
        var text = cell.Text;
        var at = text.IndexOf(Opening, StringComparison.Ordinal);
        if (at < 0)
            return (cell, default);

        var end = text.Length - (text[text.Length - 1] == ')' ? 1 : 0);
        var dependencies = new List<Dependency>();
        for (var start = at + 1; start < end;)
        {
            var next = text.IndexOf(Each, start + Each.Length, StringComparison.Ordinal);
            var stop = next < 0 ? end : next;
            dependencies.Add(ReadOne(text.Substring(start, stop - start), cell.Span, start, report));
            start = stop;
        }

        return (PathOf(cell), dependencies.ToEquatableArray());
    }

    /// <summary>The cell that reads so.</summary>
    public static string Write(Cell path, EquatableArray<Dependency> dependsOn)
    {
        if (dependsOn.Count == 0)
            return path.Text;

        var suffixes = string.Concat(dependsOn.Select(one => $"{Each} {one.Value}{Between}{one.Path}"));
        return $"{path.Text} ({suffixes})";
    }

    private static Dependency ReadOne(string text, DocumentSpan cell, int start, SectionReport report)
    {
        var span = cell with { Column = cell.Column + start, Length = text.Length };

        // A blank path may have lost the blank in front of it with the white space at the cell's end.
        var pair = text.Substring(Each.Length) + " ";
        var at = pair.LastIndexOf(Between, StringComparison.Ordinal);
        var value = (at < 0 ? pair : pair.Substring(0, at)).Trim();
        var path = at < 0 ? string.Empty : pair.Substring(at + Between.Length).Trim();
        if (value.Length == 0 || path.Length == 0)
            report.UnreadableDependency(span);
        else if (!PathText.IsPath(path))
            report.NotAPath(new(path, span));

        return new(value, path, span);
    }
}
