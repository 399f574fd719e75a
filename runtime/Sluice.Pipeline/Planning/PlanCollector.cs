namespace Sluice.Pipeline;

/// <summary>Takes the operations of pairings and writes them down instead of carrying them out.</summary>
/// <remarks>Owned by one cycle; pairings take their turns one after the other.</remarks>
internal sealed class PlanCollector(
    Lineages lineages, CreateBarrier barrier, PlannedCreates creates, PromisedRecords promised) : IOperationTarget
{
    private readonly PlanItems _items = new();
    private int _calls;

    /// <summary>What a run would do, once all pairings had their turns.</summary>
    public PlanItems Items()
    {
        _items.Wait(promised.Settle());
        return _items;
    }

    public PlannedOperations Operations { get; } = new();

    /// <summary>Records that would be created, to be compared with what is there.</summary>
    public PlannedCreates Creates => creates;

    public int Calls => _calls;

    public async Task<Decision?> TakeAsync(PairingTurn turn, Operation operation, CancellationToken token)
    {
        var descriptor = turn.Descriptor;
        switch (operation)
        {
            case LinkOperation { Decision: var match } link:
                var rule = descriptor.Rules[match.Rule];
                Add(turn, link, new(
                    PlanKind.Link, link.Pairing, match.Left.Key,
                    $"link {descriptor.Left.Name} {match.Left.Key} with {descriptor.Right.Name} "
                        + $"{match.Right.Key}: {rule.Left} = {rule.Right}",
                    rule.Line), calls: 0);
                promised.Make(descriptor.Left.Name, match.Left.Key, descriptor.Right.System);
                promised.Make(descriptor.Right.Name, match.Right.Key, descriptor.Left.System);
                return descriptor.Fields.Count == 0 ? null : new MergeDecision(new(Imagine(link, match), []));
            case RecoverOperation recover:
                Add(turn, recover, new(
                    PlanKind.Link, recover.Pairing, recover.Decision.Origin.Key, RestoredText.Link(descriptor, recover),
                    descriptor.Line), calls: 0);
                Make(descriptor, recover.Decision);
                return descriptor.Fields.Count == 0 ? null : new MergeDecision(new(Imagine(recover), []));
            case CreateOperation create:
                await CreateAsync(turn, create, token);
                return null;
            case AdoptOperation { Decision: var decision } adopt:
                var there = await lineages.CounterpartsAsync(decision.Origin, descriptor[decision.Target].Name, token);
                if (there.Doubt is { } doubt)
                    Add(descriptor, barrier.Doubts(turn, decision, doubt));
                else if (there.Live.Count > 0)
                    Adopt(turn, adopt, decision, there.Live[0]);
                return null;
            case MergeOperation merge:
                Merge(turn, merge);
                return null;
            case HoldOperation { Item: var item } hold:
                if (hold.Missing is { } missing)
                    promised.Miss(_items.Count, descriptor[item.Side].Name, item.Key, missing);
                Add(descriptor, item);
                return null;
            case GoneOperation gone:
                Gone(turn, gone);
                return null;
            case DeleteOperation { Loss: var loss, Target: var side } delete:
                Add(turn, delete, new(
                    PlanKind.Delete, delete.Pairing, loss.Link.Key(side),
                    $"delete {descriptor[side].Name} {loss.Link.Key(side)}: {descriptor[loss.Side].Name} "
                        + $"{loss.Link.Key(loss.Side)} is gone",
                    descriptor.Line), calls: 3);
                return null;
            default:
                return null;
        }
    }

    public ValueTask FinishAsync(PairingTurn turn) => ValueTask.CompletedTask;

    private void Gone(PairingTurn turn, GoneOperation gone)
    {
        foreach (var item in gone.Items)
            Add(turn.Descriptor, item);
        if (gone is { Items.Count: 0, Loss: { IsBoth: false, Link: var link } loss })
            _items.Add(new(
                PlanKind.Unlink, gone.Pairing, link.Key(loss.Side.Other()),
                $"end the link with {turn.Descriptor[loss.Side].Name} {link.Key(loss.Side)}, which is gone",
                turn.Descriptor.Line));
        Note(turn, gone);
    }

    private async Task CreateAsync(PairingTurn turn, CreateOperation create, CancellationToken token)
    {
        var (descriptor, target, origin) = (turn.Descriptor, create.Decision.Target, create.Origin);
        var entity = descriptor[target].Name;
        var here = $"{descriptor[target.Other()].Name} {origin.Key}";

        var kin = await lineages.CounterpartsAsync(create.Decision.Origin, entity, token);
        if (kin.Doubt is { } doubt)
            Add(descriptor, barrier.Doubts(turn, create.Decision, doubt));
        else if (kin.Live.Count == 0 && !kin.AllowAnother)
            _items.Add(new(
                PlanKind.Review, create.Pairing, origin.Key,
                $"{here}: it stood for {string.Join(", ", kin.Gone)}, which is gone", descriptor.Line));
        else if (kin.Live.Count > 0)
            Adopt(turn, create, create.Decision, kin.Live[0]);
        else if (creates.First(origin.Identity, entity) is { } other)
        {
            Make(descriptor, create.Decision);
            Add(
                turn, create,
                new(
                    PlanKind.Link, create.Pairing, origin.Key,
                    $"link {here} with the {entity} that {other} creates for the same record", descriptor.Line),
                calls: 0);
        }
        else if (await barrier.StopsAsync(turn, create) is { } stop)
            Add(descriptor, stop);
        else
        {
            creates.Add(descriptor, create);
            Make(descriptor, create.Decision);
            Add(
                turn, create,
                new(
                    PlanKind.Create, create.Pairing, origin.Key,
                    $"create {entity} for {here}: {create.Request.Body}"
                        + (create.IsMissed ? RestoredText.Missed(entity) : ""),
                    descriptor.Line),
                calls: 2);
        }
    }

    private void Adopt(PairingTurn turn, Operation operation, CreateDecision decision, RecordId kin)
    {
        Make(turn.Descriptor, decision);
        Add(
            turn, operation,
            new(
                PlanKind.Link, operation.Pairing, decision.Origin.Key,
                $"link {turn.Descriptor[decision.Target.Other()].Name} {decision.Origin.Key} with {kin}: both stand "
                    + "for one thing already",
                turn.Descriptor.Line),
            calls: 0);
    }

    private void Make(PairingDescriptor descriptor, CreateDecision decision) => promised.Make(
        descriptor[decision.Target.Other()].Name, decision.Origin.Key, descriptor[decision.Target].System);

    private void Merge(PairingTurn turn, MergeOperation merge)
    {
        var fields = turn.Descriptor.Fields;
        for (var i = 0; i < fields.Count; i++)
            if (merge.Stops[i] is { } stop)
                Add(turn.Descriptor, stop);
            else if (merge.Plan.Decisions[i].Action is FieldAction.WriteLeft or FieldAction.WriteRight)
                _items.Add(Write(turn.Descriptor, merge, i));

        // Both records are read before, and each side is written once.
        _calls += 2 + new[] { Side.Left, Side.Right }.Count(side => Enumerable.Range(0, fields.Count)
            .Any(i => merge.Stops[i] is null && merge.Plan.IsWritten(side, i)));
        Note(turn, merge);
    }

    private static PlanItem Write(PairingDescriptor descriptor, MergeOperation merge, int i)
    {
        var side = merge.Plan.Decisions[i].Action == FieldAction.WriteLeft ? Side.Left : Side.Right;
        var field = descriptor.Fields[i];
        return new(
            PlanKind.Update, merge.Pairing, merge.Link.LeftKey,
            $"set {field.Name} of {descriptor[side].Name} {merge.Link.Key(side)} from '{merge.Plan.Values(side)[i]}' "
                + $"to '{merge.Plan.Values(side.Other())[i]}' ({merge.Plan.Decisions[i].Rule})",
            field.Lines.Count > 0 ? field.Lines[0] : descriptor.Line)
        {
            WritesCredential = field.Credential.Contains(side),
        };
    }

    private void Add(PairingDescriptor descriptor, OpenItem item) => _items.Add(new(
        item.Kind switch
        {
            OpenKind.Review => PlanKind.Review,
            OpenKind.Unwanted => PlanKind.Unwanted,
            _ => PlanKind.Wait,
        },
        item.Pairing, item.Key,
        $"{descriptor[item.Side].Name} {item.Key}: {item.Reason}", item.Line));

    private void Add(PairingTurn turn, Operation operation, PlanItem item, int calls)
    {
        _items.Add(item);
        Note(turn, operation);
        _calls += calls;
    }

    // A live pairing needs no approval any more: what it would do is shown, but is not part of what is approved.
    private void Note(PairingTurn turn, Operation operation)
    {
        if (turn.State != PairingState.Live && operation.Signature.Length > 0)
            Operations.Add(operation.Pairing, operation.Signature);
    }

    private static Link Imagine(RecoverOperation recover)
    {
        var (origin, found) = (recover.Decision.Origin, recover.Found);
        var (left, right) = recover.Decision.Target == Side.Right
            ? ((origin.Key, origin.Identity), (found.Key, found.Identity))
            : ((found.Key, found.Identity), (origin.Key, origin.Identity));
        return new(0, recover.Pairing, left.Key, right.Key, LinkState.Live, LinkOrigin.Created)
        {
            Left = left.Identity,
            Right = right.Identity,
        };
    }

    private static Link Imagine(LinkOperation link, LinkDecision match) =>
        new(0, link.Pairing, match.Left.Key, match.Right.Key, LinkState.Live, LinkOrigin.Match)
        {
            Left = match.Left.Identity,
            Right = match.Right.Identity,
        };
}
