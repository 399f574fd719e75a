using Sluice.Specification.Documents;

namespace Sluice.Generator.Documents.Models;

/// <summary>A document and its reverse.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Reading">What it says.</param>
/// <param name="Reverse">The document that describes the same systems from the other side, if there is one.</param>
internal sealed record JoinedDocument(string Path, ReadingResult Reading, Document? Reverse);
