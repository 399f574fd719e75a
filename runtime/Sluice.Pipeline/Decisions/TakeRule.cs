namespace Sluice.Pipeline;

/// <summary>One of two values that differ goes, if the records still show the two that the person saw.</summary>
internal sealed class TakeRule(
    IStore store, Known known, VersionClock versions, IReadOnlyList<Pairing> pairings, UnsettledWrites unsettled)
    : IDecisionRule
{
    private readonly ReferenceGraph _references =
        new([.. pairings.OrderBy(pairing => pairing.Descriptor.Name, StringComparer.Ordinal)]);

    public bool Knows(DecisionKind kind) => kind == DecisionKind.Take;

    public async ValueTask<Verdict> JudgeAsync(PersonDecision decision, DateTimeOffset at)
    {
        var (side, key) = (decision.Side, decision.Key!);
        if (known.Find(decision.Pairing) is not { } pairing)
            return Known.NoPairing(decision.Pairing);
        if (pairing.Fields.FirstOrDefault(field => field.Name == decision.Field) is not { } descriptor)
            return Verdict.Refuse(
                $"{pairing.Name} copies no field '{decision.Field}'.", $"`sluice review {pairing.Name}` lists them.");
        if (await store.FindLinkAsync(pairing.Name, side, key) is not
            { Link: { State: LinkState.Live } link } linked)
            return Verdict.Refuse($"{pairing[side].Name} {key} is not linked.", $"See `sluice review {pairing.Name}`.");

        var item = (await store.OpenItemsAsync(pairing.Name, side, key)).FirstOrDefault(open =>
            open.Cause == OpenCause.Differing && open.Field == descriptor.Name);
        if (item is null)
            return Verdict.Refuse(
                $"Nothing is to be decided about {descriptor.Name} of {pairing[side].Name} {key}.",
                $"`sluice review {pairing.Name}` lists what is.");
        if (item.Left.ToStored() != decision.LeftValue || item.Right.ToStored() != decision.RightValue)
            return Verdict.Refuse(
                $"{descriptor.Name} of {pairing[side].Name} {key} is '{item.Left}' and '{item.Right}' now, which is "
                    + "not what was decided about.",
                "Look again and decide again.");
        if (await IsOverAsync(pairing, descriptor, linked, item))
            return Verdict.Refuse(
                $"Of '{item.Left}' and '{item.Right}' as {descriptor.Name} of {pairing[side].Name} {key} one was "
                    + "written over since, by way of another pairing.",
                "Look again after the next cycle.");

        // It would arrive over what is taken, which then stands nowhere any more.
        if (await unsettled.ToAsync(pairing, linked, decision.Winner, descriptor, at) is { } write)
            return Verdict.Later(
                $"Whether a write to {descriptor.Name} of {pairing[decision.Winner].Name} {link.Key(decision.Winner)} "
                    + $"at {write:u} arrives is not known yet. '{Of(item, decision.Winner)}' is taken once that is "
                    + "settled, if it still stands there.");

        return Verdict.Apply(
            $"'{Of(item, decision.Winner)}' of {pairing[decision.Winner].Name} is taken.",
            await TakenAsync(pairing, descriptor, link, item, decision.Winner, at));
    }

    // A mark that was put while the question stood says what stands there now: the one that a person takes would be
    // known to be where it is not, and what is typed there later would be no edit of it.
    private async ValueTask<bool> IsOverAsync(
        PairingDescriptor pairing, FieldDescriptor field, LinkedBases linked, OpenItem item)
    {
        var keys = new NativeKeys(new ReferenceBook(_references, pairings, store));
        return FieldMerge.IsEditedSince(
            new(field.Comparison, item.Left, item.Right, Agreed(), new(ConflictKind.Hold, Side.Left))
            {
                IsOneThing = linked.Link.Origin == LinkOrigin.Lineage,
                LeftClaim = await ClaimAsync(Side.Left),
                RightClaim = await ClaimAsync(Side.Right),
            });

        async ValueTask<Claim> ClaimAsync(Side side)
        {
            var marks = await store.MarksAsync(linked.Link.Identity(side));
            return Provenance.Of(
                new(await keys.KnownAsync(pairing, side, marks), []), field, field.Comparison, side, Of(item, side));
        }

        (FieldValue, FieldValue)? Agreed() => linked.Bases.FirstOrDefault(known =>
            known.Field == field.Name && known.Mapping == Mapping.Fingerprint(field)) is { } known
            ? (known.Left, known.Right)
            : null;
    }

    // The other value is made the oldest of all: it must not reach a third system on its way out.
    private async ValueTask<ValueTaken> TakenAsync(
        PairingDescriptor pairing, FieldDescriptor field, Link link, OpenItem item, Side winner, DateTimeOffset at)
    {
        var (wins, loses) = (Of(item, winner), Of(item, winner.Other()));
        IReadOnlyList<Mark> marks =
        [
            .. Provenance.Marks(link.Identity(winner), field, winner, wins, versions.Next(), isCopy: false),
            .. Provenance.Marks(
                link.Identity(winner.Other()), field, winner.Other(), loses, VersionClock.Oldest, isCopy: false),
        ];
        return new(
            link.Id, new(field.Name, loses, loses, Mapping.Fingerprint(field)), item.Side,
            new(
                0, pairing.Name, link.LeftKey, link.RightKey, winner.Other(), field.Name, loses, wins,
                $"a person decided: the value of {pairing[winner].Name} is taken",
                field.Lines.Count > 0 ? field.Lines[0] : pairing.Line, at)
            {
                Document = field.Document ?? pairing.Document,
            },
            await NativeAsync(pairing, field, link, marks));
    }

    // What is linked may have changed since the last decision.
    private async ValueTask<IReadOnlyList<Mark>> NativeAsync(
        PairingDescriptor pairing, FieldDescriptor field, Link link, IReadOnlyList<Mark> marks)
    {
        var book = new ReferenceBook(_references, pairings, store);
        if (field.Reference is { } reference)
            foreach (var mark in marks.Where(mark => !mark.Value.IsBlank))
                await book.ResolveAsync(reference, Side.Left, mark.Value.ToString());

        return new NativeKeys(book).Native(pairing, link, marks);
    }

    private static FieldValue Of(OpenItem item, Side side) => side == Side.Left ? item.Left : item.Right;
}
