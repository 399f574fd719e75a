using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Creates records, each exactly once.</summary>
internal sealed class CreateLoader(
    Topology topology, IStore store, TimeProvider clock, CreateBarrier barrier, Copies copies, IntentBook intents,
    Lineages lineages, RecentRecords recent, Provenance provenance, FieldRules rules, VersionClock clocks,
    Linker linker, ILogger log)
{
    public async Task<Link?> RunAsync(PairingTurn turn, CreateOperation operation, CancellationToken token)
    {
        var target = operation.Decision.Target;
        var entity = turn.Descriptor[target].Name;

        // Decisions are read ahead: what was made or linked for another may have been this record's counterpart.
        if (await store.FindLinkAsync(turn.Descriptor.Name, target.Other(), operation.Origin.Key) is not null)
            return null;

        var there = await lineages.CounterpartsAsync(operation.Decision.Origin, entity, token);
        if (!there.AllowAnother)
            return await AdoptAsync(turn, operation.Decision, there, operation.Origin);

        if (await barrier.StopsAsync(turn, operation) is { } stop)
        {
            await turn.Open.OpenAsync(stop);
            return null;
        }

        return topology.Sink(entity) is { } sink
            ? await SendAsync(turn, operation, sink)
            : await HoldAsync(
                turn, operation, OpenKind.Waiting, $"{entity} cannot be written: its connector offers no writes.");
    }

    /// <summary>Links a record to the counterpart that it has by way of other pairings, if it has.</summary>
    public async Task<Link?> AdoptAsync(PairingTurn turn, CreateDecision decision, CancellationToken token)
    {
        var side = decision.Target.Other();
        if (await store.FindLinkAsync(turn.Descriptor.Name, side, decision.Origin.Key) is not null)
            return null;

        var there = await lineages.CounterpartsAsync(decision.Origin, turn.Descriptor[decision.Target].Name, token);
        if (there.Live.Count > 0 || there.Doubt is not null)
            return await AdoptAsync(turn, decision, there);

        // It is gone, which no listing has told yet: what was in the way of another one still is.
        turn.Open.Confirm(side, decision.Origin.Key);
        return null;
    }

    private async Task<Link?> SendAsync(PairingTurn turn, CreateOperation operation, ISink sink)
    {
        var target = operation.Decision.Target;
        var sent = FieldReader.ByName(turn.Pairing, target.Other(), operation.Origin)
            .Where(value => !operation.Deferred.Contains(value.Key))
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        var versions = await VersionsAsync(turn, target.Other(), operation.Origin, sent);
        var request = intents.InTime(operation.Request) with
        {
            Intent = intents.Identity(operation.Pairing, target, operation.Origin.Key, operation.Request),
        };
        var intent = await intents.BeginAsync(new(
            0, turn.Run, operation.Pairing, target, operation.Origin.Key, null, operation.Request.Body,
            clock.GetUtcNow(), IntentState.Open)
        {
            Sent = sent,
            Versions = versions,
            Content = CreateBarrier.Basis(operation),
            IsCopy = await copies.IsCopyAsync(turn, operation),
            Identity = request.Intent,
        });

        try
        {
            // From here on the record may exist: it is seen through to its end even while the host stops.
            var result = await sink.SendAsync(request, CancellationToken.None);
            log.LogInformation(
                "{Pairing}: create for {Key}: {Outcome}", operation.Pairing, operation.Origin.Key, result.Outcome);
            return result is { Outcome: WriteOutcome.Committed, Record: { } created }
                ? await CreatedAsync(turn, operation, created, (intent, sent, versions))
                : await NotCreatedAsync(turn, operation, result, intent);
        }
        finally
        {
            intents.Landed(intent);
        }
    }

    // What was carried from the origin before is the same edit; what was not is a new one. A blank is an edit where it
    // clears something that was carried before.
    private async ValueTask<IReadOnlyDictionary<string, long>> VersionsAsync(
        PairingTurn turn, Side side, Record origin, Dictionary<string, FieldValue> sent)
    {
        var marks = (await provenance.OfAsync(turn.Descriptor, side, origin.Identity))
            .Arrived(_ => turn.Edits.LastWithout(side, null));
        var edits =
            from rule in rules.Of(turn.Descriptor)
            where sent.ContainsKey(rule.Field.Name)
            let value = sent[rule.Field.Name]
            let claim = Provenance.Of(marks, rule.Field, rule.Field.Comparison, side, value)
            where !value.IsBlank || (claim.Kind != ClaimKind.None && rule.Blanks == BlanksPolicy.Clear)
            select (rule.Field.Name, Version: claim.Carried is > 0 and var known ? known : clocks.Next());
        return edits.ToDictionary(edit => edit.Name, edit => edit.Version, StringComparer.Ordinal);
    }

    private async Task<Link?> CreatedAsync(
        PairingTurn turn, CreateOperation operation, Record created,
        (long? Intent, IReadOnlyDictionary<string, FieldValue> Values, IReadOnlyDictionary<string, long> Versions) sent)
    {
        var target = operation.Decision.Target;
        recent.Keep(created.Identity.Entity, created);
        if (await store.FindLinkAsync(operation.Pairing, target, created.Key) is not { } taken)
            return await linker.CreatedAsync(
                turn, target, (operation.Origin.Key, operation.Origin.Identity), created, sent.Intent, sent.Values,
                sent.Versions, mayDiffer: operation.Deferred.Count > 0,
                isListed: recent.Shows(turn.Pairing, target.Other(), operation.Origin), "created: no counterpart");

        await intents.EndAsync(
            sent.Intent, IntentState.NotDone, "answered with a record that is linked", clock.GetUtcNow());
        return await HoldAsync(
            turn, operation, OpenKind.Review,
            $"{turn.Descriptor[target].Name} answered the new record with {created.Key}, which was there and is linked "
                + $"to {taken.Link.Key(target.Other())}.",
            CreateBarrier.Basis(operation));
    }

    private async Task<Link?> NotCreatedAsync(
        PairingTurn turn, CreateOperation operation, WriteResult result, long? intent)
    {
        var entity = turn.Descriptor[operation.Decision.Target].Name;
        var reason = result.Reason ?? "the answer showed no record";
        var certain = result.Outcome is WriteOutcome.Rejected or WriteOutcome.NotDone;
        await intents.EndAsync(intent, certain ? IntentState.NotDone : IntentState.Unknown, reason, clock.GetUtcNow());

        return result.Outcome switch
        {
            WriteOutcome.Rejected => await HoldAsync(
                turn, operation, OpenKind.Rejected, $"{entity} refused the new record: {reason}",
                CreateBarrier.Basis(operation)),
            WriteOutcome.NotDone =>
                await HoldAsync(turn, operation, OpenKind.Waiting, $"{entity} could not be written: {reason}"),
            _ => await HoldAsync(
                turn, operation, OpenKind.Waiting,
                $"Whether {entity} was created is not known ({reason}); it is looked "
                    + "for before anything is sent again."),
        };
    }

    // Where it gets no counterpart it is merged with none: this look may be the only one before somebody edits over
    // what another pairing wrote there.
    private async Task<Link?> AdoptAsync(
        PairingTurn turn, CreateDecision decision, Counterparts there, Record? origin = null)
    {
        var side = decision.Target.Other();
        var entity = turn.Descriptor[decision.Target].Name;
        if (there.Doubt is { } doubt)
        {
            await turn.Open.OpenBesideRefusalAsync(barrier.Doubts(turn, decision, doubt));
            return null;
        }

        if (there.Live is [var only] && only.Entity == entity
            && await store.FindLinkAsync(turn.Descriptor.Name, decision.Target, only.Key) is null
            && !await AreToldApartAsync(turn.Descriptor, side, decision.Origin.Key, only.Key))
            return await linker.LinkAsync(
                turn, side, decision.Origin, (only.Key, only), LinkOrigin.Lineage, turn.Descriptor.Line);

        await turn.Open.OpenBesideRefusalAsync(new(
            OpenKind.Review, turn.Descriptor.Name, side, decision.Origin.Key,
            there.Live.Count > 0
                ? $"It already stands for {string.Join(", ", there.Live)} by way of other pairings; no second one is "
                    + "created."
                : $"It stood for {string.Join(", ", there.Gone)} by way of other pairings, which is gone; it is not "
                    + "made again without a decision.",
            turn.Descriptor.Line, clock.GetUtcNow())
        {
            Cause = there.Live.Count > 0 ? OpenCause.Other : OpenCause.Gone,
        }, origin is null ? [] : await provenance.SeenAsync(
            turn, side, origin, rules.Of(turn.Descriptor, side, origin)));
        return null;
    }

    private async ValueTask<bool> AreToldApartAsync(PairingDescriptor pairing, Side side, string key, string across) =>
        (await store.LinksOfAsync(new(pairing[side].Name, key))).Any(linked =>
            linked.Link is { State: LinkState.Negative } link && link.Pairing == pairing.Name
            && link.Key(side) == key && link.Key(side.Other()) == across);

    private async Task<Link?> HoldAsync(
        PairingTurn turn, CreateOperation operation, OpenKind kind, string reason, string basis = "")
    {
        await turn.Open.OpenAsync(new(
            kind, turn.Descriptor.Name, operation.Decision.Target.Other(), operation.Origin.Key, reason,
            turn.Descriptor.Line, clock.GetUtcNow())
        {
            Basis = basis,
        });
        return null;
    }
}
