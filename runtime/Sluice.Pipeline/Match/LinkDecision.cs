namespace Sluice.Pipeline;

/// <summary>Two records are each other's only candidate.</summary>
internal sealed record LinkDecision(Unlinked Left, Unlinked Right, int Rule) : Decision;
