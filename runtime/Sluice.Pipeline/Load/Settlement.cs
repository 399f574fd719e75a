namespace Sluice.Pipeline;

/// <summary>Gathers how the merge of one link ends, to be stored in one commit.</summary>
/// <remarks>Owned by one merge.</remarks>
internal sealed class Settlement
{
    private readonly Dictionary<string, FieldBase> _bases = new(StringComparer.Ordinal);
    private readonly List<long> _settled;
    private readonly List<OpenItem> _open = [];
    private readonly Dictionary<(Side Side, int Field), string> _rejected = [];
    private readonly List<HistoryEntry> _moves = [];
    private readonly List<OwnWrite> _writes;
    private readonly Settling _settling;
    private readonly List<Mark> _earlier;
    private readonly List<Mark> _marks = [];
    private readonly HashSet<Side> _written = [];
    private readonly Dictionary<int, long> _minted = [];
    private readonly VersionClock _versions;
    private readonly FieldValue[] _left;
    private readonly FieldValue[] _right;
    private readonly DateTimeOffset _now;
    private readonly PairingDescriptor _descriptor;
    private readonly bool _readsBack;
    private bool _dirty;

    public Settlement(
        Pairing pairing, MergeOperation operation, Settling settling, Protections protections, VersionClock versions,
        DateTimeOffset now)
    {
        (_settling, _versions) = (settling, versions);
        _writes = [.. operation.Plan.OwnWrites];
        _readsBack = protections.Has(Protection.ReadBack);
        (Pairing, Operation, _now, _descriptor) = (pairing, operation, now, pairing.Descriptor);
        (_left, _right) = ([.. operation.Plan.Left], [.. operation.Plan.Right]);
        _settled = [.. operation.Earlier.Intents];
        foreach (var moved in operation.Earlier.Bases)
            _bases[moved.Field] = moved;

        // What a late write took the place of may be on its way elsewhere, and is newer.
        _earlier = [.. operation.Earlier.Marks.Select(mark => mark.IsCopy ? WithNewest(mark) : mark)];
        _open.AddRange(operation.Notes.Concat(operation.Asked));
        _dirty = operation.Notes.Count > 0;

        for (var i = 0; i < operation.Plan.Decisions.Length; i++)
            if (operation.Stops[i] is { } stop)
            {
                _open.Add(stop);

                // What a person or a refusal stopped comes back when a record changes; what lacks a setting, an
                // approval or an answer has no record to change.
                _dirty |= stop is { Kind: OpenKind.Waiting, Basis: "" or Withholding.Basis };
            }
            else if (operation.Plan.IsPutBack(i) && IsFromBefore(i))
                _dirty = true;
            else if (operation.Plan.Decisions[i].Action == FieldAction.MoveBase || operation.Plan.IsPutBack(i))
                Agree(i, operation.Plan.Left[i], operation.Plan.Right[i], written: null);
    }

    public Pairing Pairing { get; }

    public MergeOperation Operation { get; }

    public IReadOnlyList<HistoryEntry> Moves => _moves;

    public bool SawNews { get; private set; }

    /// <summary>
    /// What to write to a side, field by field; absent where nothing is to be written or nothing may be.
    /// </summary>
    public FieldValue[] ValuesFor(Side side) =>
    [
        .. Operation.Plan.Decisions.Select((decision, i) =>
            decision.Action == MergePlan.WriteTo(side) && Operation.Stops[i] is null
                ? Compare(i).Fit(Operation.Plan.Values(side.Other())[i])
                : FieldValue.Absent),
    ];

    public IReadOnlyDictionary<string, FieldValue> Sent(FieldValue[] values) =>
        Enumerable.Range(0, values.Length).Where(i => !values[i].IsAbsent)
            .ToDictionary(i => _descriptor.Fields[i].Name, i => values[i], StringComparer.Ordinal);

    /// <summary>Which edits the values are that are sent, by the fields' names.</summary>
    public IReadOnlyDictionary<string, long> Versions(FieldValue[] values) =>
        Enumerable.Range(0, values.Length).Where(i => !values[i].IsAbsent)
            .ToDictionary(i => _descriptor.Fields[i].Name, Version, StringComparer.Ordinal);

