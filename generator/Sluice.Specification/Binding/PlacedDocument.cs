using Sluice.Specification.Documents;

namespace Sluice.Specification.Binding;

/// <summary>A document among others.</summary>
/// <param name="Path">Where it is, which tells it from the others.</param>
/// <param name="Document">What it says.</param>
public sealed record PlacedDocument(string Path, Document Document);
