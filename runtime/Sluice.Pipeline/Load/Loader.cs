namespace Sluice.Pipeline;

/// <summary>The load stage: carries operations out.</summary>
internal sealed class Loader(IStore store, TimeProvider clock, Linker linker, CreateLoader creates, MergeLoader merges) : IOperationTarget
{
    public async Task<Decision?> TakeAsync(PairingTurn turn, Operation operation, CancellationToken token)
    {
        if (turn.State == PairingState.Observing)
            throw new InvalidOperationException($"{operation.Pairing} has no approved plan: nothing may be carried out.");

        if (turn.State == PairingState.Approved && operation.Signature.Length > 0
            && !await store.IsApprovedAsync(operation.Pairing, RecordHash.Of(operation.Signature)))
        {
            turn.Tally.Deferred++;
            return null;
        }

        switch (operation)
        {
            case LinkOperation { Decision: var match }:
                var line = turn.Descriptor.Rules[match.Rule].Line;
                return await NextAsync(turn, await linker.LinkAsync(
                    turn, Side.Left, match.Left, (match.Right.Key, match.Right.Identity), LinkOrigin.Match, line));
            case CreateOperation create:
                return await creates.RunAsync(turn, create) is { } link ? await NextAsync(turn, link) : null;
            case MergeOperation merge:
                var result = await merges.RunAsync(turn.Run, turn.Pairing, merge, turn.Open);
                turn.Tally.Add(result.Moves);
                return result.SawNews ? await NextAsync(turn, merge.Link) : null;
            case GoneOperation gone:
                await store.SetLinkStateAsync(gone.Link.Id, LinkState.Tombstone, clock.GetUtcNow());
                await turn.Open.OpenAsync(new(
                    OpenKind.Review, gone.Pairing, gone.Side.Other(), gone.Link.Key(gone.Side.Other()),
                    $"{turn.Descriptor[gone.Side].Name} {gone.Link.Key(gone.Side)} is gone. Its counterpart stays, and nothing is made again without a decision.",
                    turn.Descriptor.Line, clock.GetUtcNow()));
                return null;
            case BackOperation back:
                await store.SetLinkStateAsync(back.Link.Id, LinkState.Live, clock.GetUtcNow());
                return await NextAsync(turn, back.Link);
            case HoldOperation hold:
                await turn.Open.OpenAsync(hold.Item);
                return null;
            default:
                throw new InvalidOperationException($"Nobody carries out {operation.GetType().Name}.");
        }
    }

    public ValueTask FinishAsync(PairingTurn turn) => turn.Open.CloseOthersAsync();

    private async ValueTask<Decision?> NextAsync(PairingTurn turn, Link link) =>
        turn.Descriptor.Fields.Count > 0 && await store.FindLinkAsync(turn.Descriptor.Name, Side.Left, link.LeftKey) is { } linked
            ? new MergeDecision(linked)
            : null;
}
