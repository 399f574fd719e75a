namespace Sluice.Pipeline;

/// <summary>
/// What was decided and waits for the next cycle. What its owner would refuse for the sake of it is refused at once.
/// </summary>
internal sealed class WaitingDecisions
{
    private readonly Dictionary<(string Pairing, Side Side, string Key), KeyPair> _linked = [];
    private readonly List<PersonDecision> _taken = [];
    private readonly List<(string Payload, PersonDecision Decision)> _all = [];

    private WaitingDecisions(IReadOnlyList<PersonDecision> decisions)
    {
        _all.AddRange(decisions.Select(decision => (DecisionJson.Payload(decision), decision)));

        // In the order they are applied: of a link and its end, the last word counts.
        foreach (var decision in decisions)
            if (decision.Kind == DecisionKind.Take)
                _taken.Add(decision);
            else if (decision.Kind is DecisionKind.Link or DecisionKind.Unlink)
                foreach (var pair in decision.Pairs)
                    foreach (var side in new[] { Side.Left, Side.Right })
                        if (decision.Kind == DecisionKind.Link)
                            _linked.TryAdd((pair.Pairing, side, pair.Key(side)), pair);
                        else if (_linked.GetValueOrDefault((pair.Pairing, side, pair.Key(side)))?.IsSame(pair) == true)
                            _linked.Remove((pair.Pairing, side, pair.Key(side)));
    }

    public static async ValueTask<WaitingDecisions> ReadAsync(IStore store)
    {
        var waiting = await store.WaitingAsync();
        var withdrawn = waiting.Where(TakesBack).Select(entry => DecisionJson.Read(entry)?.Number).ToHashSet();
        return new([
            .. waiting.Where(entry => !withdrawn.Contains(entry.Id)).Select(DecisionJson.Read).OfType<PersonDecision>(),
        ]);
    }

    /// <summary>Whether a decision takes another one back.</summary>
    public static bool TakesBack(InboxEntry entry) => entry.Kind == WithdrawRule.Kind;

    /// <summary>Whether the very same was decided, with nothing after it that undoes it.</summary>
    public bool Holds(PersonDecision decision) => Last(decision) is var last and >= 0 && !IsUndone(decision, last);

    /// <summary>Whether the very same was decided, and then the opposite.</summary>
    public bool IsUndone(PersonDecision decision) => Last(decision) is var last and >= 0 && IsUndone(decision, last);

    /// <summary>What becomes of a decision that the store would allow.</summary>
    public Verdict Weigh(PersonDecision decision, Verdict verdict) => decision.Kind switch
    {
        DecisionKind.Take when _taken.Any(decision.Contradicts) => Verdict.Refuse(
            "It was decided the other way already, and that waits for the next cycle.",
            "Let the cycle run; what is wanted otherwise then is an edit in one of the two systems."),
        DecisionKind.Link => WeighLinks(decision, verdict),
        _ => verdict,
    };

    private int Last(PersonDecision decision)
    {
        var payload = DecisionJson.Payload(decision);
        return _all.FindLastIndex(known => known.Decision.Kind == decision.Kind && known.Payload == payload);
    }

    private bool IsUndone(PersonDecision decision, int from) =>
        _all.Skip(from + 1).Any(later => later.Decision.Kind != decision.Kind && later.Decision.Undoes(decision));

    private Verdict WeighLinks(PersonDecision decision, Verdict verdict)
    {
        var known = verdict.Refused.Select(row => row.Pair).ToHashSet();
        var refused = decision.Pairs.Where(pair => !known.Contains(pair))
            .Select(pair => (Pair: pair, Other: Other(pair))).Where(row => row.Other is not null)
            .Select(row => Refusal(row.Pair, row.Other!)).ToList();
        if (refused.Count == 0)
            return verdict;

        var left = known.Count + refused.Count == decision.Pairs.Count
            ? Verdict.Refuse(refused[0].Text, refused[0].Fix)
            : verdict with { Text = $"{verdict.Text} {refused.Count} of them contradict what waits." };
        return left with
        {
            Refused = [.. verdict.Refused, .. refused.Select(row => (row.Pair, $"{row.Text} {row.Fix}"))],
        };
    }

    private KeyPair? Other(KeyPair pair) =>
        new[] { Side.Left, Side.Right }
            .Select(side => _linked.GetValueOrDefault((pair.Pairing, side, pair.Key(side))))
            .FirstOrDefault(other => other?.IsSame(pair) == false);

    private static (KeyPair Pair, string Text, string Fix) Refusal(KeyPair pair, KeyPair other) => (
        pair,
        $"It was decided already that {other.Left} and {other.Right} of {other.Pairing} are the same thing; that waits "
            + "for the next cycle.",
        $"Take that back first: sluice unlink {other.Pairing} {other.Left} {other.Right}");
}
