namespace Sluice;

/// <summary>
/// A pairing whose references are translated: to everybody else they are keys of the left system, whichever side shows
/// them. What a right key without a link refers to is named in full, and equals no left key.
/// </summary>
internal sealed class ReferencingPairing(Pairing inner, IReferences references) : Pairing
{
    public override PairingDescriptor Descriptor => inner.Descriptor;

    public override IReadOnlyList<CompiledDocument> Documents => inner.Documents;

    public override Guid Build => inner.Build;

    public override MatchKey Key(Side side, int rule, object record) => inner.Key(side, rule, record);

    public override bool Matches(object left, object right) => inner.Matches(left, right);

    public override bool Wants(Side side, object origin) => inner.Wants(side, origin);

    public override bool InScope(Side side, object record) => inner.InScope(side, record);

    public override void Read(Side side, object record, Span<FieldValue> fields)
    {
        inner.Read(side, record, fields);
        for (var i = 0; i < fields.Length; i++)
            if (Descriptor.Fields[i].Reference is { } reference && !fields[i].IsBlank)
            {
                var key = fields[i].ToString();
                fields[i] = FieldValue.Of(
                    side == Side.Left ? key : references.LeftKeyOf(reference, key) ?? $"{reference.Right} {key}");
            }
    }

    public override object Write(Side side, object record, Change change)
    {
        var carried = new Change([.. Descriptor.Fields.Select((field, i) => Carried(side, field, change[i]))]);
        var written = inner.Write(side, record, carried);
        foreach (var path in carried.Touched)
            change.Touch(path);

        return written;
    }

    public override string? Misses(Side target, int field, FieldValue value) =>
        Descriptor.Fields[field].Reference is not { } reference || value.IsBlank
            || references.KeyOn(reference, target, value.ToString()) is not null ? null
        : target == Side.Left ? $"{value}" : $"{reference.Left} {value}";

    internal override Draft Make(Side side, object origin) => inner.Make(side, origin);

    // What has no counterpart is left out: a key of the other system would mean something else here.
    private FieldValue Carried(Side side, FieldDescriptor field, FieldValue value) =>
        field.Reference is not { } reference || value.IsBlank ? value
        : references.KeyOn(reference, side, value.ToString()) is { } key ? FieldValue.Of(key)
        : FieldValue.Absent;
}
