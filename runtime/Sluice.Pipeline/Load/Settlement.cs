namespace Sluice.Pipeline;

/// <summary>Gathers how the merge of one link ends, to be stored in one commit.</summary>
/// <remarks>Owned by one merge.</remarks>
internal sealed class Settlement
{
    private readonly Dictionary<string, FieldBase> _bases = new(StringComparer.Ordinal);
    private readonly List<long> _settled;
    private readonly List<OpenItem> _open = [];
    private readonly List<HistoryEntry> _moves = [];
    private readonly DateTimeOffset _now;
    private readonly PairingDescriptor _descriptor;
    private bool _dirty;

    public Settlement(Pairing pairing, MergeOperation operation, DateTimeOffset now)
    {
        (Pairing, Operation, _now, _descriptor) = (pairing, operation, now, pairing.Descriptor);
        _settled = [.. operation.Earlier.Intents];
        foreach (var moved in operation.Earlier.Bases)
            _bases[moved.Field] = moved;

        for (var i = 0; i < operation.Plan.Decisions.Length; i++)
        {
            var decision = operation.Plan.Decisions[i];
            if (decision.Action == FieldAction.MoveBase)
                Agree(i, operation.Plan.Left[i], operation.Plan.Right[i]);
            else if (decision.Action == FieldAction.Hold)
                Open(OpenKind.Review, Side.Left, i, $"{_descriptor.Fields[i].Name} is '{operation.Plan.Left[i]}' in {_descriptor.Left.Name} and '{operation.Plan.Right[i]}' in {_descriptor.Right.Name} ({decision.Rule}).");
        }
    }

    public Pairing Pairing { get; }

    public MergeOperation Operation { get; }

    public IReadOnlyList<HistoryEntry> Moves => _moves;

    public bool SawNews { get; private set; }

    /// <summary>What to write to a side, field by field; absent where nothing is to be written or nothing may be.</summary>
    public FieldValue[] ValuesFor(Side side, WriteGate gate, IReadOnlyList<OpenItem> refused)
    {
        var values = new FieldValue[_descriptor.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (Operation.Plan.Decisions[i].Action != MergePlan.WriteTo(side))
                continue;

            var value = Operation.Plan.Values(side.Other())[i];
            var entity = _descriptor[side].Name;
            if (gate.Refuses(entity, _descriptor.Fields[i], side, Operation.Record(side).Identity) is { } refusal)
                Wait(side, i, refusal);
            else if (refused.FirstOrDefault(item => item.Side == side && item.Basis == Basis(i, value)) is { } same)
                _open.Add(same);
            else
                values[i] = value;
        }

        return values;
    }

    public IReadOnlyDictionary<string, FieldValue> Sent(FieldValue[] values) =>
        Enumerable.Range(0, values.Length).Where(i => !values[i].IsAbsent)
            .ToDictionary(i => _descriptor.Fields[i].Name, i => values[i], StringComparer.Ordinal);

    /// <summary>Notes a write that was committed, and what its answer showed.</summary>
    public void Written(long run, Side side, FieldValue[] values, Record? answer, long intent)
    {
        _settled.Add(intent);
        var shown = answer is null ? null : FieldReader.Read(Pairing, side, answer);
        var before = Operation.Plan.Values(side);
        for (var i = 0; i < values.Length; i++)
        {
            var field = _descriptor.Fields[i];
            if (values[i].IsAbsent)
            {
                // Somebody edited another field while we wrote this one.
                SawNews |= shown is not null && !shown[i].IsAbsent && !CanonicalForm.Same(field.Canonical, shown[i], before[i]);
                continue;
            }

            // Where the answer shows another value than was sent, the base is what was sent: the difference is then an
            // edit on that side and flows back, be it a person's or the system's own normalisation.
            var agreed = shown is not null && CanonicalForm.Same(field.Canonical, shown[i], values[i]) ? shown[i] : values[i];
            SawNews |= shown is not null && !shown[i].IsAbsent && !CanonicalForm.Same(field.Canonical, shown[i], values[i]);
            Agree(i, side == Side.Left ? agreed : values[i], side == Side.Right ? agreed : values[i]);
            _moves.Add(new(
                run, _descriptor.Name, Operation.Link.LeftKey, Operation.Link.RightKey, side, field.Name, before[i], values[i],
                Operation.Plan.Decisions[i].Rule, field.Lines.Count > 0 ? field.Lines[0] : 0, _now));
        }
    }

    /// <summary>Notes fields that the vendor refused: the others go on, these are not sent again as they are.</summary>
    public void Reject(Side side, FieldValue[] values, string reason)
    {
        for (var i = 0; i < values.Length; i++)
            if (!values[i].IsAbsent)
                Open(OpenKind.Rejected, side, i, $"{_descriptor[side].Name} refused {_descriptor.Fields[i].Name} = '{values[i]}': {reason}", Basis(i, values[i]));
    }

    /// <summary>Notes that a side could not be written for a reason that passes.</summary>
    public void Wait(Side side, string reason) => Wait(side, 0, reason);

    public MergeCommit Commit() => new(Operation.Link.Id, [.. _bases.Values], _dirty || SawNews, _now)
    {
        Settled = _settled,
        Open = _open,
        History = _moves,
    };

    private static string Basis(int field, FieldValue value) => RecordHash.Of($"{field}:{value.ToStored()}");

    private void Wait(Side side, int field, string reason)
    {
        _dirty = true;
        Open(OpenKind.Waiting, side, field, reason);
    }

    private void Open(OpenKind kind, Side side, int field, string reason, string basis = "")
    {
        var lines = _descriptor.Fields.Count > field ? _descriptor.Fields[field].Lines : [];
        _open.Add(new(
            kind, _descriptor.Name, side, Operation.Link.Key(side), reason, lines.Count > 0 ? lines[0] : _descriptor.Line, _now)
        {
            Basis = basis,
        });
    }

    private void Agree(int field, FieldValue left, FieldValue right)
    {
        var descriptor = _descriptor.Fields[field];
        _bases[descriptor.Name] = new(descriptor.Name, left, right, Mapping.Fingerprint(descriptor));
    }
}
