namespace Sluice.Pipeline;

/// <summary>Pairings can be paused and resumed at any time; it counts from the next cycle on.</summary>
internal sealed class PauseRule(Known known) : IDecisionRule
{
    public bool Knows(DecisionKind kind) => kind is DecisionKind.Pause or DecisionKind.Resume;

    public ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        var pauses = decision.Kind == DecisionKind.Pause;
        if (decision.Pairing is { } name && known.Find(name) is null)
            return new(Known.NoPairing(name));

        var pairings = known.All.Select(pairing => pairing.Name)
            .Where(pairing => decision.Pairing is null || pairing == decision.Pairing).ToList();
        return new(Verdict.Apply(
            (decision.Pairing, pauses) switch
            {
                ({ } one, true) => $"{one} takes no turn until it is resumed.",
                ({ } one, false) => $"{one} takes its turns again.",
                (null, true) => "No pairing takes a turn until it is resumed.",
                (null, false) => "All pairings take their turns again.",
            },
            [.. pairings.Select(pairing => new PairingPaused(pairing, pauses))]));
    }
}
