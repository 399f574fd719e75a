using System.Globalization;

namespace Sluice.Pipeline;

/// <summary>
/// Records are linked one to one: whoever has a counterpart, or had one that is gone, gets no other one this way.
/// </summary>
internal sealed class LinkRule(IStore store, Known known) : IDecisionRule
{
    // What is refused is told in full by the verb; the store keeps enough to know what it was about.
    private const int Told = 20;

    public bool Knows(DecisionKind kind) => kind == DecisionKind.Link;

    public async ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        var refused = new List<(KeyPair Pair, string Text, string Fix)>();
        var effects = new List<DecisionEffect>();
        var there = 0;
        var taken = new Dictionary<(string Pairing, Side Side, string Key), KeyPair>();
        var missing = await MissingAsync(decision.Pairs);
        foreach (var pair in decision.Pairs)
        {
            var (problem, isThere) = await ProblemAsync(pair, missing, taken);
            if (problem is { } told)
                refused.Add((pair, told.Text, told.Fix));
            else if (isThere)
                there++;
            else
                effects.Add(new PairLinked(await MakeAsync(pair, at)));
        }

        var (text, fix) = refused.Count > 0 ? (refused[0].Text, refused[0].Fix) : ("No pair is named.", "Name one.");
        return (effects.Count + there == 0
            ? Verdict.Refuse(text, fix)
            : Verdict.Apply(Tell(decision.Pairs, effects.Count, there, refused), effects)) with
            {
                Refused = [.. refused.Select(row => (row.Pair, Reason(row)))],
            };
    }

    private async ValueTask<((string Text, string Fix)? Problem, bool IsThere)> ProblemAsync(
        KeyPair pair, Dictionary<(EntityName Entity, string Key), string> missing,
        Dictionary<(string Pairing, Side Side, string Key), KeyPair> taken)
    {
        if (known.Find(pair.Pairing) is not { } pairing)
        {
            var none = Known.NoPairing(pair.Pairing);
            return ((none.Text, none.Fix), false);
        }

        foreach (var (side, key) in new[] { (Side.Left, pair.Left), (Side.Right, pair.Right) })
        {
            if (key.Length == 0)
                return (($"The key of {pairing[side].Name} is missing.", "Name both records."), false);
            if (missing.TryGetValue((pairing[side].Name, key), out var reason))
                return ((reason, "Correct the key."), false);
            if (await store.FindLinkAsync(pairing.Name, side, key) is { Link: var link })
                return link.LeftKey == pair.Left && link.RightKey == pair.Right && link.State == LinkState.Live
                    ? (null, true)
                    : (Taken(pairing, side, link), false);
            if ((await store.GoneAsync(pairing[side].Name, [key])).Count > 0)
                return (
                    ($"{pairing[side].Name} {key} is gone, as far as is known.",
                        "Link it when a listing shows it again."), false);
            if (taken.TryGetValue((pairing.Name, side, key), out var other))
                return (
                    ($"{pairing[side].Name} {key} is linked to {other.Key(side.Other())} by line {other.Line}.",
                        "Keep one of the two."), false);
        }

        taken[(pairing.Name, Side.Left, pair.Left)] = pair;
        taken[(pairing.Name, Side.Right, pair.Right)] = pair;
        return (null, false);
    }

    private static (string Text, string Fix) Taken(PairingDescriptor pairing, Side side, Link link)
    {
        var there = side.Other();
        var text = $"{pairing[side].Name} {link.Key(side)} is linked to {pairing[there].Name} {link.Key(there)}";
        return link.State == LinkState.Tombstone
            ? ($"{text}, and one of the two is gone.", $"Decide about that first: sluice review {pairing.Name}")
            : ($"{text}.",
                $"Take that back first: sluice unlink {pairing.Name} {link.LeftKey} {link.RightKey}");
    }

    private async ValueTask<NewLink> MakeAsync(KeyPair pair, DateTimeOffset at)
    {
        var pairing = known.Find(pair.Pairing)!;
        var isSeen = await known.HasSeenAsync(pairing.Left.Name, pair.Left)
            && await known.HasSeenAsync(pairing.Right.Name, pair.Right);

        // A key that nobody has seen may be wrong: a look at both records tells.
        return new(PersonLink.Of(pairing, pair, LinkState.Live), [], pairing.Fields.Count > 0 || !isSeen, at);
    }

    private async ValueTask<Dictionary<(EntityName Entity, string Key), string>> MissingAsync(
        IReadOnlyList<KeyPair> pairs)
    {
        var missing = new Dictionary<(EntityName Entity, string Key), string>();
        foreach (var group in pairs.GroupBy(pair => pair.Pairing, StringComparer.Ordinal))
            if (known.Find(group.Key) is { } pairing)
                foreach (var side in new[] { Side.Left, Side.Right })
                    foreach (var (key, reason) in await known.MissingAsync(
                        pairing[side].Name, [.. group.Select(pair => side == Side.Left ? pair.Left : pair.Right)]))
                        missing[(pairing[side].Name, key)] = reason;

        return missing;
    }

    private string Tell(
        IReadOnlyList<KeyPair> pairs, int made, int there, List<(KeyPair Pair, string Text, string Fix)> refused)
    {
        if (pairs is [var only] && known.Find(only.Pairing) is { } pairing)
            return $"{pairing.Left.Name} {only.Left} and {pairing.Right.Name} {only.Right} are linked"
                + (there > 0 ? " already." : ".");

        var text = string.Create(CultureInfo.InvariantCulture, $"{made} linked.")
            + (there > 0 ? $" {there} were linked already." : "")
            + (refused.Count > 0 ? $" {refused.Count} refused:" : "");
        return text + string.Concat(refused.Take(Told).Select(row =>
                $" {(row.Pair.Line > 0 ? $"line {row.Pair.Line}" : $"{row.Pair.Left} = {row.Pair.Right}")}: "
                    + Reason(row)))
            + (refused.Count > Told ? $" and {refused.Count - Told} more" : "");
    }

    private static string Reason((KeyPair Pair, string Text, string Fix) refused) => $"{refused.Text} {refused.Fix}";
}
