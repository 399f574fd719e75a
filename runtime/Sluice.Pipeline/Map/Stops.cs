namespace Sluice.Pipeline;

/// <summary>Says which fields of a merge must not be written, or cannot be decided, and why.</summary>
internal sealed class Stops(WriteGate gate, Settling settling, TimeProvider clock)
{
    /// <returns>One entry per field; null where nothing is in the way.</returns>
    public IReadOnlyList<OpenItem?> Of(PairingTurn turn, Link link, Record left, Record right, MergePlan plan)
    {
        var open = turn.Open.Of(link);
        var stops = new OpenItem?[plan.Decisions.Length];
        for (var i = 0; i < stops.Length; i++)
            stops[i] = Unconverted(turn, link, plan, i) ?? plan.Decisions[i].Action switch
            {
                FieldAction.Hold => Unlinked(turn, link, plan, i) ?? Emptied(turn, link, i, plan)
                    ?? Differing(turn.Descriptor, link, plan, i),
                FieldAction.Await when plan.Hidden[i] is { } write =>
                    Unsettled(turn.Descriptor, link, plan, i, write),
                FieldAction.Await when !plan.Left[i].IsAbsent && !plan.Right[i].IsAbsent =>
                    Stale(turn.Descriptor, link, i, plan.Hidden.OfType<OwnWrite>().First()),
                FieldAction.Await => Unseen(turn.Descriptor, link, plan, i),
                FieldAction.WriteLeft => Stopped(turn, link, Side.Left, left, i, plan, open),
                FieldAction.WriteRight => Stopped(turn, link, Side.Right, right, i, plan, open),
                _ => null,
            };

        return stops;
    }

    /// <summary>What is wrong with values that are not stopped by it.</summary>
    public IReadOnlyList<OpenItem> Notes(PairingTurn turn, Link link, MergePlan plan) =>
    [
        .. from side in new[] { Side.Left, Side.Right }
           from i in Enumerable.Range(0, plan.Decisions.Length)
           where plan.Values(side)[i] is { IsAbsent: false, Issue: not null }
           select Issue(turn, link, side, i, plan.Values(side)[i].Issue!),
    ];

    // A value that cannot be converted is none, and nothing is written over it: whoever entered it meant something.
    private OpenItem? Unconverted(PairingTurn turn, Link link, MergePlan plan, int field) =>
        plan.Left[field] is { IsAbsent: true, Issue: { } left } ? Issue(turn, link, Side.Left, field, left)
        : plan.Right[field] is { IsAbsent: true, Issue: { } right } ? Issue(turn, link, Side.Right, field, right)
        : null;

    private OpenItem Issue(PairingTurn turn, Link link, Side side, int field, string issue)
    {
        var descriptor = turn.Descriptor.Fields[field];
        var document = descriptor.Document ?? turn.Descriptor.Document;
        var line = descriptor.Lines.Count > 0 ? descriptor.Lines[0] : turn.Descriptor.Line;
        return MergeItem.Of(
            turn.Descriptor, link, OpenKind.Waiting, side, field, $"{document}:{line}: {issue}", clock.GetUtcNow());
    }

    // Two references differ for sure only where both could be translated.
    private OpenItem? Unlinked(PairingTurn turn, Link link, MergePlan plan, int field) =>
        Unlinked(turn, link, Side.Right, field, plan) ?? Unlinked(turn, link, Side.Left, field, plan);

    private OpenItem? Unlinked(PairingTurn turn, Link link, Side target, int field, MergePlan plan) =>
        turn.Pairing.Misses(target, field, plan.Values(target.Other())[field]) is { } parent
            ? MergeItem.Of(
                turn.Descriptor, link, OpenKind.Waiting, target.Other(), field,
                MissingParents.Words(turn.Descriptor.Fields[field], target, parent), clock.GetUtcNow())
            : null;

