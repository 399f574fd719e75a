using System.Text;

namespace Sluice.Snapshots;

/// <summary>Shows how two texts differ, line by line, with the lines around each difference.</summary>
internal static class LineDiff
{
    private const int Around = 2;

    /// <summary>The differing lines: <c>-</c> only in the old text, <c>+</c> only in the new one.</summary>
    public static string Between(string oldText, string newText)
    {
        var lines = Align(oldText.Split('\n'), newText.Split('\n'));
        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Mark != ' ')
                for (var near = Math.Max(0, i - Around); near <= Math.Min(lines.Count - 1, i + Around); near++)
                    shown[near] = true;

        var diff = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (shown[i])
                diff.Append(lines[i].Mark).Append(' ').Append(lines[i].Line).Append('\n');
            else if (i > 0 && shown[i - 1])
                diff.Append("  …\n");
        }

        return diff.ToString();
    }

    // The longest common subsequence; snapshots are short enough for the plain table.
    private static List<(char Mark, string Line)> Align(string[] before, string[] after)
    {
        var length = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                length[i, j] = before[i] == after[j]
                    ? length[i + 1, j + 1] + 1
                    : Math.Max(length[i + 1, j], length[i, j + 1]);

        var lines = new List<(char, string)>();
        var (x, y) = (0, 0);
        while (x < before.Length || y < after.Length)
        {
            if (x < before.Length && y < after.Length && before[x] == after[y])
            {
                lines.Add((' ', after[y++]));
                x++;
            }
            else if (y == after.Length || (x < before.Length && length[x + 1, y] >= length[x, y + 1]))
                lines.Add(('-', before[x++]));
            else
                lines.Add(('+', after[y++]));
        }

        return lines;
    }
}
