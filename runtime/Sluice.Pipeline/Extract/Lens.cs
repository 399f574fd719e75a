namespace Sluice.Pipeline;

/// <summary>How one pairing looks at the records of an entity.</summary>
internal sealed class Lens
{
    private readonly PairingDescriptor _descriptor;
    private readonly FieldRules _rules;
    private readonly string[] _mappings;
    private readonly bool[] _areUnlisted;

    public Lens(Pairing pairing, Side side, FieldRules fieldRules, IReadOnlyList<string> unlisted)
    {
        (Pairing, Side, _descriptor, _rules) = (pairing, side, pairing.Descriptor, fieldRules);
        _mappings = [.. _descriptor.Fields.Select(Mapping.Fingerprint)];
        _areUnlisted =
        [
            .. _descriptor.Fields.Select(field => field.Paths(side).Any(path => unlisted.Any(hidden =>
                path == hidden || path.StartsWith($"{hidden}.", StringComparison.Ordinal)))),
        ];

        // Keys are stored by the numbers of their rules.
        var rules = string.Join(' ', _descriptor.Rules.Select(rule => $"{rule.Left}={rule.Right}"));
        Fingerprint = $"{Mapping.Fingerprint(_descriptor)} {side} {pairing.Build:N} {rules}";
    }

    public Pairing Pairing { get; }

    public Side Side { get; }

    public string Name => _descriptor.Name;

    /// <summary>
    /// Of the document and of the hooks built with it: a record that looks different through a new lens is news.
    /// </summary>
    public string Fingerprint { get; }

    /// <summary>What each match rule compares.</summary>
    public MatchKey[] Keys(Record record)
    {
        var keys = new MatchKey[_descriptor.Rules.Count];
        for (var rule = 0; rule < keys.Length; rule++)
            keys[rule] = Pairing.Key(Side, rule, record.Value);

        return keys;
    }

    public bool Shows(LinkedBases linked, Record record) =>
        linked.Link.Pairing == Name && linked.Link.Key(Side) == record.Key && linked.Link.State != LinkState.Negative;

    /// <summary>
    /// Whether a record no longer shows what it showed when both sides of its link last agreed, and what it shows
    /// since; null where that is what is stored.
    /// </summary>
    public (bool IsDirty, LinkEdits? Edits) Look(
        LinkedBases linked, Record record, DateTimeOffset? unchangedAt, DateTimeOffset now)
    {
        // Nobody knows what happened to either record while one of them was gone.
        var isGone = linked.Link.State == LinkState.Tombstone;
        var isDirty = isGone;
        var edits = new List<FieldEdit>();
        var values = FieldReader.Read(Pairing, Side, record);
        var rules = _rules.Of(_descriptor, Side, record);
        for (var i = 0; i < values.Length; i++)
        {
            var field = _descriptor.Fields[i];
            var agreed = linked.Bases.FirstOrDefault(known =>
                known.Field == field.Name && known.Mapping == _mappings[i]);
            if (_areUnlisted[i] && values[i] is { IsAbsent: true, Issue: null })
            {
                // Whether it changed only a read tells, and what a read told stays known.
                isDirty = true;
                edits.AddRange(linked.Edits.Where(edit => edit.Side == Side && edit.Field == field.Name));
                continue;
            }

            isDirty |= values[i].Issue is not null
                || (!values[i].IsAbsent
                    && (agreed is null || !CanonicalForm.Same(rules[i].Comparison, values[i], agreed[Side])));
            if (EditSpan.Of(rules[i], Side, agreed, values[i], linked.Edits, isGone ? null : unchangedAt, record, now)
                is not { } edit)
                continue;

            // What it showed in between may have been sent on: that both agree again is to be known like any edit.
            isDirty |= !edit.Value.IsAbsent && !linked.Edits.Contains(edit);
            edits.Add(edit);
        }

        var stored = linked.Edits.Where(edit => edit.Side == Side);
        return (isDirty, stored.ToHashSet().SetEquals(edits) ? null : new(linked.Link.Id, Side, edits));
    }
}
