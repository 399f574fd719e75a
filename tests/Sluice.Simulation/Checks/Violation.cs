namespace Sluice.Simulation;

/// <summary>A promise that was broken.</summary>
/// <param name="Invariant">Which: I1 to I8, or <c>failure</c> where the engine fell over.</param>
/// <param name="Text">What was found.</param>
internal sealed record Violation(string Invariant, string Text);
