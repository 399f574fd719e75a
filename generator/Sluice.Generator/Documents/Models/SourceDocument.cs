namespace Sluice.Generator.Documents.Models;

/// <summary>A document's file.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Text">Its whole text.</param>
internal sealed record SourceDocument(string Path, string Text);
