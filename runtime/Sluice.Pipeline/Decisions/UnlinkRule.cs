namespace Sluice.Pipeline;

/// <summary>Two records are told apart, linked or not; neither is deleted, and they are not linked again.</summary>
internal sealed class UnlinkRule(IStore store, Known known) : IDecisionRule
{
    public bool Knows(DecisionKind kind) => kind == DecisionKind.Unlink;

    public async ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        var pair = decision.Pairs[0];
        if (known.Find(pair.Pairing) is not { } pairing)
            return Known.NoPairing(pair.Pairing);

        var link = (await store.FindLinkAsync(pairing.Name, Side.Left, pair.Left))?.Link;
        if (link?.RightKey != pair.Right)
            link = null;
        if (link?.State == LinkState.Tombstone)
            return Verdict.Refuse(
                $"One of {pair.Left} and {pair.Right} is gone; there is nothing to tell apart.",
                $"`sluice review {pairing.Name}` shows what can be decided about the one that stayed.");
        if (link is null && await MissingAsync(pairing, pair) is { } reason)
            return Verdict.Refuse(reason, "Correct the key.");

        return Verdict.Apply(
            link is null
                ? $"{pair.Left} and {pair.Right} were not linked; they are told apart, and will not be linked."
                : $"{pair.Left} and {pair.Right} are told apart, and will not be linked again.",
            new PairParted(new(PersonLink.Of(pairing, pair, LinkState.Negative), [], Dirty: false, at)));
    }

    private async ValueTask<string?> MissingAsync(PairingDescriptor pairing, KeyPair pair) =>
        (await known.MissingAsync(pairing.Left.Name, [pair.Left])).Values.FirstOrDefault()
        ?? (await known.MissingAsync(pairing.Right.Name, [pair.Right])).Values.FirstOrDefault();
}
