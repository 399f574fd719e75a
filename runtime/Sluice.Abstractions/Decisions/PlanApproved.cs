namespace Sluice;

/// <summary>
/// The pairings of a plan may carry out exactly its operations, as far as they still are what was planned.
/// </summary>
/// <param name="Plan">The plan's hash.</param>
public sealed record PlanApproved(string Plan) : DecisionEffect;
