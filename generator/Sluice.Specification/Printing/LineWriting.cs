using System.Text;

namespace Sluice.Specification.Printing;

internal static class LineWriting
{
    /// <summary>Ends a line the same way on every machine.</summary>
    public static StringBuilder Line(this StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
