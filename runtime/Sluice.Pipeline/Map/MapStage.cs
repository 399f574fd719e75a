namespace Sluice.Pipeline;

/// <summary>Turns decisions into operations: reads the records concerned and says what each needs.</summary>
/// <remarks>
/// A listing is a hint, so everything that will be written from is read again here, one step before it is written. Only a
/// plan, which writes nothing, looks at what the listing showed.
/// </remarks>
internal sealed class MapStage(
    Topology topology, MergePlanner planner, UpdateRecovery earlier, RecentRecords recent, TimeProvider clock, bool readAgain)
{
    /// <returns>Null where nothing is left to do.</returns>
    public async Task<Operation?> MapAsync(Pairing pairing, Decision decision, EditTimes times, CancellationToken token) => decision switch
    {
        LinkDecision link => new LinkOperation(pairing.Descriptor.Name, link),
        CreateDecision create => await CreateAsync(pairing, create, token),
        MergeDecision merge => await MergeAsync(pairing, merge.Linked, times, token),
        ReviewDecision review => new HoldOperation(pairing.Descriptor.Name, new(
            OpenKind.Review, pairing.Descriptor.Name, review.Side, review.Key, review.Reason, review.Line, clock.GetUtcNow())),
        _ => throw new InvalidOperationException($"No operation is known for {decision.GetType().Name}."),
    };

    private async Task<Operation?> CreateAsync(Pairing pairing, CreateDecision create, CancellationToken token)
    {
        var descriptor = pairing.Descriptor;
        var side = create.Target.Other();
        var entity = descriptor[side].Name;

        // A record that cannot be created yet costs no call: only one that can is read again.
        if (recent.Find(entity, create.Origin.Key) is { } listed)
        {
            if (pairing.Create(create.Target, listed.Value) is { Record: null } early)
                return Wait(descriptor, side, create, early.Missing);
            if (!readAgain)
                return Create(pairing, create, listed);
        }

        var origin = await ReadAsync(entity, create.Origin.Key, token);
        return origin is null || !origin.InScope || !pairing.InScope(side, origin.Value) ? null : Create(pairing, create, origin);
    }

    private Operation Create(Pairing pairing, CreateDecision create, Record origin)
    {
        var descriptor = pairing.Descriptor;
        var draft = pairing.Create(create.Target, origin.Value);
        if (draft.Record is null)
            return Wait(descriptor, create.Target.Other(), create, draft.Missing);

        var target = descriptor[create.Target].Name;
        return topology.Requests(target) is { } requests
            ? new CreateOperation(descriptor.Name, create, origin, requests.Create(draft.Record))
            : throw new InvalidOperationException($"{target} cannot be created: its connector offers no writes.");
    }

    private HoldOperation Wait(PairingDescriptor pairing, Side side, CreateDecision create, IReadOnlyList<string> missing) =>
        new(pairing.Name, new(
            OpenKind.Waiting, pairing.Name, side, create.Origin.Key,
            $"Nothing supplies {string.Join(", ", missing)}, which {pairing[create.Target].Name} demands of a new record.",
            pairing.Line, clock.GetUtcNow()));

    private async Task<Operation?> MergeAsync(Pairing pairing, LinkedBases linked, EditTimes times, CancellationToken token)
    {
        var (link, name) = (linked.Link, pairing.Descriptor.Name);
        var left = await ReadAsync(pairing.Descriptor.Left.Name, link.LeftKey, token);
        var right = await ReadAsync(pairing.Descriptor.Right.Name, link.RightKey, token);
        if (left is null || right is null)
            return new GoneOperation(name, link, left is null ? Side.Left : Side.Right);
        if (link.State == LinkState.Tombstone)
            return new BackOperation(name, link);

        // Out of scope is neither gone nor alive: nothing is decided, and the link is looked at again when it is back.
        if (!IsIn(pairing, Side.Left, left) || !IsIn(pairing, Side.Right, right))
            return null;

        var settled = await earlier.LookAsync(pairing, linked, left, right);
        if (settled.Pending is { } pending)
            return new HoldOperation(name, new(
                OpenKind.Waiting, name, Side.Left, link.LeftKey, pending, pairing.Descriptor.Line, clock.GetUtcNow()));

        var bases = linked.Bases.Where(known => settled.Bases.All(moved => moved.Field != known.Field)).Concat(settled.Bases).ToList();
        return new MergeOperation(name, link, left, right, planner.Plan(pairing, bases, left, right, times)) { Earlier = settled };
    }

    private static bool IsIn(Pairing pairing, Side side, Record record) => record.InScope && pairing.InScope(side, record.Value);

    private async Task<Record?> ReadAsync(EntityName entity, string key, CancellationToken token)
    {
        if (!readAgain && recent.Find(entity, key) is { } listed)
            return listed;

        return topology.Source(entity) is { } source
            ? await source.ReadAsync(key, token)
            : throw new InvalidOperationException($"{entity} is not configured.");
    }
}
