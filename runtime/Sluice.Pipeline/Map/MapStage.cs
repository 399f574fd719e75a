namespace Sluice.Pipeline;

/// <summary>Turns decisions into operations: reads the records concerned and says what each needs.</summary>
/// <remarks>
/// A listing is a hint, so what will be written over is read again here, one step before it is written, and so is what
/// it is written from, except that a record may be created from a page that shows no less than a read would. Only a
/// plan, which writes nothing, looks at what the listing showed, save where that decides whether a record is deleted;
/// and so does whoever finds that nothing may be written anyway.
/// </remarks>
internal sealed class MapStage(
    Topology topology, Provenance provenance, LinkPlanner planner, Stops stops, CreateBarrier barrier,
    WriteRecovery earlier, IntentBook intents, Correlation correlation, RecentRecords recent, Lineages lineages,
    LossPlanner losses, Rivals rivals, Reverts reverts, HiddenEdits hidden, ReferenceBook references, NativeKeys keys,
    MatchedCreates matched, PipelineOptions options, TimeProvider clock, bool readAgain)
{
    private readonly MissingParents _parents = new(topology.References);

    /// <returns>Null where nothing is left to do.</returns>
    public async Task<Operation?> MapAsync(PairingTurn turn, Decision decision, CancellationToken token) =>
        decision switch
        {
            LinkDecision link => await LinkAsync(turn, link, token),
            CreateDecision create => await CreateAsync(turn, create, token),
            MergeDecision merge => await MergeAsync(turn, merge.Linked, token),
            UnwantedDecision unwanted => await UnwantedAsync(turn, unwanted),
            ReviewDecision review => new HoldOperation(turn.Descriptor.Name, new(
                OpenKind.Review, turn.Descriptor.Name, review.Side, review.Key, review.Reason, review.Line,
                clock.GetUtcNow())
            {
                Cause = review.Cause,
            }),
            _ => throw new InvalidOperationException($"No operation is known for {decision.GetType().Name}."),
        };

    // The scope hooks are asked once more: where one failed while its record was listed, that record must not be
    // linked.
    private async Task<Operation?> LinkAsync(PairingTurn turn, LinkDecision link, CancellationToken token)
    {
        var (descriptor, pairing) = (turn.Descriptor, turn.Pairing);
        var left = recent.Find(descriptor.Left.Name, link.Left.Key)
            ?? await ReadAsync(descriptor.Left.Name, link.Left.Key, token);
        var right = recent.Find(descriptor.Right.Name, link.Right.Key)
            ?? await ReadAsync(descriptor.Right.Name, link.Right.Key, token);
        return left is not null
            && right is not null
            && IsIn(pairing, Side.Left, left)
            && IsIn(pairing, Side.Right, right)
            && pairing.Matches(left.Value, right.Value)
            ? barrier.StopsLink(turn, left, right) is { } stop
                ? new HoldOperation(descriptor.Name, new(
                    OpenKind.Waiting, descriptor.Name, Side.Left, link.Left.Key, stop, descriptor.Line,
                    clock.GetUtcNow()))
                : await rivals.OfAsync(turn, link, token) ?? (Operation)new LinkOperation(descriptor.Name, link)
                {
                    Made = await matched.OfAsync(turn, left, right),
                }
            : null;
    }

    private async Task<Operation?> CreateAsync(PairingTurn turn, CreateDecision create, CancellationToken token)
    {
        var (entity, target) = (turn.Descriptor[create.Target.Other()].Name, turn.Descriptor[create.Target].Name);

        // A record that cannot be created yet costs no call: only one that can is read again.
        if (recent.Find(entity, create.Origin.Key) is { } listed)
        {
            await references.ResolveAsync(entity, listed);
            var early = await AdoptedAsync(turn, create, Create(turn, create, listed));
            if (!readAgain || early is not CreateOperation { } possible)
                return early;
            if (await barrier.StopsAsync(turn, possible) is { } stop)
                return await AdoptedAsync(
                    turn, create, new HoldOperation(turn.Descriptor.Name, stop) { IsDrafted = true });

            // What is linked with a record that is there already is not sent at all.
            if (await IsAsGoodAsReadAsync(turn.Descriptor, create.Target.Other(), listed)
                || await lineages.HasSeenAsync(listed.Identity, target))
                return possible;
        }

        var origin = await ReadAsync(entity, create.Origin.Key, token);
        await references.ResolveAsync(entity, origin);
        return origin is null ? null : await AdoptedAsync(turn, create, Create(turn, create, origin));
    }

    // What cannot be made may be there by way of others, whether or not this cycle listed it; and it may be what an own
    // create made, which is to be found first.
    private async ValueTask<Operation?> AdoptedAsync(PairingTurn turn, CreateDecision create, Operation? made)
    {
        var (origin, descriptor) = (create.Origin.Identity, turn.Descriptor);
        return made is HoldOperation && intents.Creates.All(intent => intent.Pairing != descriptor.Name)
            && (await lineages.HasSeenAsync(origin, descriptor[create.Target].Name)
                || await lineages.HaveFreeAsync(origin, descriptor, create.Target))
                ? new AdoptOperation(descriptor.Name, create)
                : made;
    }

    // A read shows no more than a page does while the system may still show what stood there before; and an edit since
    // the page is one over what is sent. Where something was carried before, the page could be older than that.
    private async ValueTask<bool> IsAsGoodAsReadAsync(
        PairingDescriptor pairing, Side side, Record listed) =>
        recent.IsFresh(pairing[side].Name, listed.Key, topology.Policy(pairing[side].System).SettleBound)
        && (pairing.Fields.Count == 0
            || await provenance.OfAsync(pairing, side, listed.Identity) is { Carried.Count: 0, Sent.Count: 0 });

    private Operation? Create(PairingTurn turn, CreateDecision create, Record origin)
    {
        var (descriptor, pairing, side) = (turn.Descriptor, turn.Pairing, create.Target.Other());
        if (!IsIn(pairing, side, origin))
            return null;

        if (_parents.Of(turn, create, origin, out var deferred) is { } missing)
            return Wait(turn, create, missing);

        var target = descriptor[create.Target].Name;
        var draft = pairing.Create(create.Target, origin.Value);
        if (draft.IsUnwanted)
            return Unwanted(turn, new(side, create.Origin, UnwantedDecision.Words(descriptor[create.Target])));
        if (draft.Record is null)
            return Wait(turn, create, draft.Missing.Count == 0
                ? $"The creation hook makes no record of {target} for it."
                : $"Nothing supplies {string.Join(", ", draft.Missing)}, which {target} demands of a new record.");

        return topology.Requests(target) is { } requests
            ? correlation.Look(turn, new(descriptor.Name, create, origin, requests.Create(draft.Record))
            {
                Deferred = deferred,
            })
            : Wait(turn, create, $"{target} cannot be created: its connector offers no writes.");
    }

    // The condition is about what is made, and not about what is there and the same by way of others.
    private async Task<Operation?> UnwantedAsync(PairingTurn turn, UnwantedDecision left)
    {
        var target = left.Side.Other();
        return intents.Creates.All(intent => intent.Pairing != turn.Descriptor.Name)
            && await lineages.HaveFreeAsync(left.Origin.Identity, turn.Descriptor, target)
                ? new AdoptOperation(turn.Descriptor.Name, new(target, left.Origin))
                : Unwanted(turn, left);
    }

    private HoldOperation Unwanted(PairingTurn turn, UnwantedDecision left) => new(turn.Descriptor.Name, new(
        OpenKind.Unwanted, turn.Descriptor.Name, left.Side, left.Origin.Key, left.Reason, turn.Descriptor.Line,
        clock.GetUtcNow()))
    {
        Missing = left.Missing,
    };

    private HoldOperation Wait(PairingTurn turn, CreateDecision create, string reason) => new(turn.Descriptor.Name, new(
        OpenKind.Waiting, turn.Descriptor.Name, create.Target.Other(), create.Origin.Key, reason, turn.Descriptor.Line,
        clock.GetUtcNow()));

    private async Task<Operation?> MergeAsync(PairingTurn turn, LinkedBases linked, CancellationToken token)
    {
        var (link, descriptor) = (linked.Link, turn.Descriptor);
        linked = linked with { OwnWrites = await keys.KnownAsync(descriptor, linked.OwnWrites) };
        if (losses.FromListing(turn, link) is { } known)
            return known;
        if (readAgain && await IsStoppedAsListedAsync(turn, linked))
            return null;
        if (Rivals.AreKnown(turn, link) && await rivals.OfAsync(turn, link, token) is { } still)
            return still;
        if (readAgain && await AgreementAsListedAsync(turn, linked) is { } agreement)
            return agreement;

        var onLeft = await LookAsync(descriptor.Left.Name, link.LeftKey, readAgain, token);
        var onRight = await LookAsync(descriptor.Right.Name, link.RightKey, readAgain, token);
        if (!readAgain && onLeft is null != onRight is null)
            (onLeft, onRight) = onLeft is null
                ? (onLeft, await StayedAsync(descriptor.Right.Name, link.RightKey, onRight, token))
                : (await StayedAsync(descriptor.Left.Name, link.LeftKey, onLeft, token), onRight);
        var (left, right) = (Keys.Own(onLeft, link.LeftKey), Keys.Own(onRight, link.RightKey));
        await ResolveAsync(turn, left, right);
        if (left is null || right is null || intents.DeletesOf(link).Count > 0)
            return await losses.PlanAsync(turn, linked, onLeft, onRight, token);
        if (link.State != LinkState.Live)
            return new BackOperation(descriptor.Name, link);

        // Out of scope is neither gone nor alive: nothing is decided, and the link is looked at again when it is back.
        if (!IsIn(turn.Pairing, Side.Left, left) || !IsIn(turn.Pairing, Side.Right, right))
            return null;

        var settled = await earlier.LookAsync(turn.Pairing, linked, left, right);
        if (settled.Pending is { } pending)
            return new HoldOperation(descriptor.Name, new(
                OpenKind.Waiting, descriptor.Name, Side.Left, link.LeftKey, pending, descriptor.Line,
                clock.GetUtcNow()))
            {
                Link = link,
            };

        var bases = linked.Bases.Where(known => settled.Bases.All(moved => moved.Field != known.Field))
            .Concat(settled.Bases).ToList();
        var seen = linked with { Bases = bases, OwnWrites = [.. linked.OwnWrites, .. settled.OwnWrites] };
        var plan = await PlanAsync(turn, seen, left, right);
        var behind = await hidden.BehindAsync(turn, seen, plan);
        plan = plan with
        {
            Edits = [.. behind, .. plan.Edits.ExceptBy(behind.Select(Place), Place)],
        };
        var stopped = await reverts.StopAsync(turn, link, plan, stops.Of(turn, link, left, right, plan));
        var unread = hidden.Items(descriptor, link, plan, behind);
        var merge = new MergeOperation(
            descriptor.Name, link, left, right, plan, [.. stopped.Zip(unread, (stop, edit) => stop ?? edit)])
        {
            Earlier = settled,
            Notes =
            [
                .. stops.Notes(turn, link, plan), .. await hidden.OfAsync(turn, seen, plan),
                .. unread.Where((edit, i) => stopped[i] is not null).OfType<OpenItem>(),
            ],
            Asked = turn.Open.AskedOf(link),
            Unlisted =
            [
                .. new[] { Side.Left, Side.Right }.Where(side =>
                    !recent.Shows(turn.Pairing, side, side == Side.Left ? left : right)),
            ],
        };
        return merge.Writes > 0 && await rivals.OfAsync(turn, link, token) is { } hold ? hold : merge;
    }

    // Two records may be found to match before it is known that one was made for the other, or both for a third: then
    // their values are no strangers, and which was edited last is known.
    private async ValueTask<MergePlan> PlanAsync(PairingTurn turn, LinkedBases linked, Record left, Record right)
    {
        var (link, marks) = (linked.Link, await provenance.OfAsync(turn.Descriptor, linked));
        var plan = planner.Plan(turn, linked, left, right, marks);
        if (IsFirst(FieldAction.WriteLeft, FieldAction.WriteRight, FieldAction.Hold))
        {
            var sent = await earlier.SentAsync(turn.Pairing, linked, left, right);
            linked = linked with { Bases = [.. linked.Bases, .. sent] };
            marks = await earlier.WithLostAsync(turn.Pairing, linked, marks);
            plan = planner.Plan(turn, linked, left, right, marks);
        }

        return IsFirst(FieldAction.Hold) && await lineages.ShareOriginAsync(link)
            ? planner.Plan(turn, linked, left, right, marks, isOneThing: true)
            : plan;

        bool IsFirst(params ReadOnlySpan<FieldAction> actions)
        {
            for (var field = 0; field < plan.Rules.Count; field++)
                if (actions.Contains(plan.Decisions[field].Action)
                    && linked.Bases.All(known => known.Field != plan.Rules[field].Field.Name))
                    return true;

            return false;
        }
    }

    private async ValueTask ResolveAsync(PairingTurn turn, Record? left, Record? right)
    {
        await references.ResolveAsync(turn.Descriptor.Left.Name, left);
        await references.ResolveAsync(turn.Descriptor.Right.Name, right);
    }

    /// <summary>
    /// Whether all there is to do is stopped, and that and nothing else is listed already: to find it again costs no
    /// call.
    /// </summary>
    private async ValueTask<bool> IsStoppedAsListedAsync(PairingTurn turn, LinkedBases linked) =>
        await AsListedAsync(turn, linked) is { } merge
        && (merge.Notes.Count > 0 || merge.Stops.Any(stop => stop is not null))
        && merge.Notes.All(turn.Open.Says)
        && Enumerable.Range(0, merge.Stops.Count).All(field => merge.Stops[field] is { } stop
            ? turn.Open.Says(stop)
            : merge.Plan.Decisions[field].Action == FieldAction.None && !merge.Plan.IsPutBack(field))
        && !SaysMore(turn, merge);

    // What else was open is over, unless it is about what the listing leaves out.
    private static bool SaysMore(PairingTurn turn, MergeOperation merge) =>
        merge.Plan.Left.Concat(merge.Plan.Right).All(value => value is not { IsAbsent: true, Issue: null })
        && turn.Open.Of(merge.Link).Any(item => !merge.Notes.Concat(merge.Asked).Concat(merge.Stops).Any(known =>
            known is not null && known with { Since = item.Since } == item));

    // Nothing is written, so nothing is read again: what changed since the listing is an edit over what both showed in
    // it. What was carried since then is not in it, and must not be taken back; what a listing leaves out, a read may
    // show.
    private async ValueTask<MergeOperation?> AgreementAsListedAsync(PairingTurn turn, LinkedBases linked) =>
        linked.Bases.Count == 0
        && await AsListedAsync(turn, linked) is { } merge
        && merge.Notes.Count == 0
        && merge.Stops.All(stop => stop is null)
        && merge.Plan.Decisions.All(decision => decision.Action is FieldAction.None or FieldAction.MoveBase)
        && merge.Plan.Left.Concat(merge.Plan.Right).All(value => !value.IsAbsent)
        && merge.Plan.LeftClaims.Concat(merge.Plan.RightClaims).All(claim => !claim.IsEdit)
            ? merge
            : null;

    private async ValueTask<MergeOperation?> AsListedAsync(PairingTurn turn, LinkedBases linked)
    {
        if (linked.Link.State != LinkState.Live || intents.UpdatesOf(linked.Link).Count > 0
            || intents.DeletesOf(linked.Link).Count > 0 || intents.CreatesOf(linked.Link).Count > 0
            || recent.Find(turn.Descriptor.Left.Name, linked.Link.LeftKey) is not { } left
            || recent.Find(turn.Descriptor.Right.Name, linked.Link.RightKey) is not { } right
            || !IsIn(turn.Pairing, Side.Left, left) || !IsIn(turn.Pairing, Side.Right, right))
            return null;

        await ResolveAsync(turn, left, right);
        var plan = await PlanAsync(turn, linked, left, right);
        return new(
            turn.Descriptor.Name, linked.Link, left, right, plan, stops.Of(turn, linked.Link, left, right, plan))
        {
            Earlier = SettledIntents.None,
            Notes = [.. stops.Notes(turn, linked.Link, plan), .. await hidden.OfAsync(turn, linked, plan)],
            Asked = turn.Open.AskedOf(linked.Link),
        };
    }

    private static (Side Side, string Field) Place(FieldEdit edit) => (edit.Side, edit.Field);

    private static bool IsIn(Pairing pairing, Side side, Record record) =>
        record.InScope && pairing.InScope(side, record.Value);

    // Whether the one that stayed goes, too, may hang on what listings leave out: a plan reads it as the run will.
    private async Task<Record?> StayedAsync(
        EntityName entity, string key, Record? looked, CancellationToken token) =>
        recent.Find(entity, key) is null ? looked : await LookAsync(entity, key, again: true, token);

    // What answers may be another record.
    private async Task<Record?> LookAsync(EntityName entity, string key, bool again, CancellationToken token)
    {
        var listed = recent.Find(entity, key);
        var isEnough = listed is null
            ? !options.Protections.Has(Protection.VerifyDeletes)
            : !(again && options.Protections.Has(Protection.RereadBeforeWrite));
        return isEnough ? listed : await AnswerAsync(entity, key, token);
    }

    private async Task<Record?> ReadAsync(EntityName entity, string key, CancellationToken token) =>
        Keys.Own(await AnswerAsync(entity, key, token), key);

    private Task<Record?> AnswerAsync(EntityName entity, string key, CancellationToken token) =>
        topology.Source(entity) is { } source
            ? source.ReadAsync(key, token)
            : throw new InvalidOperationException($"{entity} is not configured.");
}
