using Sluice.Specification.Documents;
using Sluice.Specification.Problems;
using Sluice.Specification.Reading.Clauses;

namespace Sluice.Specification.Reading;

/// <summary>Every place of a section that repeats the names of its heading.</summary>
internal sealed class Mentions
{
    private readonly List<Hole> _holes = [];

    public void Add(Hole hole)
    {
        if (hole.Name is Hole.A or Hole.B)
            _holes.Add(hole);
    }

    /// <summary>Reports what disagrees, and says which names the section means.</summary>
    public SectionNames Settle(SectionNames heading, List<Problem> problems) => new(
        Settle(Hole.A, heading.A, problems),
        Settle(Hole.B, heading.B, problems));

    private Cell Settle(string name, Cell heading, List<Problem> problems)
    {
        var said = _holes.FindAll(hole => hole.Name == name).ConvertAll(hole => hole.Cell);
        var odd = said.FindAll(cell => !Same(cell, heading));

        // Where the whole section agrees against its heading, the heading is the one mistake.
        if (said.Count > 1 && odd.Count == said.Count && odd.TrueForAll(cell => Same(cell, odd[0])))
        {
            problems.Add(Rules.Disagreement.At(
                heading.Span,
                $"The heading says '{Shown.Of(heading.Text)}', but the section below it says "
                + $"'{Shown.Of(odd[0].Text)}' throughout. "
                + "Make them agree."));
            return heading with { Text = odd[0].Text };
        }

        foreach (var cell in odd)
        {
            problems.Add(Rules.Disagreement.At(
                cell.Span,
                $"'{Shown.Of(cell.Text)}' stands where the heading on line {heading.Span.Line} calls for "
                + $"'{Shown.Of(heading.Text)}'. "
                + "Make them agree."));
        }

        return heading;
    }

    private static bool Same(Cell left, Cell right) => string.Equals(left.Text, right.Text, StringComparison.Ordinal);
}
