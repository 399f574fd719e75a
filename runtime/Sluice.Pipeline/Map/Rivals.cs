namespace Sluice.Pipeline;

/// <summary>
/// Finds records that links of several pairings take for two others at once. One of the links is wrong, and nothing is
/// written by either before a person has said which.
/// </summary>
internal sealed class Rivals(Lineages lineages, TimeProvider clock)
{
    /// <summary>What stands in place of a hash of what was sent: nothing was.</summary>
    public const string Basis = "rivals";

    /// <summary>Whether this was said of a link before.</summary>
    public static bool AreKnown(PairingTurn turn, Link link) => turn.Open.Of(link).Any(item => item.Basis == Basis);

    /// <returns>What is open about a link; null where nothing speaks against it.</returns>
    public Task<HoldOperation?> OfAsync(PairingTurn turn, Link link, CancellationToken token) =>
        OfAsync(turn, (link.LeftKey, link.Left), (link.RightKey, link.Right), link, turn.Descriptor.Line, token);

    /// <returns>What speaks against linking two records; null where nothing does.</returns>
    public Task<HoldOperation?> OfAsync(PairingTurn turn, LinkDecision match, CancellationToken token) => OfAsync(
        turn, (match.Left.Key, match.Left.Identity), (match.Right.Key, match.Right.Identity), null,
        turn.Descriptor.Rules[match.Rule].Line, token);

    private async Task<HoldOperation?> OfAsync(
        PairingTurn turn, (string Key, RecordId Identity) left, (string Key, RecordId Identity) right, Link? link,
        int line, CancellationToken token)
    {
        var rivals = await lineages.RivalsAsync(left.Identity, right.Identity, token);
        if (rivals.Count == 0)
            return null;

        var descriptor = turn.Descriptor;
        return new(descriptor.Name, new(
            OpenKind.Review, descriptor.Name, Side.Left, left.Key,
            $"{descriptor.Left.Name} {left.Key} and {descriptor.Right.Name} {right.Key} "
                + $"{(link is null ? "agree" : "are linked")}, but by way of other pairings they are "
                + $"{string.Join(", ", rivals)} as well. Nothing is written before one of the links is taken away.",
            line, clock.GetUtcNow())
        {
            Basis = Basis,
        })
        {
            Link = link,
        };
    }
}
