using Sluice.Specification.Reading.Clauses;

namespace Sluice.Specification.Reading;

/// <summary>A sentence that somebody, or some editor, wrapped over several lines.</summary>
/// <param name="Text">The sentence on one line.</param>
/// <param name="Lines">How many lines it stands on.</param>
/// <param name="Clause">What it says.</param>
internal sealed record WrappedSentence(string Text, int Lines, Clause Clause)
{
    // Wrapped at 60 columns, the longest sentence with ordinary names stands on so many lines.
    private const int Most = 5;

    // Longer lines were not wrapped by anybody, and joining them would take its time.
    private const int Longest = 1000;

    /// <summary>The sentence that starts in a line and ends in a later one; null where none does.</summary>
    public static WrappedSentence? At(IReadOnlyList<Line> lines, int start)
    {
        var text = "";
        for (var i = start; i < lines.Count && i < start + Most; i++)
        {
            var line = lines[i];
            if (line.IsBlank || line.Text.Length > Longest || line.Text[line.Indent] is '"' or '[' or '*' or '.' or '-')
                return null;

            // Behind what ends as a sentence does, one that can be read is another.
            if (i > start && Ends(text) && Read(line) is not null)
                return null;

            text += (text.Length == 0 ? "" : " ") + line.Content;
            if (i > start && Read(new(lines[start].Number, text)) is { } clause)
                return new(text, i - start + 1, clause);
        }

        return null;
    }

    private static Clause? Read(Line line) => AllClauses.InOrder.FirstOrDefault(clause => clause.Reads(line));

    private static bool Ends(string text) => text[text.Length - 1] is '.' or ':';
}
