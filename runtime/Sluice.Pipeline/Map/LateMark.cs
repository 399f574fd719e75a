namespace Sluice.Pipeline;

/// <summary>What a write sent that may arrive late, over something newer.</summary>
/// <param name="Mark">What it sent.</param>
/// <param name="Until">From when on it cannot arrive any more; the beginning of time where it was seen to.</param>
internal sealed record LateMark(Mark Mark, DateTimeOffset Until);
