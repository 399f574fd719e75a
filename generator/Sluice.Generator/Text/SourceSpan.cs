using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Generator.Text;

/// <summary>A place in a C# file, as plain data.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">The first character, from 0.</param>
/// <param name="Length">How many characters.</param>
/// <param name="StartLine">Its line, from 0.</param>
/// <param name="StartColumn">Its column, from 0.</param>
/// <param name="EndLine">The line of the end, from 0.</param>
/// <param name="EndColumn">The column of the end, from 0.</param>
internal sealed record SourceSpan(
    string Path, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>The place of a node.</summary>
    public static SourceSpan Of(Location location)
    {
        var lines = location.GetLineSpan();
        return new(
            lines.Path, location.SourceSpan.Start, location.SourceSpan.Length,
            lines.StartLinePosition.Line, lines.StartLinePosition.Character,
            lines.EndLinePosition.Line, lines.EndLinePosition.Character);
    }

    /// <summary>The place as a diagnostic wants it.</summary>
    public Location ToLocation() => Location.Create(
        Path,
        new TextSpan(Start, Length),
        new LinePositionSpan(new LinePosition(StartLine, StartColumn), new LinePosition(EndLine, EndColumn)));
}