    private OpenItem Differing(PairingDescriptor pairing, Link link, MergePlan plan, int field) => MergeItem.Of(
        pairing, link, OpenKind.Review, Side.Left, field,
        $"{pairing.Fields[field].Name} is '{plan.Left[field]}' in {pairing.Left.Name} and '{plan.Right[field]}' in "
            + $"{pairing.Right.Name} ({plan.Decisions[field].Rule}).",
        clock.GetUtcNow()) with
    {
        Cause = OpenCause.Differing,
        Field = pairing.Fields[field].Name,
        Left = plan.Left[field],
        Right = plan.Right[field],
    };

    private OpenItem Unsettled(PairingDescriptor pairing, Link link, MergePlan plan, int field, OwnWrite write) =>
        MergeItem.Of(
            pairing, link, OpenKind.Waiting, write.Side, field,
            $"{pairing[write.Side].Name} shows {pairing.Fields[field].Name} = '{plan.Values(write.Side)[field]}', "
                + $"which stood there before our write of '{write.Sent}'; from "
                + $"{settling.Over(pairing[write.Side].System, write.At):u} on it counts.",
            clock.GetUtcNow());

    private OpenItem Stale(PairingDescriptor pairing, Link link, int field, OwnWrite write) => MergeItem.Of(
        pairing, link, OpenKind.Waiting, write.Side, field,
        $"{pairing[write.Side].Name} does not show our write of '{write.Sent}' yet, and so no edit since; "
            + $"{pairing.Fields[field].Name} is written once it does, or from "
            + $"{settling.Over(pairing[write.Side].System, write.At):u} on.",
        clock.GetUtcNow());

    private OpenItem Unseen(PairingDescriptor pairing, Link link, MergePlan plan, int field)
    {
        var (missing, shown) = plan.Left[field].IsAbsent
            ? (Side.Left, plan.Right[field])
            : (Side.Right, plan.Left[field]);
        return MergeItem.Of(
            pairing, link, OpenKind.Waiting, missing, field,
            $"{pairing[missing].Name} does not show {pairing.Fields[field].Name}; '{shown}' from "
                + $"{pairing[missing.Other()].Name} waits until it does.",
            clock.GetUtcNow());
    }

    private OpenItem? Stopped(
        PairingTurn turn, Link link, Side side, Record target, int field, MergePlan plan, IReadOnlyList<OpenItem> open)
    {
        var descriptor = turn.Descriptor;
        if (gate.Refuses(descriptor[side].Name, descriptor.Fields[field], side, target.Identity) is { } refusal)
            return MergeItem.Of(descriptor, link, OpenKind.Waiting, side, field, refusal, clock.GetUtcNow());

        if (Unlinked(turn, link, side, field, plan) is { } parent)
            return parent;

        var refused = Basis.Refused(turn.Pairing, field, plan.Left, plan.Right);
        var unseen = Basis.Unseen(plan.Rules[field], plan.Values(side.Other())[field], plan.Values(side)[field]);
        return open.FirstOrDefault(item => item.Side == side && (item.Basis == refused || item.Basis == unseen))
            ?? Withheld(turn, link, side, field, plan);
    }

    // Whoever answers what is asked about a blank has not seen what a system may hide behind it.
    private OpenItem? Emptied(PairingTurn turn, Link link, int field, MergePlan plan) =>
        Withheld(turn, link, Side.Left, field, plan) ?? Withheld(turn, link, Side.Right, field, plan);

    private OpenItem? Withheld(PairingTurn turn, Link link, Side side, int field, MergePlan plan)
    {
        var value = plan.Values(side)[field];
        if (!plan.Values(side.Other())[field].IsBlank || value.IsBlank)
            return null;

        var (name, isAsked) = (turn.Descriptor.Fields[field].Name, plan.Decisions[field].Action == FieldAction.Hold);
        var change = DoubtfulChange.Clearing(turn.Descriptor, link, side, field, value);
        return turn.Breaker.Allows(change) ? null : MergeItem.Of(
            turn.Descriptor, link, OpenKind.Waiting, side, field,
            $"{name} = '{value}' {(isAsked ? "could" : "would")} be cleared. {Withholding.Words(change)}",
            clock.GetUtcNow(), Withholding.Basis) with
        {
            Field = isAsked ? name : "",
        };
    }
}
