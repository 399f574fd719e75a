namespace Sluice.Pipeline;

/// <summary>Says what becomes of a link whose records are not both there: <c>spec/deletes.md</c>.</summary>
internal sealed class LossPlanner(
    Topology topology, IStore store, PipelineOptions options, WriteGate gate, IntentBook intents,
    WriteRecovery earlier, Provenance provenance, TimeProvider clock)
{
    private readonly FieldRules _rules = new(options);

    /// <summary>What is known of a link without asking for its records; null where they must be asked for.</summary>
    public Operation? FromListing(PairingTurn turn, Link link)
    {
        if ((!link.LeftGone && !link.RightGone) || intents.DeletesOf(link).Count > 0)
            return null;

        var loss = Loss.AsListed(turn.Descriptor, link, options.Deletes);
        return link.State == LinkState.Tombstone && loss.IsBoth ? Bury(turn, loss, Told(turn, link))
            : link.State == LinkState.Live && turn.Breaker.IsOpen ? Withheld(turn, loss)
            : null;
    }

    /// <summary>What is to be done, given what was read by both keys; null where nothing is.</summary>
    public async Task<Operation?> PlanAsync(
        PairingTurn turn, LinkedBases linked, Record? onLeft, Record? onRight, CancellationToken token)
    {
        var (left, right) = (Keys.Own(onLeft, linked.Link.LeftKey), Keys.Own(onRight, linked.Link.RightKey));
        var answers = left is null ? onLeft : right is null ? onRight : null;
        var decided = await DecideAsync(turn, linked, left, right, answers, token);
        return decided is GoneOperation gone && (left ?? right) is { } stays
            ? gone with
            {
                Seen = await provenance.SeenAsync(
                    turn, linked, left is null ? Side.Right : Side.Left, stays,
                    _rules.Of(turn.Descriptor, left, right)),
            }
            : decided;
    }

    private async Task<Operation?> DecideAsync(
        PairingTurn turn, LinkedBases linked, Record? left, Record? right, Record? answers, CancellationToken token)
    {
        var link = linked.Link;
        if (intents.DeletesOf(link) is { Count: > 0 } deletes)
            return AfterOurDelete(turn, linked, deletes, left, right);
        if (link.State == LinkState.Ended)
            return null;
        foreach (var side in new[] { Side.Left, Side.Right })
            if ((side == Side.Left ? left : right) is null && !link.IsGone(side)
                && Needs.Listing(turn.Descriptor, side, options.Deletes))
            {
                // A listing of changes would not show that it is gone.
                await store.DoubtAsync(turn.Descriptor[side].Name);
                return Hold(turn, link, side, NotYet(turn.Descriptor, link, side));
            }

        var loss = Of(turn, link, left is null, right is null);
        if (link.State == LinkState.Tombstone)
            return Bury(turn, loss, loss.IsBoth ? Told(turn, link) : StillOpen(turn, loss));
        if (Withheld(turn, loss) is { } withheld)
            return withheld;
        if (loss.IsBoth)
            return Bury(turn, loss, []);

        var settled = await earlier.LookAsync(turn.Pairing, linked, left, right);
        if (settled.Pending is { } pending)
            return Hold(turn, link, loss.Side.Other(), pending);

        return await DecideAsync(turn, loss, (left ?? right)!, answers, Agreed(linked, settled), token) switch
        {
            GoneOperation gone => gone with { Earlier = settled },
            DeleteOperation delete => delete with { Earlier = settled },
            var decided => decided,
        };
    }

    private HoldOperation? Withheld(PairingTurn turn, Loss loss)
    {
        var change = DoubtfulChange.Of(turn.Descriptor, loss);
        return turn.Breaker.Allows(change) ? null : Hold(
            turn, loss.Link, loss.IsBoth ? Side.Left : loss.Side.Other(),
            $"{Gone(turn.Descriptor, loss)}. {Withholding.Words(change)}", Withholding.Basis);
    }

    private async Task<Operation> DecideAsync(
        PairingTurn turn, Loss loss, Record stays, Record? answers, IReadOnlyList<FieldBase> bases,
        CancellationToken token)
    {
        var (descriptor, side) = (turn.Descriptor, loss.Side.Other());
        if (await MergedAsync(turn, loss, answers, token) is { } merged)
            return Bury(turn, loss, [Ask(turn, loss, merged)]);
        var exactly = loss.Policy == DeletePolicy.Propagate;
        if (Edits.Of(turn.Pairing, side, stays, bases, _rules, exactly) is { } edit)
            return Bury(turn, loss, [Ask(turn, loss, Gone(descriptor, loss), edit)]);

        switch (loss.Policy)
        {
            case DeletePolicy.Ignore:
                return Bury(turn, loss, []);
            case DeletePolicy.Unlink:
                return Bury(turn, loss, [], LinkState.Ended);
            case DeletePolicy.Propagate when !stays.InScope || !turn.Pairing.InScope(side, stays.Value):
                return Bury(turn, loss, [Ask(turn, loss, Gone(descriptor, loss), "It left the scope")]);
            case DeletePolicy.Propagate when await SuccessorAsync(descriptor, loss) is { } successor:
                return turn.MayDecide
                    ? Bury(turn, loss, [], LinkState.Ended)
                    : Hold(turn, loss.Link, side, $"{Gone(descriptor, loss)}. {Later(turn, successor)}");
            case DeletePolicy.Propagate when await StaysByPlanAsync(loss, descriptor.Name):
                return Bury(
                    turn, loss, [Ask(turn, loss, Gone(descriptor, loss), "By the plan that was approved it stays")]);
            case DeletePolicy.Propagate when NoDelete(descriptor[side].Name) is { } reason:
                return Bury(turn, loss, [Ask(turn, loss, Gone(descriptor, loss), reason)]);
            case DeletePolicy.Propagate when gate.Refuses(descriptor[side].Name, stays.Identity) is { } refusal:
                return Hold(turn, loss.Link, side, $"{Gone(descriptor, loss)}. {refusal}");
            case DeletePolicy.Propagate:
                return new DeleteOperation(descriptor.Name, loss, stays, Updates(loss.Link));
            default:
                return Bury(turn, loss, [Ask(turn, loss, Gone(descriptor, loss))]);
        }
    }

    // A delete whose answer was lost may arrive at any moment: until it cannot any more, nothing is decided on it.
    private Operation AfterOurDelete(
        PairingTurn turn, LinkedBases linked, IReadOnlyList<Intent> deletes, Record? left, Record? right)
    {
        var (link, last, descriptor) = (linked.Link, deletes[^1], turn.Descriptor);
        var target = $"{descriptor[last.Side].Name} {last.TargetKey}";
        var loss = Of(turn, link, left is null, right is null);
        if ((last.Side == Side.Left ? left : right) is not { } stays)
            return Bury(
                turn, loss,
                loss.IsBoth
                    ? LateLoss(turn, link, last.Side)
                    : [
                        Ask(
                            turn, loss,
                            $"{target} was deleted at {last.At:u} because its counterpart was gone, which is there "
                                + "again"),
                    ]) with
            {
                Deleted = last.Side,
            };

        var until = last.At + options.LateCommitBound;
        if (clock.GetUtcNow() >= until)
            return new AbandonOperation(descriptor.Name, linked, deletes);

        var edit = Edits.Of(turn.Pairing, last.Side, stays, linked.Bases, _rules, exactly: false);
        return Hold(
            turn, link, last.Side,
            $"Whether {target} was deleted at {last.At:u} is not known; it may still happen until {until:u}."
                + (edit is null ? "" : $" {edit}."),
            edit is null ? "" : EditedMeanwhile);
    }

    // Nobody can hold back a delete that is under way; whoever edited the record meanwhile should at least know.
    private const string EditedMeanwhile = "edited meanwhile";

    private static IReadOnlyList<OpenItem> LateLoss(PairingTurn turn, Link link, Side side) =>
        turn.Open.Of(link).FirstOrDefault(item => item.Basis == EditedMeanwhile) is { } known
            ? [
                known with
                {
                    Kind = OpenKind.Review,
                    Cause = OpenCause.Lost,
                    Reason = $"{turn.Descriptor[side].Name} {link.Key(side)} was edited while a delete of it was under "
                        + $"way, and went with it. Before that: {known.Reason}",
                },
            ]
            : [];

    // A listing that lags may show the record once more, and then it is found gone a second time.
    private static IReadOnlyList<OpenItem> Told(PairingTurn turn, Link link) =>
        [.. turn.Open.Of(link).Where(item => item is { Kind: OpenKind.Review, Basis: EditedMeanwhile })];

    // That the record could not be read some time ago is over, and no question; and what an earlier delete took with it
    // is none about the record that is there.
    private IReadOnlyList<OpenItem> StillOpen(PairingTurn turn, Loss loss)
    {
        var told = Told(turn, loss.Link);
        var asked = turn.Open.Of(loss.Link).Where(item => item.Kind != OpenKind.Waiting).Except(told).ToList();
        return
        [
            .. asked.Count > 0 ? asked
            : loss.Policy == DeletePolicy.Ignore ? []
            : [Ask(turn, loss, Gone(turn.Descriptor, loss))],
            .. told,
        ];
    }

    // What is not there any more may be part of another record: that is no delete, and a person decides what follows.
    private async Task<string?> MergedAsync(PairingTurn turn, Loss loss, Record? answers, CancellationToken token)
    {
        var (entity, key) = (turn.Descriptor[loss.Side].Name, loss.Link.Key(loss.Side));
        if ((answers?.Key ?? await MergedIntoAsync(entity, key, token)) is not { } target
            || Keys.AreSame(target, key))
            return null;

        var forgotten = await store.ForgottenAsync();
        if (forgotten.Contains(new(entity, target)) || (answers is not null && forgotten.Contains(answers.Identity)))
            return $"{entity} {key} was merged into a record that is forgotten";

        var taken = await store.FindLinkAsync(turn.Descriptor.Name, loss.Side, target);
        return $"{entity} {key} was merged into {target}"
            + (taken is null ? "" : $", which is linked to {taken.Link.Key(loss.Side.Other())}");
    }

    private async Task<string?> MergedIntoAsync(EntityName entity, string key, CancellationToken token) =>
        topology.Source(entity) is IMergedRecords source ? await source.MergedIntoAsync(key, token) : null;

    // Deleted and made again: the new record takes the place of the old one, so nothing must go. What is stored of it
    // may be over, so that only a turn that would link it now goes by that.
    private async Task<string?> SuccessorAsync(PairingDescriptor pairing, Loss loss)
    {
        if (pairing.Rules.Count == 0)
            return null;

        var stays = loss.Side.Other();
        foreach (var candidate in await store.CandidatesAsync(pairing.Name, stays, loss.Link.Key(stays)))
            if (await store.FindLinkAsync(pairing.Name, loss.Side, candidate.Key) is null)
                return candidate.Key;

        return null;
    }

    // What kept it may be over since it was planned: an edit is taken back, a successor is gone. That holds for what is
    // carried out after the approved run as well, where something was in the way of the link in it.
    private async Task<bool> StaysByPlanAsync(Loss loss, string pairing) =>
        await store.IsApprovedAsync(pairing, RecordHash.Of(loss.Signature))
        && !await store.IsApprovedAsync(pairing, RecordHash.Of(DeleteOperation.Signed(loss)));

    private string? NoDelete(EntityName entity) => topology.Requests(entity) is { } requests
        ? requests.NoDelete
        : $"{entity} cannot be written: its connector offers no writes";

    private IReadOnlyList<long> Updates(Link link) => [.. intents.UpdatesOf(link).Select(intent => intent.Id)];

    private GoneOperation Bury(
        PairingTurn turn, Loss loss, IReadOnlyList<OpenItem> items, LinkState state = LinkState.Tombstone) =>
        new(
            turn.Descriptor.Name, loss, state, items,
            [.. intents.DeletesOf(loss.Link).Select(intent => intent.Id), .. Updates(loss.Link)]);

    private HoldOperation Hold(PairingTurn turn, Link link, Side side, string reason, string basis = "") => new(
        turn.Descriptor.Name, new(
            OpenKind.Waiting, turn.Descriptor.Name, side, link.Key(side), reason, turn.Descriptor.Line,
            clock.GetUtcNow())
        {
            Basis = basis,
        })
    {
        Link = link,
    };

    private OpenItem Ask(PairingTurn turn, Loss loss, params string[] reasons)
    {
        var stays = loss.Side.Other();
        return new(
            OpenKind.Review, turn.Descriptor.Name, stays, loss.Link.Key(stays),
            $"{string.Join(". ", reasons)}. It stays, and nothing is made again without a decision.",
            turn.Descriptor.Line, clock.GetUtcNow())
        {
            Cause = OpenCause.Gone,
        };
    }

    private Loss Of(PairingTurn turn, Link link, bool left, bool right) =>
        Loss.Of(turn.Descriptor, link, left, right, options.Deletes);

    private static IReadOnlyList<FieldBase> Agreed(LinkedBases linked, SettledIntents settled) =>
    [
        .. linked.Bases.Where(known => settled.Bases.All(moved => moved.Field != known.Field)), .. settled.Bases,
    ];

    private static string Gone(PairingDescriptor pairing, Loss loss) =>
        $"{pairing[loss.Side].Name} {loss.Link.Key(loss.Side)} is gone";

    private static string Later(PairingTurn turn, string successor) =>
        $"Whether {successor} takes its place is decided when "
            + (turn.Breaker.HidesRecords
                ? "so many more are gone no longer, or that is approved, too."
                : $"all of {turn.Descriptor.Left.Name} and {turn.Descriptor.Right.Name} is listed.");

    private static string NotYet(PairingDescriptor pairing, Link link, Side side) =>
        $"{pairing[side].Name} {link.Key(side)} is not found by its key; it counts as gone once a complete listing "
            + "does not show it either.";
}