    /// <summary>The edits of a side that the values sent take the place of.</summary>
    /// <remarks>
    /// The write may be late, or never come through. To every other pairing such an edit would be one that nobody has
    /// decided about yet, and newer than what it lost against.
    /// </remarks>
    public IReadOnlyList<Mark> Overruled(Side side, FieldValue[] values) =>
    [
        .. from i in Enumerable.Range(0, values.Length)
           let over = values[i].IsAbsent ? null : EditedOver(side, i)
           where over is not null
           from mark in Provenance.Marks(
               Operation.Link.Identity(side), _descriptor.Fields[i], side, Operation.Plan.Values(side)[i],
               over.Value, isCopy: false)
           select mark,
    ];

    // The version that a side's edit was made over; null where it shows none. A first value is over nothing, and older
    // than what it lost against.
    private long? EditedOver(Side side, int field) => Operation.Plan.Claim(side, field) switch
    {
        { Kind: ClaimKind.Fresh, Version: var over } => over,
        { Kind: ClaimKind.None } when Operation.Plan.Values(side)[field] is { IsBlank: false } shown
            && !(Agreed(side, field) is { } agreed && CanonicalForm.Same(Compare(field), agreed, shown)) =>
            Math.Max(VersionClock.Oldest, VersionClock.BeforeLoss(Version(field)) - 1),
        _ => null,
    };

    /// <summary>Notes a write that was committed, and what its answer showed.</summary>
    public void Written(
        long run, Side side, FieldValue[] values, Record? answer, long? intent, DateTimeOffset at)
    {
        if (intent is { } settled)
            _settled.Add(settled);
        _written.Add(side);
        var shown = answer is null || !_readsBack ? null : FieldReader.Read(Pairing, side, answer);
        var now = side == Side.Left ? _left : _right;
        for (var i = 0; i < values.Length; i++)
        {
            var field = _descriptor.Fields[i];
            var seen = shown is null || shown[i].IsAbsent ? (FieldValue?)null : shown[i];
            if (values[i].IsAbsent)
            {
                // Somebody edited another field while we wrote this one.
                SawNews |= seen is { } other && !CanonicalForm.Same(Compare(i), other, now[i]);
                continue;
            }

            var isAsSent = seen is not { } answered || CanonicalForm.Same(Compare(i), answered, values[i]);
            var stood = Stood(side, i, now[i]);
            _writes.AddRange(
                from path in field.Paths(side)
                from before in stood
                select new OwnWrite(side, path, before, values[i], at) { Version = Version(i), IsLate = !isAsSent });
            _moves.Add(new(
                run, _descriptor.Name, Operation.Link.LeftKey, Operation.Link.RightKey, side, field.Name, now[i],
                values[i], Operation.Plan.Decisions[i].Rule, field.Lines.Count > 0 ? field.Lines[0] : 0, _now)
            {
                Document = field.Document ?? _descriptor.Document,
                Intent = intent,
            });
            if (!isAsSent && stood.Any(before => CanonicalForm.Same(Compare(i), before, seen!.Value))
                && _settling.MayHide(_descriptor[side].System, at))
            {
                Unseen(side, i, values[i], seen!.Value);
                continue;
            }

            // Where the answer shows another value than was sent, the base is what was sent: the difference is then an
            // edit on that side and flows back, be it a person's or the system's own normalisation.
            SawNews |= !isAsSent;
            var agreed = isAsSent && seen is { } same ? same : values[i];
            Agree(i, side == Side.Left ? agreed : values[i], side == Side.Right ? agreed : values[i], side);
            now[i] = seen ?? values[i];
        }
    }

    /// <summary>Notes fields that the vendor refused: the others go on, these are not sent again as they are.</summary>
    public void Reject(Side side, FieldValue[] values, string reason) =>
        Reject(side, values, (field, value) => $"{_descriptor[side].Name} refused {field} = '{value}': {reason}");

