namespace Sluice.Specification.Documents;

/// <summary>One row of a merge table. Several names separated by blanks mean: the first that has a value.</summary>
/// <param name="Source">The source cell with its suffixes; blank in a rule that can never match.</param>
/// <param name="Target">The target cell, likewise.</param>
public sealed record MatchRule(Cell Source, Cell Target)
{
    /// <summary>The suffixes of the source cell, in order, repetitions and all.</summary>
    public EquatableArray<Dependency> SourceDependsOn { get; init; }

    /// <summary>The suffixes of the target cell, likewise.</summary>
    public EquatableArray<Dependency> TargetDependsOn { get; init; }

    /// <summary>The line of the row's first cell, from 1.</summary>
    public int Line => Source.Span.Line;
}
