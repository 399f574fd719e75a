using Sluice.Specification.Documents;
using Sluice.Specification.Problems;

namespace Sluice.Specification.Reading;

/// <summary>A line without its end and without trailing white space.</summary>
internal readonly record struct Line(int Number, string Text)
{
    public bool IsBlank => Text.Length == 0;

    public int Indent
    {
        get
        {
            var indent = 0;
            while (indent < Text.Length && char.IsWhiteSpace(Text[indent]))
                indent++;

            return indent;
        }
    }

    public string Content => Text.Substring(Indent);

    public bool Starts(string start) =>
        string.CompareOrdinal(Text, Indent, start, 0, start.Length) == 0;

    public DocumentSpan Span => new(Number, Indent + 1, Text.Length - Indent);

    /// <summary>The characters from start up to end, without white space around them.</summary>
    public Cell Cut(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;

        return new(Text.Substring(start, end - start), new(Number, start + 1, end - start));
    }

    public bool IsRule(char adornment)
    {
        if (Text.Length < 3)
            return false;

        foreach (var character in Text)
            if (character != adornment)
                return false;

        return true;
    }
}
