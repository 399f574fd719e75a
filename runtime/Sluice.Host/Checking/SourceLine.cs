namespace Sluice.Host.Checking;

/// <summary>A line of a document with marks under a stretch of it, cut to what fits on a screen.</summary>
internal static class SourceLine
{
    private const int Width = 160;
    private const int Before = 60;
    private const string Cut = "…";

    /// <summary>The line and the marks below it.</summary>
    /// <param name="line">The whole line.</param>
    /// <param name="column">The first marked character, from 1.</param>
    /// <param name="length">How many are marked; at least one is.</param>
    public static (string Line, string Marks) Show(string line, int column, int length)
    {
        var start = line.Length <= Width || column <= Width / 2 ? 0 : Math.Min(column - 1 - Before, line.Length);
        var end = Math.Min(line.Length, start + Width);
        var front = start > 0 ? Cut : "";
        var shown = front + Plain(line[start..end]) + (end < line.Length ? Cut : "");
        var at = front.Length + column - 1 - start;
        return (shown, new string(' ', at) + new string('^', Math.Clamp(length, 1, Math.Max(1, shown.Length - at))));
    }

    // A document must not be able to steer the terminal that its problems are shown on.
    private static string Plain(string text) =>
        string.Create(text.Length, text, static (plain, source) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
}
