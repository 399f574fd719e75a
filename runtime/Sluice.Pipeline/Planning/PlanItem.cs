namespace Sluice.Pipeline;

/// <summary>One thing a run would do, or cannot.</summary>
/// <param name="Kind">What.</param>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Key">The record it is about: the origin of a creation, the left key of a link.</param>
/// <param name="Text">What would happen, in words.</param>
/// <param name="Line">The document's line that asks for it.</param>
public sealed record PlanItem(PlanKind Kind, string Pairing, string Key, string Text, int Line)
{
    /// <summary>Whether it writes a property that opens an account.</summary>
    public bool WritesCredential { get; init; }
}
