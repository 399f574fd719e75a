using Sluice.Specification.Documents;
using Sluice.Specification.Reading.Clauses;

namespace Sluice.Specification.Reading;

/// <summary>
/// The names that a heading gives to source and target: label and entity, or the entity where a label is blank.
/// </summary>
internal sealed record SectionNames(Cell A, Cell B)
{
    public const string Separator = " to ";

    /// <summary>The names of a heading, or null where it is none.</summary>
    public static SectionNames? Of(Line heading)
    {
        var at = heading.Text.IndexOf(Separator, StringComparison.Ordinal);
        if (at < 0)
            return null;

        var a = heading.Cut(0, at);
        var b = heading.Cut(at + Separator.Length, heading.Text.Length);
        return a.Text.Length == 0 || b.Text.Length == 0 ? null : new(a, b);
    }

    /// <summary>What a message puts into a hole.</summary>
    public string Of(string hole) => hole switch
    {
        Hole.A => Shown.Of(A.Text),
        Hole.B => Shown.Of(B.Text),
        _ => "…",
    };
}
