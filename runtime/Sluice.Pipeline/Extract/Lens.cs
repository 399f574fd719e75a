namespace Sluice.Pipeline;

/// <summary>How one pairing looks at the records of an entity.</summary>
internal sealed class Lens
{
    private readonly PairingDescriptor _descriptor;
    private readonly FieldRules _rules;
    private readonly string[] _mappings;

    public Lens(Pairing pairing, Side side, FieldRules rules)
    {
        (Pairing, Side, _descriptor, _rules) = (pairing, side, pairing.Descriptor, rules);
        _mappings = [.. _descriptor.Fields.Select(Mapping.Fingerprint)];
        Fingerprint = $"{Mapping.Fingerprint(_descriptor)} {side} {pairing.GetType().Module.ModuleVersionId:N}";
    }

    public Pairing Pairing { get; }

    public Side Side { get; }

    public string Name => _descriptor.Name;

    /// <summary>
    /// Of the document and of the hooks built with it: a record that looks different through a new lens is news.
    /// </summary>
    public string Fingerprint { get; }

    /// <summary>One key per match rule.</summary>
    public MatchKey[] Keys(Record record)
    {
        var keys = new MatchKey[_descriptor.Rules.Count];
        for (var rule = 0; rule < keys.Length; rule++)
            keys[rule] = Pairing.Key(Side, rule, record.Value);

        return keys;
    }

    public bool Shows(LinkedBases linked, Record record) =>
        linked.Link.Pairing == Name && linked.Link.Key(Side) == record.Key && linked.Link.State != LinkState.Negative;

    /// <summary>Whether a record no longer shows what it showed when both sides of its link last agreed.</summary>
    public bool IsDirty(LinkedBases linked, Record record)
    {
        if (linked.Link.State == LinkState.Tombstone)
            return true;

        var values = FieldReader.Read(Pairing, Side, record);
        var rules = _rules.Of(_descriptor, Side, record);
        for (var i = 0; i < values.Length; i++)
        {
            var field = _descriptor.Fields[i];
            var agreed = linked.Bases.FirstOrDefault(known =>
                known.Field == field.Name && known.Mapping == _mappings[i]);
            if (!values[i].IsAbsent
                && (agreed is null || !CanonicalForm.Same(rules[i].Comparison, values[i], agreed[Side])))
                return true;
        }

        return false;
    }
}
