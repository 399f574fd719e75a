using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Carries out the merge of one link: journal, write, compare with the answer, settle.</summary>
internal sealed class MergeLoader(Topology topology, IStore store, TimeProvider clock, WriteGate gate, ILogger log)
{
    public async Task<MergeResult> RunAsync(long run, Pairing pairing, MergeOperation operation, OpenList open)
    {
        var settling = new Settlement(pairing, operation, clock.GetUtcNow());
        var refused = open.Of(operation.Link);
        foreach (var side in new[] { Side.Left, Side.Right })
            if (operation.Plan.Writes(side))
                await WriteAsync(run, settling, side, refused);

        await store.MergeAsync(settling.Commit());
        return new(settling.Moves, settling.SawNews);
    }

    private async Task WriteAsync(long run, Settlement settling, Side side, IReadOnlyList<OpenItem> refused)
    {
        var (pairing, operation) = (settling.Pairing, settling.Operation);
        var entity = pairing.Descriptor[side].Name;
        var values = settling.ValuesFor(side, gate, refused);
        if (values.All(value => value.IsAbsent))
            return;

        if (topology.Requests(entity) is not { } requests || topology.Sink(entity) is not { } sink)
        {
            settling.Wait(side, $"{entity} cannot be written: its connector offers no writes.");
            return;
        }

        var current = operation.Record(side);
        var change = new Change(values);
        var changed = pairing.Write(side, current.Value, change);
        var request = requests.Update(current, changed, change.Touched);
        var intent = await store.BeginIntentAsync(new(
            0, run, operation.Pairing, side, operation.Link.Key(side.Other()), current.Key, request.Body,
            clock.GetUtcNow(), IntentState.Open)
        {
            Sent = settling.Sent(values),
        });

        // From here on the write may have happened: it is seen through to its end even while the host stops.
        var result = await sink.SendAsync(request, CancellationToken.None);
        log.LogInformation("{Pairing}: update of {Entity} {Key}: {Outcome}", operation.Pairing, entity, current.Key, result.Outcome);
        switch (result.Outcome)
        {
            case WriteOutcome.Committed:
                settling.Written(run, side, values, result.Record, intent);
                break;
            case WriteOutcome.Rejected:
                await store.EndIntentAsync(intent, IntentState.NotDone, result.Reason, clock.GetUtcNow());
                settling.Reject(side, values, result.Reason ?? "no reason given");
                break;
            case WriteOutcome.NotDone:
                await store.EndIntentAsync(intent, IntentState.NotDone, result.Reason, clock.GetUtcNow());
                settling.Wait(side, $"{entity} could not be written: {result.Reason}");
                break;
            default:
                await store.EndIntentAsync(intent, IntentState.Unknown, result.Reason, clock.GetUtcNow());
                settling.Wait(side, $"The outcome of a write to {entity} is not known ({result.Reason}); it is read again before anything else is sent.");
                break;
        }
    }
}
