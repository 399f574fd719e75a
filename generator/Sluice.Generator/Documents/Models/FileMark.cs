using System.Globalization;

namespace Sluice.Generator.Documents.Models;

/// <summary>What tells files apart whose names differ in letter case only.</summary>
internal static class FileMark
{
    /// <summary>The mark of a file that comes after so many alike; empty for the first.</summary>
    public static string Of(int before) =>
        before == 0 ? "" : "." + (before + 1).ToString(CultureInfo.InvariantCulture);
}
