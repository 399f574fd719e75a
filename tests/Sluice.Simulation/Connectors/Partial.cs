namespace Sluice.Simulation;

/// <summary>A pairing of a document that maps some of the document's fields only.</summary>
internal sealed class Partial<TLeft, TRight> : Altered<TLeft, TRight>
    where TLeft : class, new()
    where TRight : class, new()
{
    private readonly Pairing<TLeft, TRight> _inner;
    private readonly Part _part;
    private readonly int[] _fields;

    public Partial(Pairing<TLeft, TRight> inner, Part part)
        : base(inner)
    {
        var whole = inner.Descriptor;
        (_inner, _part) = (inner, part);
        _fields = [.. whole.Fields.Index().Where(field => part.Fields.Contains(field.Item.Name)).Select(f => f.Index)];
        Descriptor = whole with
        {
            Name = whole.Name + part.Suffix,
            Rules = part.HasRules ? whole.Rules : [],
            Fields = [.. _fields.Select(field => whole.Fields[field])],
            Left = Made(whole.Left),
            Right = Made(whole.Right),
        };
    }

    public override PairingDescriptor Descriptor { get; }

    public override bool IsMatch(TLeft left, TRight right) => _part.HasRules && base.IsMatch(left, right);

    protected override void ReadLeft(TLeft left, Span<FieldValue> fields) => Pick(Side.Left, left, fields);

    protected override void ReadRight(TRight right, Span<FieldValue> fields) => Pick(Side.Right, right, fields);

    protected override TLeft WriteLeft(TLeft left, Change change) => (TLeft)Put(Side.Left, left, change);

    protected override TRight WriteRight(TRight right, Change change) => (TRight)Put(Side.Right, right, change);

    protected override Draft CreateLeft(TRight right) =>
        _part.CanCreate ? base.CreateLeft(right) : Draft.Waits("name");

    protected override Draft CreateRight(TLeft left) =>
        _part.CanCreate ? base.CreateRight(left) : Draft.Waits("name");

    private SideDescriptor Made(SideDescriptor side) =>
        _part.Creates ? side : side with { Creation = Creation.Never };

    private void Pick(Side side, object record, Span<FieldValue> fields)
    {
        var whole = new FieldValue[_inner.Descriptor.Fields.Count];
        _inner.Read(side, record, whole);
        for (var i = 0; i < _fields.Length; i++)
            fields[i] = whole[_fields[i]];
    }

    private object Put(Side side, object record, Change change)
    {
        var whole = new FieldValue[_inner.Descriptor.Fields.Count];
        for (var i = 0; i < _fields.Length; i++)
            whole[_fields[i]] = change[i];
        var carried = new Change(whole);
        var written = _inner.Write(side, record, carried);
        foreach (var path in carried.Touched)
            change.Touch(path);
        return written;
    }
}
