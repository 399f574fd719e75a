namespace Sluice.Pipeline;

/// <summary>Takes the operations of pairings and writes them down instead of carrying them out.</summary>
/// <remarks>Owned by one cycle; pairings take their turns one after the other.</remarks>
internal sealed class PlanCollector(Topology topology, Lineages lineages, WriteGate gate) : IOperationTarget
{
    private readonly List<PlanItem> _items = [];
    private readonly List<PlannedOperation> _operations = [];
    private readonly Dictionary<(RecordId Origin, EntityName Entity), string> _planned = [];
    private readonly List<CreateOperation> _creates = [];
    private int _calls;

    public IReadOnlyList<PlanItem> Items => _items;

    public IReadOnlyList<PlannedOperation> Operations => _operations;

    /// <summary>Records that would be created, to be compared with what is there.</summary>
    public IReadOnlyList<CreateOperation> Creates => _creates;

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
                    $"link {descriptor.Left.Name} {match.Left.Key} with {descriptor.Right.Name} {match.Right.Key}: {rule.Left} = {rule.Right}",
                    rule.Line), calls: 0);
                return descriptor.Fields.Count == 0 ? null : new MergeDecision(new(Imagine(link, match), []));
            case CreateOperation create:
                await CreateAsync(turn, create);
                return null;
            case MergeOperation merge:
                Merge(turn, merge);
                return null;
            case HoldOperation { Item: var item }:
                _items.Add(new(
                    item.Kind == OpenKind.Review ? PlanKind.Review : PlanKind.Wait, item.Pairing, item.Key,
                    $"{descriptor[item.Side].Name} {item.Key}: {item.Reason}", item.Line));
                return null;
            default:
                return null;
        }
    }

    public ValueTask FinishAsync(PairingTurn turn) => ValueTask.CompletedTask;

    private async Task CreateAsync(PairingTurn turn, CreateOperation create)
    {
        var (descriptor, target, origin) = (turn.Descriptor, create.Decision.Target, create.Origin);
        var entity = descriptor[target].Name;
        var here = $"{descriptor[target.Other()].Name} {origin.Key}";

        if (await lineages.CounterpartsAsync(origin.Identity, entity) is [var there, ..])
            Add(turn, create, new(PlanKind.Link, create.Pairing, origin.Key, $"link {here} with {there}: both stand for one thing already", descriptor.Line), calls: 0);
        else if (_planned.TryGetValue((origin.Identity, entity), out var other))
            Add(turn, create, new(PlanKind.Link, create.Pairing, origin.Key, $"link {here} with the {entity} that {other} creates for the same record", descriptor.Line), calls: 0);
        else if (gate.Refuses(entity) is { } refusal)
            _items.Add(new(PlanKind.Wait, create.Pairing, origin.Key, $"{here}: {refusal}", descriptor.Line));
        else
        {
            _planned[(origin.Identity, entity)] = create.Pairing;
            _creates.Add(create);
            Add(turn, create, new(PlanKind.Create, create.Pairing, origin.Key, $"create {entity} for {here}: {create.Request.Body}", descriptor.Line), calls: 2);
        }
    }

    private void Merge(PairingTurn turn, MergeOperation merge)
    {
        var fields = turn.Descriptor.Fields;
        var calls = 2;
        foreach (var side in new[] { Side.Left, Side.Right })
        {
            calls += merge.Plan.Writes(side) ? 1 : 0;
            for (var i = 0; i < fields.Count; i++)
                if (merge.Plan.Decisions[i].Action == MergePlan.WriteTo(side))
                    _items.Add(new(
                        PlanKind.Update, merge.Pairing, merge.Link.LeftKey,
                        $"set {fields[i].Name} of {turn.Descriptor[side].Name} {merge.Link.Key(side)} from '{merge.Plan.Values(side)[i]}' to '{merge.Plan.Values(side.Other())[i]}' ({merge.Plan.Decisions[i].Rule})",
                        fields[i].Lines[0])
                    {
                        WritesCredential = fields[i].Credential.Contains(side),
                    });
        }

        for (var i = 0; i < fields.Count; i++)
            if (merge.Plan.Decisions[i].Action == FieldAction.Hold)
                _items.Add(new(
                    PlanKind.Review, merge.Pairing, merge.Link.LeftKey,
                    $"{fields[i].Name}: '{merge.Plan.Left[i]}' against '{merge.Plan.Right[i]}' ({merge.Plan.Decisions[i].Rule})", fields[i].Lines[0]));

        Note(turn, merge);
        _calls += calls;
    }

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
            _operations.Add(new(operation.Pairing, RecordHash.Of(operation.Signature)));
    }

    private Link Imagine(LinkOperation link, LinkDecision match) =>
        new(0, link.Pairing, match.Left.Key, match.Right.Key, LinkState.Live, LinkOrigin.Match)
        {
            Left = match.Left.Identity with { Entity = topology.Physical(match.Left.Identity.Entity) },
            Right = match.Right.Identity,
        };
}
