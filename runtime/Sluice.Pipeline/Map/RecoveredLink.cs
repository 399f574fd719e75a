namespace Sluice.Pipeline;

/// <summary>Gathers what both records of a link show of writes whose outcome is not settled.</summary>
/// <remarks>Owned by one look.</remarks>
internal sealed class RecoveredLink(
    Pairing pairing, LinkedBases linked, Record? left, Record? right, IReadOnlyList<FieldRule> rules,
    VersionClock versions, DateTimeOffset now)
{
    private readonly FieldValue[]? _left = left is null ? null : FieldReader.Read(pairing, Side.Left, left);
    private readonly FieldValue[]? _right = right is null ? null : FieldReader.Read(pairing, Side.Right, right);
    private readonly HashSet<string> _moved = new(StringComparer.Ordinal);
    private readonly List<OwnWrite> _writes = [];
    private readonly List<Mark> _marks = [];

    private readonly Dictionary<string, FieldBase> _bases =
        linked.Bases.ToDictionary(known => known.Field, StringComparer.Ordinal);

    /// <param name="intent">The write.</param>
    /// <param name="lateUntil">Until when it may arrive.</param>
    /// <param name="marks">What was carried to its target.</param>
    /// <returns>Why nothing may be decided yet; null where nothing is pending.</returns>
    public string? LookAtUpdate(Intent intent, DateTimeOffset lateUntil, RecordMarks marks)
    {
        if (Shown(intent.Side) is not { } shown)
        {
            // It is gone; should it come back, what it shows of this is ours.
            _writes.AddRange(LateWrites.Unseen(pairing.Descriptor, intent));
            return null;
        }

        foreach (var (field, rule, sent) in SentBy(intent))
            if (CanonicalForm.Same(rule.Comparison, sent, shown[field]))
            {
                // Where another pairing brought the same edit there, it proves nothing of this write.
                _writes.AddRange(now < lateUntil && WasBrought(marks, intent, rule, shown[field])
                    ? Late(intent, rule.Field)
                    : Written(intent, rule.Field, marks));
                Agree(intent, rule.Field, shown[field]);
            }
            else if (now < lateUntil && MayStillArrive(rule, intent.Side, shown[field]))
                return $"An earlier write to {pairing.Descriptor[intent.Side].Name} {intent.TargetKey} has an unknown "
                    + $"outcome; it may still arrive until {lateUntil:u}.";
            else
            {
                // Somebody edited the field, before our write arrived or after it: should it arrive over the edit yet,
                // it is known for what it is; and what is typed over it where it came from is newer. Where the field
                // is not shown, it may have arrived long ago: nothing waits for that, and it is known when it shows.
                if (!IsTakenBack(intent.Side.Other(), field))
                    _marks.AddRange(Origin(intent, rule.Field));
                else if (shown[field].IsAbsent)
                    _marks.AddRange(TakenBack(intent.Side.Other(), field));
                if (shown[field].IsAbsent || now < lateUntil)
                    _writes.AddRange(Late(intent, rule.Field));
            }

        return null;
    }

    /// <summary>
    /// Two records were matched before what was created for one could be told for sure. A field that both held is none
    /// in which they ever differed; one that shows something else may show what was created yet. What stood in one that
    /// is not shown is not known, and no blank: what shows there later is no edit over what was created.
    /// </summary>
    public void LookAtCreate(Intent intent)
    {
        if (Shown(intent.Side) is not { } shown)
            return;

        foreach (var (field, rule, sent) in SentBy(intent))
            if (Agreed(rule.Field) is not null || sent.IsBlank)
                continue;
            else if (CanonicalForm.Same(rule.Comparison, sent, shown[field]))
                Agree(intent, rule.Field, shown[field]);
            else
                _writes.AddRange(LateWrites.Of(
                    intent, rule.Field, shown[field] is { IsBlank: true, IsAbsent: false } blank ? blank : sent));
    }

    public SettledIntents Settled(IReadOnlyList<long> intents) =>
        new(intents, [.. _moved.Select(field => _bases[field])], null) { OwnWrites = _writes, Marks = _marks };

    private FieldValue[]? Shown(Side side) => side == Side.Left ? _left : _right;

    private IEnumerable<(int Field, FieldRule Rule, FieldValue Sent)> SentBy(Intent intent)
    {
        for (var i = 0; i < rules.Count; i++)
            if (intent.Sent.TryGetValue(rules[i].Field.Name, out var sent))
                yield return (i, rules[i], sent);
    }

    private FieldBase? Agreed(FieldDescriptor field) => _bases.GetValueOrDefault(field.Name);

    private void Agree(Intent intent, FieldDescriptor field, FieldValue shown)
    {
        var (sent, version) = (intent.Sent[field.Name], intent.Versions.GetValueOrDefault(field.Name));
        var (atLeft, atRight) = intent.Side == Side.Left ? (shown, sent) : (sent, shown);
        _bases[field.Name] = new(field.Name, atLeft, atRight, Mapping.Fingerprint(field)) { Version = version };
        _marks.AddRange(Provenance.Marks(
            linked.Link.Identity(intent.Side), field, intent.Side, shown, version, isCopy: true));
        _marks.AddRange(Origin(intent, field));
        _moved.Add(field.Name);
    }

    private IEnumerable<Mark> Origin(Intent intent, FieldDescriptor field) => Provenance.Marks(
        linked.Link.Identity(intent.Side.Other()), field, intent.Side.Other(), intent.Sent[field.Name],
        intent.Versions.GetValueOrDefault(field.Name), isCopy: false);

    private IEnumerable<OwnWrite> Written(Intent intent, FieldDescriptor field, RecordMarks marks) =>
        marks.Stood(field, intent.Side, Agreed(field)?[intent.Side])
            .SelectMany(before => LateWrites.Of(intent, field, before))
            .Select(write => write with { At = now, IsLate = false });

    // Where these two never agreed, what stood there is not known: what is not known hides nothing.
    private IEnumerable<OwnWrite> Late(Intent intent, FieldDescriptor field) =>
        LateWrites.Of(intent, field, Agreed(field)?[intent.Side] ?? intent.Sent[field.Name]);

    private static bool WasBrought(RecordMarks marks, Intent intent, FieldRule rule, FieldValue shown) =>
        marks.Carried.Any(mark =>
            mark.IsCopy && rule.Field.Paths(intent.Side).Contains(mark.Path)
            && mark.Version >= intent.Versions.GetValueOrDefault(rule.Field.Name)
            && CanonicalForm.Same(rule.Comparison, mark.Value, shown));

    // What was sent has gone from where it came from, too: that shows again what both agreed on before.
    private bool IsTakenBack(Side origin, int field) =>
        Agreed(rules[field].Field) is { } agreed
        && Shown(origin) is { } shown
        && CanonicalForm.Same(rules[field].Comparison, shown[field], agreed[origin]);

    // Newer than what was sent, and no edit over what anybody types in its place.
    private IEnumerable<Mark> TakenBack(Side origin, int field) => Provenance.Marks(
        linked.Link.Identity(origin), rules[field].Field, origin, Shown(origin)![field], versions.Next(),
        isCopy: false);

    // A field that shows neither what was sent nor what stood there before was edited after the write, or instead of
    // it.
    private bool MayStillArrive(FieldRule rule, Side side, FieldValue shown) =>
        shown.IsAbsent || Agreed(rule.Field) is not { } agreed
        || CanonicalForm.Same(rule.Comparison, shown, agreed[side]);
}
