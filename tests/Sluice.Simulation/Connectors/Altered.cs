namespace Sluice.Simulation;

/// <summary>A pairing of a document that does in part something else than the document says.</summary>
internal abstract class Altered<TLeft, TRight>(Pairing<TLeft, TRight> inner) : Pairing<TLeft, TRight>
    where TLeft : class
    where TRight : class
{
    public override bool IsMatch(TLeft left, TRight right) => inner.IsMatch(left, right);

    protected override MatchKey LeftKey(int rule, TLeft left) => inner.Key(Side.Left, rule, left);

    protected override MatchKey RightKey(int rule, TRight right) => inner.Key(Side.Right, rule, right);

    protected override void ReadLeft(TLeft left, Span<FieldValue> fields) => inner.Read(Side.Left, left, fields);

    protected override void ReadRight(TRight right, Span<FieldValue> fields) => inner.Read(Side.Right, right, fields);

    protected override TLeft WriteLeft(TLeft left, Change change) => (TLeft)inner.Write(Side.Left, left, change);

    protected override TRight WriteRight(TRight right, Change change) =>
        (TRight)inner.Write(Side.Right, right, change);

    protected override Draft CreateLeft(TRight right) => inner.Create(Side.Left, right);

    protected override Draft CreateRight(TLeft left) => inner.Create(Side.Right, left);
}