    /// <summary>Notes fields that the mapping leaves as they are, so that nothing is sent.</summary>
    public void Leave(Side side, FieldValue[] values) => Reject(side, values, (field, value) =>
        $"{field} = '{value}' is not written to {_descriptor[side].Name}: it cannot be empty there, or nothing in it "
            + "may be written that reads back as this.");

    private void Reject(Side side, FieldValue[] values, Func<string, FieldValue, string> words)
    {
        for (var i = 0; i < values.Length; i++)
            if (!values[i].IsAbsent)
                _rejected[(side, i)] = words(_descriptor.Fields[i].Name, values[i]);
    }

    /// <summary>Notes that fields could not be written to a side for a reason that passes.</summary>
    public void Wait(Side side, FieldValue[] values, string reason)
    {
        _dirty = true;
        var field = Array.FindIndex(values, value => !value.IsAbsent);
        _open.Add(MergeItem.Of(_descriptor, Operation.Link, OpenKind.Waiting, side, field, reason, _now));
    }

    // Refusals are told by what both sides show when all is done: our own writes to other fields are no reason to try
    // again.
    public MergeCommit Commit() => Commit([.. Over()]);

    private MergeCommit Commit(IReadOnlyList<(OwnWrite Write, Mark? Shown)> over) => new(
        Operation.Link.Id, [.. _bases.Values], _dirty || SawNews, _now)
    {
        Settled = _settled,
        Open =
        [
            .. _open,
            .. _rejected.Select(refused => MergeItem.Of(
                _descriptor, Operation.Link, OpenKind.Rejected, refused.Key.Side, refused.Key.Field, refused.Value,
                _now, Basis.Refused(Pairing, refused.Key.Field, _left, _right))),
        ],

        // What an earlier write was sent from stood there before what is seen there now, and that before what is
        // decided now: the last mark stays, also where the write that follows from it does not come through.
        Marks = [.. _earlier, .. over.Select(ended => ended.Shown).OfType<Mark>(), .. _marks],
        History = _moves,
        OwnWrites = [.. _writes.Where(write => write.Id == 0)],
        OwnWritesOver = [.. over.Select(ended => ended.Write.Id)],
        Edits = Edits(),
        Unobserved = _bases.Count == 0 ? [.. _written] : [.. _written.Union(Operation.Unlisted)],
    };

    // What a system showed late is a copy for good: with the write forgotten, only a mark still tells. One that does
    // not show is kept as long as it may: what we look at may be a page from before it.
    private IEnumerable<(OwnWrite Write, Mark? Shown)> Over()
    {
        foreach (var write in _writes.Where(write =>
            write.Id > 0 && !_settling.MayHide(_descriptor[write.Side].System, write.At)))
            for (var i = 0; i < _descriptor.Fields.Count; i++)
                if (_descriptor.Fields[i].Paths(write.Side).Contains(write.Path)
                    && Operation.Plan.Values(write.Side)[i] is { IsAbsent: false } shown)
                {
                    var claim = Operation.Plan.Claim(write.Side, i);
                    var isShown = CanonicalForm.Same(Compare(i), write.Sent, shown);
                    if (!isShown
                        && (IsHidden(i, shown) || _settling.MayArrive(_descriptor[write.Side].System, write.At)))
                        break;

                    yield return (write, claim.Kind == ClaimKind.Copy
                        ? WithNewest(new(
                            Operation.Link.Identity(write.Side), write.Path, shown, claim.Version, IsCopy: true))
                        : null);
                    break;
                }
    }

    // What was read may be from before what was carried: then a later look tells whether it was put back.
    private bool IsFromBefore(int field) => new[] { Side.Left, Side.Right }.Any(side =>
        Operation.Plan.Claim(side, field) is { Kind: ClaimKind.Fresh, Version: var over }
        && _settling.MayHide(_descriptor[side].System, VersionClock.When(over)));

    // Behind a blank of which nothing may be done yet there may be what we wrote.
    private bool IsHidden(int field, FieldValue shown) => shown.IsBlank && Operation.Stops[field] is not null;

