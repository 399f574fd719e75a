namespace Sluice.Connectors;

/// <summary>Something that stops nothing, and that a person should know.</summary>
/// <param name="Message">What it is, as a sentence.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record Warning(string Message, string Fix);
