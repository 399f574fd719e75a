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
                ({ } one, true) => $"{one} takes no turn until it is resumed.{Unjoined(known.Find(one)!)}",
                ({ } one, false) => $"{one} takes its turns again.",
                (null, true) => "No pairing takes a turn until it is resumed.",
                (null, false) => "All pairings take their turns again.",
            },
            [.. pairings.Select(pairing => new PairingPaused(pairing, pauses))]));
    }

    // To pause one is to let the others go on without it, and some know by it who is there already.
    private string Unjoined(PairingDescriptor paused)
    {
        var names = known.All
            .Where(other => (other.Left.Creation != Creation.Never || other.Right.Creation != Creation.Never)
                && WaysRound.Of(other, known.All).Contains(paused))
            .Select(other => other.Name).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? "" : $" {string.Join(", ", names)} knows only by way of it who is there already, and "
            + "creates without it meanwhile: pause that, too, where this is not meant.";
    }
}