    private List<FieldEdit>? Edits()
    {
        var open = Operation.Plan.Edits.Where(edit => !_bases.ContainsKey(edit.Field)).ToList();
        return open.ToHashSet().SetEquals(Operation.Plan.KnownEdits) ? null : open;
    }

    // Neither an edit, which would flow back over the one that was just sent, nor a failure: a system that settles late
    // shows it in a later listing. One that drops it, or where somebody put the old value back, is written to once more
    // and not for ever.
    private void Unseen(Side side, int field, FieldValue sent, FieldValue shown)
    {
        var descriptor = _descriptor.Fields[field];
        var isAgain = Operation.Plan.OwnWrites.Any(write =>
            write.Side == side && write.Path == descriptor.Paths(side)[0]
            && CanonicalForm.Same(Compare(field), write.Sent, sent)
            && CanonicalForm.Same(Compare(field), write.Before, shown));
        _dirty |= !isAgain;
        _marks.AddRange(Provenance.Marks(
            Operation.Link.Identity(side.Other()), descriptor, side.Other(), sent, Version(field),
            Operation.Plan.Claim(side.Other(), field).Kind == ClaimKind.Copy));
        _open.Add(MergeItem.Of(
            _descriptor, Operation.Link, OpenKind.Waiting, side, field,
            $"{_descriptor[side].Name} accepted {descriptor.Name} = '{sent}' but still shows '{shown}'; "
                + (isAgain ? "it is not sent again as it is." : "it is sent once more if that stays."),
            _now, isAgain ? Basis.Unseen(Operation.Plan.Rules[field], sent, shown) : ""));
    }

    // What was read may itself have been from before an edit, or have hidden what stood there.
    private FieldValue[] Stood(Side side, int field, FieldValue read) =>
    [
        .. (side == Side.Left ? Operation.Plan.Marks.Left : Operation.Plan.Marks.Right)
            .Stood(_descriptor.Fields[field], side, Agreed(side, field))
            .Where(before => !CanonicalForm.Same(Compare(field), before, read)).Append(read),
    ];

    private FieldValue? Agreed(Side side, int field) =>
        Operation.Plan.KnownBases.FirstOrDefault(known => known.Field == _descriptor.Fields[field].Name)?[side];

    private Comparison Compare(int field) => Operation.Plan.Rules[field].Comparison;

    private void Agree(int field, FieldValue left, FieldValue right, Side? written)
    {
        var descriptor = _descriptor.Fields[field];
        var version = Version(field);
        _bases[descriptor.Name] = new(descriptor.Name, left, right, Mapping.Fingerprint(descriptor))
        {
            Version = version,
        };

        // Where there never was anything, a blank is no clearing that others would have to follow.
        if (left.IsBlank && right.IsBlank && Operation.Plan.Claim(Side.Left, field).Kind == ClaimKind.None
            && Operation.Plan.Claim(Side.Right, field).Kind == ClaimKind.None)
            return;

        foreach (var (side, value) in new[] { (Side.Left, left), (Side.Right, right) })
            _marks.AddRange(Provenance.Marks(
                Operation.Link.Identity(side), descriptor, side, value, version,
                written == side || Operation.Plan.Claim(side, field).Kind == ClaimKind.Copy).Select(WithNewest));
    }

    // What a write that is not settled sent from here was known when this was seen here in its place.
    private Mark WithNewest(Mark mark) => mark with
    {
        Newest = Operation.Plan.Marks.Left.Carried.Concat(Operation.Plan.Marks.Right.Carried)
            .Where(known => known.Record == mark.Record && known.Path == mark.Path)
            .Select(known => known.KnownUpTo).DefaultIfEmpty().Max(),
    };

    // A value that becomes a new edit has one version, whether it is journalled, sent or agreed on.
    private long Version(int field)
    {
        if (!_minted.TryGetValue(field, out var version))
            _minted[field] = version =
                Operation.Plan.Decisions[field].Version is > 0 and var known ? known : _versions.Next();
        return version;
    }
}
