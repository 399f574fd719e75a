namespace Sluice.Generator.Documents.Models;

/// <summary>A file to add.</summary>
/// <param name="HintName">Its name, unique without regard to case.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedFile(string HintName, string Text);
