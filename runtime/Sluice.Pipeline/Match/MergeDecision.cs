namespace Sluice.Pipeline;

/// <summary>A link has something to look at.</summary>
internal sealed record MergeDecision(LinkedBases Linked) : Decision;
