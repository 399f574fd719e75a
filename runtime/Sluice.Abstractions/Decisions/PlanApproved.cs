namespace Sluice;

/// <summary>
/// The pairings of a plan may carry out exactly its operations, as far as they still are what was planned.
/// </summary>
/// <param name="Plan">The plan's hash.</param>
public sealed record PlanApproved(string Plan) : DecisionEffect
{
    /// <summary>
    /// Pairings that wait for it and are, in the program that says so, what was planned. They are opened as that, even
    /// where the store knows them as something else or not at all.
    /// </summary>
    public IReadOnlyList<string> Opens { get; init; } = [];
}
