namespace Sluice.Benchmarks.Harness;

/// <summary>One thing that was measured.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it counts; empty for a plain number.</param>
/// <param name="Aim">What it should be at most; null where it only explains another figure.</param>
internal sealed record Figure(string What, double Value, string Unit = "", double? Aim = null);
