namespace Sluice.Specification.Problems;

/// <summary>A stretch of one line of a document.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The first character, in UTF-16 units from 1; a byte order mark does not count.</param>
/// <param name="Length">How many UTF-16 units; 0 where something is missing.</param>
public readonly record struct DocumentSpan(int Line, int Column, int Length);
