using Sluice.Specification.DataTypes;

namespace Sluice.Specification.Documents;

/// <summary>One row of a property table.</summary>
/// <param name="Source">The source path, without its suffixes.</param>
/// <param name="Target">The target path, without its suffixes.</param>
/// <param name="Type">The data type as written.</param>
/// <param name="Expression">What the data type means; null for <c>N/A</c> and for what cannot be read.</param>
/// <param name="SourceDependsOn">The suffixes of the source cell, in order, repetitions and all.</param>
/// <param name="TargetDependsOn">The suffixes of the target cell, likewise.</param>
public sealed record Field(
    Cell Source,
    Cell Target,
    Cell Type,
    Expression? Expression,
    EquatableArray<Dependency> SourceDependsOn,
    EquatableArray<Dependency> TargetDependsOn)
{
    /// <summary>The line of the row's first cell, from 1.</summary>
    public int Line => Source.Span.Line;
}
