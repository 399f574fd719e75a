namespace Sluice.Host.Diffing;

/// <summary>A document in one of the two places that are compared.</summary>
/// <param name="Name">Where it is below the folder, or its file name.</param>
/// <param name="Path">The file as a person would name it.</param>
/// <param name="Text">Its text.</param>
internal sealed record DocumentText(string Name, string Path, string Text);
