namespace Sluice.Pipeline;

/// <summary>Records are told apart, linked or not; neither is deleted, and they are not linked again.</summary>
internal sealed class UnlinkRule(IStore store, Known known) : IDecisionRule
{
    public bool Knows(DecisionKind kind) => kind == DecisionKind.Unlink;

    public async ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        var verdicts = new List<Verdict>();
        foreach (var pair in decision.Pairs)
        {
            var verdict = await JudgeAsync(pair, at);
            if (!verdict.IsApplied)
                return verdict;

            verdicts.Add(verdict);
        }

        return verdicts is [var only]
            ? only
            : Verdict.Apply(
                string.Join(' ', verdicts.Select(verdict => verdict.Text)),
                [.. verdicts.SelectMany(verdict => verdict.Effects)]);
    }

    private async ValueTask<Verdict> JudgeAsync(KeyPair pair, DateTimeOffset at)
    {
        if (known.Find(pair.Pairing) is not { } pairing)
            return await JudgeUndocumentedAsync(pair, at);

        var link = (await store.FindLinkAsync(pairing.Name, Side.Left, pair.Left))?.Link;
        if (link?.RightKey != pair.Right)
            link = null;
        if (link?.State == LinkState.Tombstone)
            return Verdict.Refuse(
                $"One of {pair.Left} and {pair.Right} is gone; there is nothing to tell apart.",
                $"`sluice review {pairing.Name}` shows what can be decided about the one that stayed.");
        if (link is null && await MissingAsync(pairing, pair) is { } reason)
            return Verdict.Refuse(reason, "Correct the key.");

        var two = $"{pairing.Left.Name} {pair.Left} and {pairing.Right.Name} {pair.Right}";
        return Verdict.Apply(
            link is null
                ? $"{two} were not linked; they are told apart, and will not be linked."
                : $"{two} are told apart, and will not be linked again.",
            new PairParted(new(PersonLink.Of(pairing, pair, LinkState.Negative), [], Dirty: false, at)));
    }

    // What a pairing linked before it left the program still says who is one thing, for all the others.
    private async ValueTask<Verdict> JudgeUndocumentedAsync(KeyPair pair, DateTimeOffset at)
    {
        if ((await store.FindLinkAsync(pair.Pairing, Side.Left, pair.Left))?.Link is { State: LinkState.Live } link
            && link.RightKey == pair.Right)
            return Verdict.Apply(
                $"{link.Left.Entity} {pair.Left} and {link.Right.Entity} {pair.Right} are told apart: they were linked "
                    + $"by {pair.Pairing}, of which no document speaks any more.",
                new PairParted(new(
                    link with { State = LinkState.Negative, Origin = LinkOrigin.Person }, [], Dirty: false, at)));

        return (await store.CountsAsync()).Any(count => count.Pairing == pair.Pairing)
            ? Verdict.Refuse(
                $"No document speaks of {pair.Pairing} any more, and it links no {pair.Left} and {pair.Right}.",
                "Correct the keys, or name a pairing that a document speaks of.")
            : Known.NoPairing(pair.Pairing);
    }

    private async ValueTask<string?> MissingAsync(PairingDescriptor pairing, KeyPair pair) =>
        (await known.MissingAsync(pairing.Left.Name, [pair.Left])).Values.FirstOrDefault()
        ?? (await known.MissingAsync(pairing.Right.Name, [pair.Right])).Values.FirstOrDefault();
}
