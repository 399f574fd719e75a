using Sluice.Specification.Documents;

namespace Sluice.Generator.Documents.Models;

/// <summary>A document that was read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Reading">What it says.</param>
internal sealed record ParsedDocument(string Path, ReadingResult Reading);
