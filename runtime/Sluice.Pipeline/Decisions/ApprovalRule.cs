namespace Sluice.Pipeline;

/// <summary>A plan is approved as long as it speaks for pairings that still are what was planned.</summary>
internal sealed class ApprovalRule(IStore store, IReadOnlyList<Pairing> pairings) : IDecisionRule
{
    public bool Knows(DecisionKind kind) => kind == DecisionKind.Approve;

    public async ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        if (await store.FindPlanAsync(decision.Plan!) is not { } plan)
            return Verdict.Refuse(
                $"There is no plan {decision.Plan}.", "Run `sluice plan` and approve the hash it prints.");

        var counts = (await store.CountsAsync()).ToDictionary(count => count.Pairing, StringComparer.Ordinal);
        var opens = pairings.Select(pairing => pairing.Descriptor)
            .Where(pairing => plan.Pairings.TryGetValue(pairing.Name, out var fingerprint)
                && fingerprint == Mapping.Fingerprint(pairing)
                && Waits(plan, fingerprint, counts.GetValueOrDefault(pairing.Name)))
            .Select(pairing => pairing.Name).ToList();
        return opens.Count > 0
            ? Verdict.Apply($"Plan {plan.Hash} is approved.", new PlanApproved(plan.Hash) { Opens = opens })
            : Verdict.Refuse(
                $"Plan {plan.Hash} speaks for no pairing that waits: the documents have changed since, or they run by "
                    + "themselves.",
                "Run `sluice plan` again.");
    }

    // What the store has of a pairing may be of another document: it then runs, or withholds something, as that.
    private static bool Waits(StoredPlan plan, string fingerprint, PairingCounts? count)
    {
        var state = count?.StateAs(fingerprint) ?? PairingState.Observing;
        return plan.IsBreaker
            ? count?.Breaker is not null && state == PairingState.Live
            : state < PairingState.Live;
    }
}
