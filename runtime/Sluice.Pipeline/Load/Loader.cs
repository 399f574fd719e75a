namespace Sluice.Pipeline;

/// <summary>The load stage: carries operations out.</summary>
internal sealed class Loader(
    Topology topology, IStore store, TimeProvider clock, IntentBook intents, Linker linker, CreateLoader creates, MergeLoader merges)
    : IOperationTarget
{
    public async Task<Decision?> TakeAsync(PairingTurn turn, Operation operation, CancellationToken token)
    {
        if (turn.State == PairingState.Observing)
            throw new InvalidOperationException(
                $"{operation.Pairing} has no approved plan: nothing may be carried out.");

        if (turn.State == PairingState.Approved && operation.Signature.Length > 0
            && !await store.IsApprovedAsync(operation.Pairing, RecordHash.Of(operation.Signature)))
        {
            turn.Tally.Deferred++;
            return null;
        }

        switch (operation)
        {
            case LinkOperation { Decision: var match }:
                return await NextAsync(turn, await linker.LinkAsync(
                    turn, Side.Left, match.Left, (match.Right.Key, match.Right.Identity), LinkOrigin.Match,
                    turn.Descriptor.Rules[match.Rule].Line));
            case CreateOperation create:
                return await NextAsync(turn, await creates.RunAsync(turn, create, token));
            case MergeOperation merge:
                var result = await merges.RunAsync(turn, merge);
                turn.Tally.Add(result.Moves);
                return result.SawNews ? await NextAsync(turn, merge.Link with { IsDirty = true }) : null;
            case GoneOperation gone:
                await BuryAsync(turn, gone);
                return null;
            case BackOperation back:
                await ReviveAsync(turn, back.Link);
                return await NextAsync(turn, back.Link with { IsDirty = turn.Descriptor.Fields.Count > 0 });
            case HoldOperation hold:
                await HoldAsync(turn, hold);
                return null;
            default:
                throw new InvalidOperationException($"Nobody carries out {operation.GetType().Name}.");
        }
    }

    public ValueTask FinishAsync(PairingTurn turn) => turn.Open.CloseOthersAsync();

    // The item first: a tombstone that nobody is told of would be found by nobody after a crash in between.
    private async ValueTask BuryAsync(PairingTurn turn, GoneOperation gone)
    {
        await SettleAsync(turn, gone.Link);
        await turn.Open.OpenAsync(GoneItem.Of(turn.Descriptor, gone, clock.GetUtcNow()));
        await store.SetLinkStateAsync(gone.Link.Id, LinkState.Tombstone, clock.GetUtcNow());
    }

    // Nobody will look at this link again to find out what became of earlier writes. What they sent stays known as ours.
    private async ValueTask SettleAsync(PairingTurn turn, Link link)
    {
        var open = intents.UpdatesOf(link);
        if (open.Count == 0)
            return;

        await store.MergeAsync(new(link.Id, [], Dirty: true, clock.GetUtcNow())
        {
            Settled = [.. open.Select(intent => intent.Id)],
            Marks =
            [
                .. intents.SentFrom(link.Left, topology), .. intents.SentFrom(link.Right, topology),
                .. intents.UpdatesOf(link.Left, topology), .. intents.UpdatesOf(link.Right, topology),
            ],
        });
        foreach (var intent in open)
            intents.Settled(intent.Id);
    }

    private async ValueTask ReviveAsync(PairingTurn turn, Link link)
    {
        await store.SetLinkStateAsync(link.Id, LinkState.Live, clock.GetUtcNow());
        await store.MergeAsync(new(link.Id, [], Dirty: turn.Descriptor.Fields.Count > 0, clock.GetUtcNow()));
        turn.Open.Committed(link, []);
    }

    // What a vendor refused stays known while something else is in the way.
    private async ValueTask HoldAsync(PairingTurn turn, HoldOperation hold)
    {
        if (hold.Link is not { } link)
        {
            await turn.Open.OpenAsync(hold.Item);
            return;
        }

        if (turn.Open.Says(hold.Item))
            return;

        IReadOnlyList<OpenItem> open = [hold.Item, .. turn.Open.Of(link).Where(item => item.Basis.Length > 0)];
        await store.MergeAsync(new(link.Id, [], Dirty: true, clock.GetUtcNow()) { Open = open });
        turn.Open.Committed(link, open);
    }

    private async ValueTask<Decision?> NextAsync(PairingTurn turn, Link? link) =>
        link is { IsDirty: true }
            && await store.FindLinkAsync(turn.Descriptor.Name, Side.Left, link.LeftKey) is { } linked
            ? new MergeDecision(linked)
            : null;
}
