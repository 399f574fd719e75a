namespace Sluice.Pipeline;

/// <summary>Where the values of a record come from, whichever pairing carried them.</summary>
/// <remarks>
/// Pairings see two records each. Round a triangle of three systems an older copy would come back by another way and
/// look like an edit, and two edits would chase each other for ever; a version per value, which copies inherit, puts
/// them in one order for all pairings. References are kept by the record's own keys, and translated for each pairing.
/// </remarks>
internal sealed class Provenance(
    Topology topology, IStore store, IntentBook intents, NativeKeys keys, DecidedValues decided, Settling settling,
    Protections protections)
{
    /// <summary>What was carried from or to the two records of a link, with what was just written to either.</summary>
    public async ValueTask<(RecordMarks Left, RecordMarks Right)> OfAsync(
        PairingDescriptor pairing, LinkedBases linked) =>
        (await OfAsync(pairing, linked, Side.Left), await OfAsync(pairing, linked, Side.Right));

    /// <summary>The same of a record by itself, as a pairing knows the values.</summary>
    public async ValueTask<RecordMarks> OfAsync(PairingDescriptor pairing, Side side, RecordId record) =>
        await OfAsync(pairing, side, record, await OwnWritesAsync(pairing, side, record)) with
        {
            Against = await decided.AgainstAsync(pairing, record, []),
        };

    /// <summary>The writes of ours to a record that may not show yet, as a pairing knows the values.</summary>
    public async ValueTask<IReadOnlyList<OwnWrite>> OwnWritesAsync(
        PairingDescriptor pairing, Side side, RecordId record) => await keys.KnownAsync(
        pairing, [.. (await store.OwnWritesAsync(record)).Select(write => write with { Side = side })]);

    private async ValueTask<RecordMarks> OfAsync(PairingDescriptor pairing, LinkedBases linked, Side side) =>
        await OfAsync(
            pairing, side, linked.Link.Identity(side), linked.OwnWrites.Where(write => write.Side == side)) with
        {
            Against = await decided.AgainstAsync(pairing, linked.Link.Identity(side), linked.Bases),
        };

    /// <summary>The writes of ours that a record of a link shows, of which it may not have been known yet.</summary>
    /// <remarks>
    /// Where a link merges nothing, this look may be the only one before somebody edits over what was written: what
    /// stands there then is an edit, and not a write that the system dropped.
    /// </remarks>
    public ValueTask<IReadOnlyList<Mark>> SeenAsync(
        PairingTurn turn, LinkedBases linked, Side side, Record record, IReadOnlyList<FieldRule> rules) =>
        SeenAsync(
            turn, side, (linked.Link.Identity(side), record), rules,
            [.. linked.OwnWrites.Where(write => write.Side == side)], linked);

    /// <summary>The same of a record that has no link, and may get none.</summary>
    public async ValueTask<IReadOnlyList<Mark>> SeenAsync(
        PairingTurn turn, Side side, Record record, IReadOnlyList<FieldRule> rules) => await SeenAsync(
        turn, side, (record.Identity, record), rules,
        await OwnWritesAsync(turn.Descriptor, side, record.Identity), null);

    private async ValueTask<IReadOnlyList<Mark>> SeenAsync(
        PairingTurn turn, Side side, (RecordId Identity, Record Read) record, IReadOnlyList<FieldRule> rules,
        IReadOnlyList<OwnWrite> writes, LinkedBases? linked)
    {
        if (writes.Count == 0)
            return [];

        var stored = await store.MarksAsync(record.Identity);
        var shown = FieldReader.Read(turn.Pairing, side, record.Read);
        var edits = linked is null
            ? new FieldEdit?[rules.Count]
            : turn.Edits.Of(rules, side, linked, shown, record.Read);
        var marks = turn.Edits.Arrived(
            await OfAsync(turn.Descriptor, side, record.Identity, writes), rules, side, edits);
        return
        [
            .. from field in Enumerable.Range(0, rules.Count)
               where writes.Any(write => IsSeen(write, rules[field], shown[field]))
               let claim = Of(marks, rules[field].Field, rules[field].Comparison, side, shown[field])
               where claim.Kind == ClaimKind.Copy
               from mark in Marks(
                   record.Identity, rules[field].Field, side, keys.Native(rules[field].Field, side, shown[field]),
                   claim.Version, isCopy: true)
               where !stored.Any(known => known.Path == mark.Path && IsEnough(known, mark))
               select mark,
        ];

        // What was read may be from before what was carried just now: then a later look tells.
        bool IsEnough(Mark known, Mark mark) => known.Version > mark.Version
            ? settling.MayHide(record.Identity.Entity.System, VersionClock.When(known.Version))
            : known.Version == mark.Version && known.Value == mark.Value && known.IsCopy;

        bool IsSeen(OwnWrite write, FieldRule rule, FieldValue value) =>
            rule.Field.Paths(side).Contains(write.Path)
            && CanonicalForm.Same(rule.Comparison, write.Sent, value)
            && !CanonicalForm.Same(rule.Comparison, write.Before, value);
    }

    // Where something newer was carried since, a value like an older write of ours is a user's who put it back; only a
    // write whose outcome was never known may arrive over what is newer, and only before its time is over: what was
    // seen without it later and shows it now was edited, what nobody looked at meanwhile was not. What is being sent on
    // from here was seen here when that was journalled: the write may have arrived since, however late anybody looks.
    private async ValueTask<RecordMarks> OfAsync(
        PairingDescriptor pairing, Side side, RecordId record, IEnumerable<OwnWrite> ownWrites)
    {
        if (!protections.Has(Protection.VersionOrder))
            return RecordMarks.None;

        var carried = await store.MarksAsync(record);
        var sentFrom = intents.SentFrom(record, topology, keys).ToList();
        var writes = ownWrites.Where(write => write.Version > 0).ToList();
        var updates = intents.UpdatesOf(record, topology, keys).ToList();
        var known = await keys.KnownAsync(pairing, side, [.. updates.Select(update => update.Mark)]);
        var sent = updates
            .Zip(known, (update, mark) => new LateMark(mark, settling.ArrivesBefore(record.Entity.System, update.At)))
            .Concat(writes.Select(write => new LateMark(
                new(record, write.Path, write.Sent, write.Version, IsCopy: true), Until(write))))
            .ToLookup(IsOutdone);
        return new(
            await keys.KnownAsync(pairing, side, [.. carried, .. sentFrom.Select(from => from.Mark)]),
            [.. sent[false].Select(write => write.Mark)])
        {
            Late = [.. sent[true]],
            Over = [.. writes.Where(write => write.Before != write.Sent)],
        };

        DateTimeOffset Until(OwnWrite write) => write.IsLate && protections.Has(Protection.SettleBound)
            ? settling.ArrivesBefore(record.Entity.System, write.At)
            : DateTimeOffset.MinValue;
        bool IsOutdone(LateMark write) => carried.Any(mark => IsNewer(mark, write.Mark))
            || sentFrom.Any(from => IsNewer(from.Mark, write.Mark) && from.At >= write.Until);
        static bool IsNewer(Mark mark, Mark write) => mark.Path == write.Path && mark.Version > write.Version;
    }

    /// <summary>What is known of the value that a field shows.</summary>
    public static Claim Of(
        RecordMarks marks, FieldDescriptor field, Comparison comparison, Side side, FieldValue shown)
    {
        // Of two that are of one edit the first, which is what was seen there last.
        var carried = marks.Carried.Where(IsOf).MaxBy(mark => mark.KnownUpTo);
        var sent = marks.Sent.Where(mark => IsOf(mark) && IsShown(mark)).MaxBy(mark => mark.Version);
        var isCarried = carried is not null && IsShown(carried);
        if (sent is not null && !(isCarried && carried!.Version > sent.Version))
            return new(ClaimKind.Copy, sent.Version);
        if (carried is null)
            return EditedOver(marks, field, comparison, side, shown);
        return isCarried ? new(carried.IsCopy ? ClaimKind.Copy : ClaimKind.Own, carried.Version)
            : new(marks.Carried.Any(IsOverruled) ? ClaimKind.Overruled : ClaimKind.Fresh, carried.KnownUpTo);

        bool IsOf(Mark mark) => field.Paths(side).Contains(mark.Path);
        bool IsShown(Mark mark) => CanonicalForm.Same(comparison, mark.Value, shown);
        bool IsOverruled(Mark mark) =>
            IsOf(mark) && !mark.Overruled.IsAbsent && CanonicalForm.Same(comparison, mark.Overruled, shown);
    }

    // A write that was never seen to have arrived still tells since when this cannot have stood there.
    private static Claim EditedOver(
        RecordMarks marks, FieldDescriptor field, Comparison comparison, Side side, FieldValue shown)
    {
        var writes = marks.Over.Where(write => field.Paths(side).Contains(write.Path)).ToList();
        if (writes.Count > 0 && !writes.Exists(write => CanonicalForm.Same(comparison, write.Before, shown)))
            return new(ClaimKind.Fresh, writes.Max(write => write.Version));
        return marks.Against.Any(old => old.Field == field.Name && CanonicalForm.Same(comparison, old.Value, shown))
            ? new(ClaimKind.DecidedAgainst, VersionClock.Oldest)
            : default;
    }

    /// <summary>The marks of one field of one record.</summary>
    public static IEnumerable<Mark> Marks(
        RecordId record, FieldDescriptor field, Side side, FieldValue value, long version, bool isCopy) =>
        field.Paths(side).Select(path => new Mark(record, path, value, version, isCopy));
}
