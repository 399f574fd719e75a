namespace Sluice.Pipeline.Tests;

/// <summary>
/// A pairing whose only field holds values of any kind, which either side writes in its own way into the phone of its
/// cards. Records match by e-mail.
/// </summary>
/// <param name="declared">The field.</param>
/// <param name="left">How the left system writes a value.</param>
/// <param name="right">How the right system writes a value.</param>
internal sealed class ValuePairing(FieldDescriptor declared, ValueText left, ValueText right) : Pairing<Card, Card>
{
    public const string Path = "phone";

    public override PairingDescriptor Descriptor { get; } = new(
        "acme-people/beta-users", "cards.rst", new("Acme", "People", Creation.Never),
        new("Beta", "Users", Creation.Never), [new("email", "email", 20)], [declared]);

    public static FieldDescriptor Field(Canonical form) => new("value", form, [Path], [Path], [30]);

    public override bool IsMatch(Card left, Card right) =>
        MatchKey.Email(left.Email).Agrees(MatchKey.Email(right.Email));

    protected override MatchKey LeftKey(int rule, Card left) => MatchKey.Email(left.Email);

    protected override MatchKey RightKey(int rule, Card right) => MatchKey.Email(right.Email);

    protected override void ReadLeft(Card card, Span<FieldValue> fields) => fields[0] = Read(card, left);

    protected override void ReadRight(Card card, Span<FieldValue> fields) => fields[0] = Read(card, right);

    protected override Card WriteLeft(Card card, Change change) => Write(card, change, left);

    protected override Card WriteRight(Card card, Change change) => Write(card, change, right);

    private static FieldValue Read(Card card, ValueText text) =>
        card.Phone is { } written ? text.Read(written) : text.OfNull;

    private static Card Write(Card card, Change change, ValueText text)
    {
        if (change[0].IsAbsent)
            return card;

        change.Touch(Path);
        return card with { Phone = change[0].IsBlank ? null : text.Write(change[0]) };
    }
}
