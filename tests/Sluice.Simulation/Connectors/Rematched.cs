namespace Sluice.Simulation;

/// <summary>A pairing of a document that knows people by something else than the document says.</summary>
/// <param name="inner">The document's pairing.</param>
/// <param name="byPhone">Whether it knows them by their telephone; it does not know them at all otherwise.</param>
internal sealed class Rematched<TLeft, TRight>(Pairing<TLeft, TRight> inner, bool byPhone)
    : Altered<TLeft, TRight>(inner)
    where TLeft : class, IParty, new()
    where TRight : class, IParty, new()
{
    public override PairingDescriptor Descriptor { get; } = inner.Descriptor with
    {
        Rules = byPhone ? [new("phone", "phone", inner.Descriptor.Rules[0].Line)] : [],
    };

    public override bool IsMatch(TLeft left, TRight right) => byPhone && Phone(left).Agrees(Phone(right));

    protected override MatchKey LeftKey(int rule, TLeft left) => Phone(left);

    protected override MatchKey RightKey(int rule, TRight right) => Phone(right);

    private static MatchKey Phone(IParty party) => MatchKey.Phone(party.Phone);
}
