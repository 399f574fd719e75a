using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Carries out what becomes of links that lost a side.</summary>
internal sealed class LossLoader(
    Topology topology, IStore store, TimeProvider clock, IntentBook intents, NativeKeys keys, ILogger log)
{
    /// <summary>Notes that a record is gone, and what its link is from now on.</summary>
    public async Task BuryAsync(PairingTurn turn, GoneOperation gone)
    {
        var link = gone.Loss.Link;
        await CommitAsync(turn, new(link.Id, [], Dirty: false, clock.GetUtcNow())
        {
            State = gone.State,
            Deleted = gone.Deleted,
            Settled = gone.Settled,
            Open = gone.Items,
            History = gone.Deleted is { } side
                ?
                [
                    Entry(
                        turn, link, side, gone.Settled is [.., var write] ? write : null,
                        "found gone after its answer was lost"),
                ]
                : [],
        }, link, gone.Earlier, gone.Seen);
        if (gone.Deleted is not null)
            turn.Tally.Delete();
    }

    /// <summary>Notes that deletes whose outcome was not known did not happen.</summary>
    public async Task AbandonAsync(AbandonOperation operation)
    {
        foreach (var intent in operation.Deletes)
            await intents.EndAsync(
                intent.Id, IntentState.NotDone, "still there after the late-commit bound", clock.GetUtcNow());
    }

    /// <summary>Deletes the record that stayed, once.</summary>
    public async Task DeleteAsync(PairingTurn turn, DeleteOperation operation)
    {
        var (link, side, key) = (operation.Loss.Link, operation.Target, operation.Record.Key);
        var entity = turn.Descriptor[side].Name;
        if (topology.Sink(entity) is not { } sink)
        {
            await HoldAsync(
                turn, operation.Loss, side, $"{entity} cannot be written: its connector offers no writes.");
            return;
        }

        var request = intents.InTime(WriteRequest.Delete(key));
        var intent = await intents.BeginAsync(new(
            0, turn.Run, operation.Pairing, side, link.Key(side.Other()), key, "", clock.GetUtcNow(), IntentState.Open)
        {
            IsDelete = true,
        });
        try
        {
            // From here on the record may be gone: it is seen through to its end even while the host stops.
            var result = await sink.SendAsync(request, CancellationToken.None);
            log.LogInformation(
                "{Pairing}: delete of {Entity} {Key}: {Outcome}", operation.Pairing, entity, key, result.Outcome);
            await (result.Outcome == WriteOutcome.Committed
                ? DeletedAsync(turn, operation, intent)
                : NotDeletedAsync(turn, operation, result, intent));
        }
        finally
        {
            intents.Landed(intent);
        }
    }

    private async Task DeletedAsync(PairingTurn turn, DeleteOperation operation, long? intent)
    {
        var (loss, side) = (operation.Loss, operation.Target);
        await CommitAsync(turn, new(loss.Link.Id, [], Dirty: false, clock.GetUtcNow())
        {
            State = LinkState.Tombstone,
            Deleted = side,
            Settled = intent is { } done ? [.. operation.Settled, done] : operation.Settled,
            History =
            [
                Entry(
                    turn, loss.Link, side, intent,
                    $"{turn.Descriptor[loss.Side].Name} {loss.Link.Key(loss.Side)} is gone"),
            ],
        }, loss.Link, operation.Earlier, []);
        turn.Tally.Delete();
    }

    private async Task NotDeletedAsync(PairingTurn turn, DeleteOperation operation, WriteResult result, long? intent)
    {
        var (link, side) = (operation.Loss.Link, operation.Target);
        var entity = turn.Descriptor[side].Name;
        var reason = result.Reason ?? "no reason given";
        var certain = result.Outcome is WriteOutcome.Rejected or WriteOutcome.NotDone;
        await intents.EndAsync(intent, certain ? IntentState.NotDone : IntentState.Unknown, reason, clock.GetUtcNow());
        switch (result.Outcome)
        {
            case WriteOutcome.Rejected:
                var gone = $"{turn.Descriptor[side.Other()].Name} {link.Key(side.Other())} is gone";
                await CommitAsync(turn, new(link.Id, [], Dirty: false, clock.GetUtcNow())
                {
                    State = LinkState.Tombstone,
                    Settled = operation.Settled,
                    Open =
                    [
                        Item(
                            turn, OpenKind.Rejected, link, side, $"{gone}, but {entity} refused the delete: {reason}"),
                    ],
                }, link, operation.Earlier, []);
                break;
            case WriteOutcome.NotDone:
                await HoldAsync(turn, operation.Loss, side, $"{entity} could not be written: {reason}");
                break;
            default:
                await HoldAsync(
                    turn, operation.Loss, side,
                    $"Whether {entity} {link.Key(side)} was deleted is not known ({reason}); it is read again before "
                        + "anything else is sent.");
                break;
        }
    }

    // An approval is for a delete that happens, not for one attempt.
    private ValueTask HoldAsync(PairingTurn turn, Loss loss, Side side, string reason)
    {
        var link = loss.Link;
        turn.Breaker.Keeps(DoubtfulChange.Of(turn.Descriptor, loss));
        return CommitAsync(
            turn, new(link.Id, [], Dirty: true, clock.GetUtcNow())
            {
                Open = [Item(turn, OpenKind.Waiting, link, side, reason)],
            }, link);
    }

    // Nobody will look at this link again to find out what became of earlier writes. What they sent stays known as
    // ours: as what it was found to be, or as what may yet show where nobody could look.
    private ValueTask CommitAsync(
        PairingTurn turn, MergeCommit commit, Link link, SettledIntents found, IReadOnlyList<Mark> seen)
    {
        var settled = intents.UpdatesOf(link).Where(intent => commit.Settled.Contains(intent.Id)).ToList();
        var known = keys.Native(turn.Descriptor, link, commit with
        {
            Bases = found.Bases,
            Marks = found.Marks,
            OwnWrites =
            [
                .. found.OwnWrites,
                .. settled.Where(intent => !found.Intents.Contains(intent.Id))
                    .SelectMany(intent => LateWrites.Unseen(turn.Descriptor, intent)),
            ],
        });
        return CommitAsync(
            turn, known with { Marks = [.. settled.Count == 0 ? [] : SentFrom(link), .. known.Marks, .. seen] }, link);
    }

    private async ValueTask CommitAsync(PairingTurn turn, MergeCommit commit, Link link)
    {
        await store.MergeAsync(commit);
        turn.Open.Committed(link, commit.Open);
        foreach (var settled in commit.Settled)
            intents.Settled(settled);
    }

    private IEnumerable<Mark> SentFrom(Link link) =>
        intents.SentFrom(link.Left, topology, keys).Concat(intents.SentFrom(link.Right, topology, keys))
            .Select(sent => sent.Mark);

    private OpenItem Item(PairingTurn turn, OpenKind kind, Link link, Side side, string reason) =>
        new(kind, turn.Descriptor.Name, side, link.Key(side), reason, turn.Descriptor.Line, clock.GetUtcNow());

    private HistoryEntry Entry(PairingTurn turn, Link link, Side side, long? intent, string why) => new(
        turn.Run, turn.Descriptor.Name, link.LeftKey, link.RightKey, side, "", FieldValue.Absent, FieldValue.Absent,
        HistoryEntry.Deleted + why, turn.Descriptor.Line, clock.GetUtcNow())
    {
        Document = turn.Descriptor.Document,
        Intent = intent,
    };
}
