namespace Sluice.Pipeline;

/// <summary>The load stage: carries operations out.</summary>
internal sealed class Loader(
    IStore store, TimeProvider clock, Linker linker, MatchedCreates matched, WriteAllowance allowance,
    CreateLoader creates, MergeLoader merges, LossLoader losses, DeletePolicies policies)
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
            turn.Tally.Defer();
            return null;
        }

        if (!allowance.TryTake(operation))
        {
            turn.Tally.LeaveOut();
            return null;
        }

        switch (operation)
        {
            case LinkOperation { Made: { } made, Decision: var match }:
                return await NextAsync(turn, await matched.LinkAsync(
                    turn, made, made.Intent.Side == Side.Left ? match.Right.Identity : match.Left.Identity));
            case LinkOperation { Decision: var match }:
                return await NextAsync(turn, await linker.LinkAsync(
                    turn, Side.Left, match.Left, (match.Right.Key, match.Right.Identity), LinkOrigin.Match,
                    turn.Descriptor.Rules[match.Rule].Line));
            case RecoverOperation { Decision: var create, Found: var found }:
                return await NextAsync(turn, await linker.LinkAsync(
                    turn, create.Target.Other(), create.Origin, (found.Key, found.Identity), LinkOrigin.Created,
                    turn.Descriptor.Line));
            case CreateOperation create:
                return await NextAsync(turn, await creates.RunAsync(turn, create, token));
            case AdoptOperation adopt:
                return await NextAsync(turn, await creates.AdoptAsync(turn, adopt.Decision, token));
            case MergeOperation merge:
                var result = await merges.RunAsync(turn, merge);
                turn.Tally.Add(result.Moves);
                return result.SawNews ? await NextAsync(turn, merge.Link with { IsDirty = true }) : null;
            case GoneOperation gone:
                await losses.BuryAsync(turn, gone);
                return null;
            case DeleteOperation delete:
                await losses.DeleteAsync(turn, delete);
                return null;
            case AbandonOperation abandon:
                await losses.AbandonAsync(abandon);
                return new MergeDecision(abandon.Linked);
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

    private async ValueTask ReviveAsync(PairingTurn turn, Link link)
    {
        // The load stage may have given either record another counterpart since this one was seen to be back.
        if (link.State == LinkState.Ended
            && (await store.FindLinkAsync(link.Pairing, Side.Left, link.LeftKey) is not null
                || await store.FindLinkAsync(link.Pairing, Side.Right, link.RightKey) is not null))
            return;

        await store.MergeAsync(new(link.Id, [], Dirty: turn.Descriptor.Fields.Count > 0, clock.GetUtcNow())
        {
            State = LinkState.Live,
        });
        turn.Open.Committed(link, []);
    }

    // What a vendor refused stays known while something else is in the way of a link, or while nobody can see whether
    // the same would be created; and so does what is withheld, and what is asked about a loss, a create or two values:
    // who forgets that takes what is hidden next for a mere blank. What is approved is withheld no longer, and its
    // approval holds until it can be carried out.
    private async ValueTask HoldAsync(PairingTurn turn, HoldOperation hold)
    {
        if (hold.Link is not { } link)
        {
            await (hold.IsDrafted ? turn.Open.OpenAsync(hold.Item) : turn.Open.OpenBesideRefusalAsync(hold.Item));
            return;
        }

        var known = turn.Open.Of(link);
        var isApproved = link is { State: LinkState.Live } && (link.LeftGone || link.RightGone)
            && turn.Breaker.Keeps(DoubtfulChange.Of(
                turn.Descriptor, Loss.AsListed(turn.Descriptor, link, policies)));
        if (isApproved)
            known = [.. known.Where(item => item.Basis != Withholding.Basis)];
        IReadOnlyList<OpenItem> open = [hold.Item, .. known.Where(item =>
            (item.Basis.Length > 0 && item.Basis != hold.Item.Basis)
            || item.Cause is OpenCause.Made or OpenCause.Differing
            || (link.State == LinkState.Tombstone && item.Kind != OpenKind.Waiting))];
        if (open.Any(item => item != hold.Item && item.Basis == Withholding.Basis))
            turn.Breaker.Miss();
        if (turn.Open.Says(hold.Item) && known.Count == turn.Open.Of(link).Count)
            return;

        await store.MergeAsync(new(link.Id, [], Dirty: true, clock.GetUtcNow()) { Open = open });
        turn.Open.Committed(link, open);
    }

    private async ValueTask<Decision?> NextAsync(PairingTurn turn, Link? link) =>
        link is { IsDirty: true }
            && await store.FindLinkAsync(turn.Descriptor.Name, Side.Left, link.LeftKey) is { } linked
            ? new MergeDecision(linked)
            : null;
}
