namespace Sluice.Simulation;

/// <summary>A pairing of a document that does in part something else than the document says.</summary>
internal abstract class Altered<TLeft, TRight>(Pairing<TLeft, TRight> inner) : Pairing<TLeft, TRight>
    where TLeft : class, new()
    where TRight : class, new()
{
    public override bool IsMatch(TLeft left, TRight right) => inner.IsMatch(left, right);

    protected override MatchKey LeftKey(int rule, TLeft left) => inner.Key(Side.Left, rule, left);

    protected override MatchKey RightKey(int rule, TRight right) => inner.Key(Side.Right, rule, right);

    protected override void ReadLeft(TLeft left, Span<FieldValue> fields) => inner.Read(Side.Left, left, fields);

    protected override void ReadRight(TRight right, Span<FieldValue> fields) => inner.Read(Side.Right, right, fields);

    protected override TLeft WriteLeft(TLeft left, Change change) => (TLeft)inner.Write(Side.Left, left, change);

    protected override TRight WriteRight(TRight right, Change change) =>
        (TRight)inner.Write(Side.Right, right, change);

    // What fields supply is put in by whoever asked: not all of those of the document may be left.
    protected override Draft CreateLeft(TRight right) =>
        inner is Altered<TLeft, TRight> altered ? altered.CreateLeft(right) : Draft.Ready(new TLeft());

    protected override Draft CreateRight(TLeft left) =>
        inner is Altered<TLeft, TRight> altered ? altered.CreateRight(left) : Draft.Ready(new TRight());
}
