namespace Sluice;

/// <summary>One row of a merge table.</summary>
/// <param name="Left">The path on the left, as the document writes it.</param>
/// <param name="Right">The path on the right, as the document writes it.</param>
/// <param name="Line">The row's line in the document, from 1.</param>
public sealed record RuleDescriptor(string Left, string Right, int Line)
{
    /// <summary>The document that the line points into; null where it is the pairing's.</summary>
    public string? Document { get; init; }
}
