using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Clauses;

/// <summary>A sentence with holes, written <c>Every {A} will be synchronized with a {B}.</c></summary>
internal sealed class SentencePattern
{
    private readonly string[] _literals;
    private readonly string[] _holes;

    public SentencePattern(string pattern)
    {
        var parts = pattern.Split('{', '}');
        _literals = [.. parts.Where((_, i) => i % 2 == 0)];
        _holes = [.. parts.Where((_, i) => i % 2 == 1)];
    }

    /// <summary>What stands in the holes, or null where the line is another sentence.</summary>
    public List<Hole>? Match(Line line)
    {
        var text = line.Text;
        var position = line.Indent;
        if (string.CompareOrdinal(text, position, _literals[0], 0, _literals[0].Length) != 0)
            return null;

        position += _literals[0].Length;
        List<Hole>? holes = null;
        for (var i = 0; i < _holes.Length; i++)
        {
            var end = EndOfHole(text, position, i + 1);
            if (end < 0)
                return null;

            holes ??= new(_holes.Length);
            holes.Add(new(_holes[i], line.Cut(position, end)));
            position = end + _literals[i + 1].Length;
        }

        return position == text.Length ? holes ?? [] : null;
    }

    /// <summary>The sentence as it reads with the given names in its holes.</summary>
    public string Fill(Func<string, string> name)
    {
        var text = _literals[0];
        for (var i = 0; i < _holes.Length; i++)
            text += name(_holes[i]) + _literals[i + 1];

        return text;
    }

    private int EndOfHole(string text, int start, int next)
    {
        var literal = _literals[next];
        if (next < _literals.Length - 1)
            return text.IndexOf(literal, start, StringComparison.Ordinal);

        var end = text.Length - literal.Length;
        return end >= start && text.EndsWith(literal, StringComparison.Ordinal) ? end : -1;
    }
}
