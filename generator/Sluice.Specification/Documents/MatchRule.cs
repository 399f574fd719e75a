namespace Sluice.Specification.Documents;

/// <summary>One row of a merge table. Several names separated by blanks mean: the first that has a value.</summary>
/// <param name="Source">The source cell; blank in a rule that can never match.</param>
/// <param name="Target">The target cell, likewise.</param>
public sealed record MatchRule(Cell Source, Cell Target)
{
    /// <summary>The line of the row's first cell, from 1.</summary>
    public int Line => Source.Span.Line;
}
