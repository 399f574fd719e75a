namespace Sluice.Pipeline;

/// <summary>
/// What lost its counterpart, or was told apart from it, gets another one or stays on its own: only a person says
/// which. And of what was lost with a record they say that they have seen it.
/// </summary>
internal sealed class CounterpartRule(IStore store, Known known) : IDecisionRule
{
    public bool Knows(DecisionKind kind) => kind is DecisionKind.Again or DecisionKind.Leave;

    public async ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        var (side, key) = (decision.Side, decision.Key!);
        if (known.Find(decision.Pairing) is not { } pairing)
            return Known.NoPairing(decision.Pairing);

        var link = (await store.FindLinkAsync(pairing.Name, side, key))?.Link;
        if (link?.State == LinkState.Live)
            return Verdict.Refuse(
                $"{pairing[side].Name} {key} is linked to {pairing[side.Other()].Name} {link.Key(side.Other())}.",
                $"Tell them apart first: sluice unlink {pairing.Name} {link.LeftKey} {link.RightKey}");

        var asked = await store.OpenItemsAsync(pairing.Name, side, key);
        if (decision.Kind == DecisionKind.Leave && asked.Any(item => item.Cause == OpenCause.Lost)
            && !asked.Any(IsAboutCounterpart))
            return Verdict.Apply(
                "What was lost was seen, and is told no more.", new LossSeen(pairing.Name, side, key));
        if (link is null && !asked.Any(IsAboutCounterpart) && !await WasLinkedAsync(pairing, side, key))
            return Verdict.Refuse(
                $"Nothing like that is to be decided about {pairing[side].Name} {key}.",
                $"`sluice review {pairing.Name}` lists what is, and how.");

        return decision.Kind == DecisionKind.Leave
            ? Verdict.Apply(
                "It stays on its own, and nobody is asked again.",
                new RecordRuled(pairing.Name, side, key, Ruling.Leave))
            : Again(pairing, side, key, link);
    }

    private static Verdict Again(PairingDescriptor pairing, Side side, string key, Link? tombstone)
    {
        var there = pairing[side.Other()];
        var isMade = there.Creation != Creation.Never;
        if (!isMade && pairing.Rules.Count == 0)
            return Verdict.Refuse(
                $"{pairing.Document} neither makes a record of {there.Name} nor matches one.",
                $"Link it by hand: sluice link {pairing.Name} LEFTKEY RIGHTKEY");

        List<DecisionEffect> effects = [new RecordRuled(pairing.Name, side, key, Ruling.Create)];
        if (tombstone is not null)
            effects.Add(new TombstoneLifted(tombstone.Id));
        return Verdict.Apply(
            pairing.Rules.Count == 0 ? $"A record of {there.Name} is made for it."
            : isMade ? $"It is linked to the record of {there.Name} that matches; where there is none, one is made."
            : $"It is linked to the record of {there.Name} that matches; none is made.",
            effects);
    }

    private static bool IsAboutCounterpart(OpenItem item) => item.Cause is OpenCause.Gone or OpenCause.Parted;

    // One that was left, or whose link ended in silence, may be decided anew.
    private async ValueTask<bool> WasLinkedAsync(PairingDescriptor pairing, Side side, string key)
    {
        if (await store.FindEndedAsync(pairing.Name, side, key) is not null)
            return true;

        var links = await store.LinksOfAsync(new(pairing[side].Name, key));
        return links.Any(linked => linked.Link.Pairing == pairing.Name && linked.Link.Key(side) == key);
    }
}
