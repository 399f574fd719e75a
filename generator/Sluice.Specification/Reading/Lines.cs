namespace Sluice.Specification.Reading;

internal static class Lines
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Splits a text at LF, CRLF or CR, in any mixture.</summary>
    public static List<Line> Of(string text)
    {
        var lines = new List<Line>();
        var start = text.Length > 0 && text[0] == ByteOrderMark ? 1 : 0;
        for (var i = start; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r'))
                continue;

            var end = i;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;

            lines.Add(new(lines.Count + 1, text.Substring(start, end - start)));
            if (i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n')
                i++;

            start = i + 1;
        }

        return lines;
    }
}
