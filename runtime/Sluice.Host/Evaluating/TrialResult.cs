namespace Sluice.Host.Evaluating;

/// <summary>What came of a trial.</summary>
/// <param name="Value">The value; absent where there is none.</param>
/// <param name="Fault">Why nothing could be tried, a sentence; null where it could.</param>
internal sealed record TrialResult(FieldValue Value, string? Fault);
