using Sluice.Specification.Documents;

namespace Sluice.Specification.Reading.Clauses;

/// <summary>One clause of the language: the sentences that say it, and what they mean for a section.</summary>
internal abstract class Clause
{
    private readonly SentencePattern[] _patterns;

    protected Clause(params string[] patterns) =>
        _patterns = [.. patterns.Select(pattern => new SentencePattern(pattern))];

    /// <summary>Reads a line if it is one of this clause's sentences.</summary>
    public bool TryRead(Line line, SectionDraft section)
    {
        for (var i = 0; i < _patterns.Length; i++)
        {
            if (_patterns[i].Match(line) is not { } holes)
                continue;

            foreach (var hole in holes)
                section.Mentions.Add(hole);

            Apply(i, line, holes, section);
            return true;
        }

        return false;
    }

    /// <summary>Whether a line is one of this clause's sentences.</summary>
    public bool Reads(Line line) => Array.Exists(_patterns, pattern => pattern.Match(line) is not null);

    /// <summary>The sentences as they would read in a section, to suggest one for a line that is none.</summary>
    public virtual IEnumerable<string> Forms(SectionNames names, string line) =>
        _patterns.Select(pattern => pattern.Fill(names.Of));

    /// <summary>Notes in the section what a sentence says.</summary>
    /// <param name="sentence">Which of the patterns, from 0.</param>
    /// <param name="line">The sentence.</param>
    /// <param name="holes">What stands in its holes.</param>
    /// <param name="section">The section to note it in.</param>
    protected abstract void Apply(int sentence, Line line, List<Hole> holes, SectionDraft section);

    protected static Cell In(List<Hole> holes, string name) => holes.Find(hole => hole.Name == name).Cell;
}
