using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Carries out the merge of one link: journal, write, compare with the answer, settle.</summary>
internal sealed class MergeLoader(
    Topology topology, IStore store, TimeProvider clock, IntentBook intents, VersionClock versions, Settling settling,
    ReferenceBook references, NativeKeys keys, Protections protections, ILogger log)
{
    public async Task<MergeResult> RunAsync(PairingTurn turn, MergeOperation operation)
    {
        var settlement = new Settlement(
            turn.Pairing, operation, settling, protections, versions, clock.GetUtcNow());
        foreach (var side in new[] { Side.Left, Side.Right })
            if (operation.Plan.Writes(side))
                await WriteAsync(turn, settlement, side);

        var commit = keys.Native(turn.Descriptor, operation.Link, settlement.Commit());
        await store.MergeAsync(commit);
        turn.Open.Committed(operation.Link, commit.Open);
        foreach (var settled in commit.Settled)
            intents.Settled(settled);

        return new(settlement.Moves, settlement.SawNews);
    }

    private async Task WriteAsync(PairingTurn turn, Settlement settlement, Side side)
    {
        var entity = turn.Descriptor[side].Name;
        var values = settlement.ValuesFor(side);
        if (values.All(value => value.IsAbsent))
            return;

        if (topology.Requests(entity) is not { } requests || topology.Sink(entity) is not { } sink)
        {
            settlement.Wait(side, values, $"{entity} cannot be written: its connector offers no writes.");
            return;
        }

        var target = new UpdateTarget(turn, settlement, side, requests, sink);
        var current = settlement.Operation.Record(side);
        var (result, _) = await SendAsync(target, current, values, isLast: Single(values));
        if (result is not { Outcome: WriteOutcome.Rejected } || Single(values))
            return;

        // One value of several may be what the system objects to: each is tried by itself, once.
        for (var i = 0; i < values.Length; i++)
            if (!values[i].IsAbsent)
            {
                var one = new FieldValue[values.Length];
                one[i] = values[i];
                (_, current) = await SendAsync(target, current, one, isLast: true);
            }
    }

    /// <returns>What came of it, null where it was not sent; and the record as it is known after it.</returns>
    private async Task<(WriteResult? Result, Record Current)> SendAsync(
        UpdateTarget target, Record current, FieldValue[] values, bool isLast)
    {
        var (turn, settlement, side, requests, sink) = target;
        var entity = sink.Entity;
        WriteRequest request;
        try
        {
            values = Writable(target, current, values);
            if (values.All(value => value.IsAbsent))
                return (null, current);

            var change = new Change(ToSend(settlement, side, values));
            var changed = turn.Pairing.Write(side, current.Value, change);
            request = requests.Update(current, changed, change.Touched);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(
                exception, "{Pairing}: writing {Entity} {Key} failed", turn.Descriptor.Name, entity, current.Key);
            settlement.Wait(side, values, Blame.Hook(turn.Descriptor.Name, exception));
            return (null, current);
        }

        request = intents.InTime(request);
        var intent = await intents.BeginAsync(new(
            0, turn.Run, turn.Descriptor.Name, side, settlement.Operation.Link.Key(side.Other()), current.Key,
            request.Body, clock.GetUtcNow(), IntentState.Open)
        {
            Sent = settlement.Sent(values),
            Versions = settlement.Versions(values),
            Overruled = keys.Native(
                turn.Descriptor, settlement.Operation.Link, settlement.Overruled(side, values)),
        });

        // From here on the write may have happened: it is seen through to its end even while the host stops.
        var result = await sink.SendAsync(request, CancellationToken.None);
        log.LogInformation(
            "{Pairing}: update of {Entity} {Key}: {Outcome}", turn.Descriptor.Name, entity, current.Key,
            result.Outcome);
        if (result.Outcome == WriteOutcome.Committed)
        {
            await references.ResolveAsync(entity, result.Record);
            settlement.Written(turn.Run, side, values, result.Record, intent, clock.GetUtcNow());
            return (result, result.Record ?? current);
        }

        var reason = result.Reason ?? "no reason given";
        var certain = result.Outcome is WriteOutcome.Rejected or WriteOutcome.NotDone;
        await intents.EndAsync(intent, certain ? IntentState.NotDone : IntentState.Unknown, reason, clock.GetUtcNow());
        if (result.Outcome == WriteOutcome.Unknown)
            settlement.Wait(
                side, values,
                $"The outcome of a write to {entity} is not known ({reason}); it is read "
                    + "again before anything else is sent.");
        else if (result.Outcome == WriteOutcome.NotDone)
            settlement.Wait(side, values, $"{entity} could not be written: {reason}");
        else if (isLast)
            settlement.Reject(side, values, reason);

        return (result, current);
    }

    // Field by field: what the mapping leaves as it is was not sent, whatever goes along with it.
    private static FieldValue[] Writable(UpdateTarget target, Record current, FieldValue[] values)
    {
        var (turn, settlement, side, _, _) = target;
        var writable = new FieldValue[values.Length];
        for (var i = 0; i < values.Length; i++)
            if (!values[i].IsAbsent)
            {
                var one = new FieldValue[values.Length];
                one[i] = values[i];
                var change = new Change(one);
                turn.Pairing.Write(side, current.Value, change);
                if (change.Touched.Count == 0)
                    settlement.Leave(side, one);
                else
                    writable[i] = values[i];
            }

        return writable;
    }

    private FieldValue[] ToSend(Settlement settlement, Side side, FieldValue[] changed) =>
        protections.Has(Protection.ChangedFieldsOnly) ? changed
        : [.. changed.Zip(settlement.Operation.Plan.Values(side), (to, from) => to.IsAbsent ? from : to)];

    private static bool Single(FieldValue[] values) => values.Count(value => !value.IsAbsent) == 1;
}
