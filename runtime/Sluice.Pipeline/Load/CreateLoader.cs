using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Creates records, each exactly once.</summary>
internal sealed class CreateLoader(
    Topology topology, IStore store, PipelineOptions options, TimeProvider clock, WriteGate gate, Lineages lineages, Linker linker, ILogger log)
{
    public async Task<Link?> RunAsync(PairingTurn turn, CreateOperation operation)
    {
        var (descriptor, target) = (turn.Descriptor, operation.Decision.Target);
        var entity = descriptor[target].Name;
        var there = await lineages.CounterpartsAsync(operation.Origin.Identity, entity);
        if (there.Count > 0)
            return await AdoptAsync(turn, operation.Decision, there);

        if (gate.Refuses(entity) is { } refusal)
            return await HoldAsync(turn, operation, OpenKind.Waiting, refusal);
        if (await PendingAsync(entity, descriptor.Name, operation) is { } pending)
            return await HoldAsync(turn, operation, OpenKind.Waiting, pending);

        var basis = RecordHash.Of(operation.Request.Body);
        if (turn.Open.Of(target.Other(), operation.Origin.Key) is { Kind: OpenKind.Rejected } refused && refused.Basis == basis)
        {
            turn.Open.Confirm(target.Other(), operation.Origin.Key);
            return null;
        }

        return topology.Sink(entity) is { } sink
            ? await SendAsync(turn, operation, sink, basis)
            : await HoldAsync(turn, operation, OpenKind.Waiting, $"{entity} cannot be written: its connector offers no writes.");
    }

    private async Task<Link?> SendAsync(PairingTurn turn, CreateOperation operation, ISink sink, string basis)
    {
        var intent = await store.BeginIntentAsync(new(
            0, turn.Run, operation.Pairing, operation.Decision.Target, operation.Origin.Key, null, operation.Request.Body,
            clock.GetUtcNow(), IntentState.Open));

        // From here on the record may exist: it is seen through to its end even while the host stops.
        var result = await sink.SendAsync(operation.Request, CancellationToken.None);
        log.LogInformation("{Pairing}: create for {Key}: {Outcome}", operation.Pairing, operation.Origin.Key, result.Outcome);
        if (result is { Outcome: WriteOutcome.Committed, Record: { } created })
            return await linker.CreatedAsync(
                turn, operation.Decision.Target, (operation.Origin.Key, operation.Origin.Identity), created, intent, "created: no counterpart");

        var reason = result.Reason ?? "the answer showed no record";
        var certain = result.Outcome is WriteOutcome.Rejected or WriteOutcome.NotDone;
        await store.EndIntentAsync(intent, certain ? IntentState.NotDone : IntentState.Unknown, reason, clock.GetUtcNow());

        var entity = sink.Entity;
        return result.Outcome switch
        {
            WriteOutcome.Rejected => await HoldAsync(turn, operation, OpenKind.Rejected, $"{entity} refused the new record: {reason}", basis),
            WriteOutcome.NotDone => await HoldAsync(turn, operation, OpenKind.Waiting, $"{entity} could not be written: {reason}"),
            _ => await HoldAsync(turn, operation, OpenKind.Waiting, $"Whether {entity} was created is not known ({reason}); it is looked for before anything is sent again."),
        };
    }

    private async Task<Link?> AdoptAsync(PairingTurn turn, CreateDecision decision, IReadOnlyList<RecordId> there)
    {
        var side = decision.Target.Other();
        var entity = turn.Descriptor[decision.Target].Name;
        if (there is [var only] && only.Entity == entity
            && await store.FindLinkAsync(turn.Descriptor.Name, decision.Target, only.Key) is null)
            return await linker.LinkAsync(turn, side, decision.Origin, (only.Key, only), LinkOrigin.Lineage, turn.Descriptor.Line);

        await turn.Open.OpenAsync(new(
            OpenKind.Review, turn.Descriptor.Name, side, decision.Origin.Key,
            $"It already stands for {string.Join(", ", there)} by way of other pairings; no second one is created.",
            turn.Descriptor.Line, clock.GetUtcNow()));
        return null;
    }

    /// <summary>
    /// While a create may still arrive late, no other is sent to the same entity: two of them could not be told apart.
    /// </summary>
    private async ValueTask<string?> PendingAsync(EntityName entity, string pairing, CreateOperation operation)
    {
        foreach (var intent in await store.OpenIntentsAsync(null))
        {
            if (intent.TargetKey is not null)
                continue;
            if (intent.Pairing == pairing && intent.Side == operation.Decision.Target && intent.OriginKey == operation.Origin.Key)
                return $"Whether {entity} was created for it at {intent.At:u} is not known yet; it is looked for before anything is sent again.";

            var until = intent.At + options.LateCommitBound;
            if (clock.GetUtcNow() < until && EntityOf(intent) == entity)
                return $"Another create of {entity}, for {intent.OriginKey}, has an unknown outcome; the next is sent after {until:u} or once it was found.";
        }

        return null;
    }

    private EntityName? EntityOf(Intent intent) =>
        topology.Pairings.FirstOrDefault(pairing => pairing.Descriptor.Name == intent.Pairing)?.Descriptor[intent.Side].Name;

    private async Task<Link?> HoldAsync(PairingTurn turn, CreateOperation operation, OpenKind kind, string reason, string basis = "")
    {
        await turn.Open.OpenAsync(new(
            kind, turn.Descriptor.Name, operation.Decision.Target.Other(), operation.Origin.Key, reason, turn.Descriptor.Line, clock.GetUtcNow())
        {
            Basis = basis,
        });
        return null;
    }
}
