namespace Sluice.Sandboxes.Data;

/// <summary>What is wrong with a body, and where.</summary>
/// <param name="At">The property, as a path with dots.</param>
/// <param name="Reason">In words, as a sentence.</param>
internal sealed record Flaw(string At, string Reason);
