using Sluice.Specification.Comparison;

namespace Sluice.Host.Diffing;

/// <summary>A change of a document, and what it touches.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Change">What changed.</param>
/// <param name="Pairings">The pairings that it is about; at least one.</param>
internal sealed record TouchingChange(
    string Document, DocumentChange Change, IReadOnlyList<TouchedPairing> Pairings);
