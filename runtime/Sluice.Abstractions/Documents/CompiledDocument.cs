namespace Sluice;

/// <summary>A document as it was compiled.</summary>
/// <param name="Name">The file's name; with the way to it where several files of a project are called alike.</param>
/// <param name="Text">Its text, its lines ended by line feeds.</param>
public sealed record CompiledDocument(string Name, string Text);
