namespace Sluice.Pipeline;

/// <summary>Makes the open items of a link's fields.</summary>
internal static class MergeItem
{
    public static OpenItem Of(
        PairingDescriptor pairing, Link link, OpenKind kind, Side side, int field, string reason, DateTimeOffset at,
        string basis = "")
    {
        var lines = pairing.Fields[field].Lines;
        return new(
            kind, pairing.Name, side, link.Key(side), reason, lines.Count > 0 ? lines[0] : pairing.Line, at)
        {
            Basis = basis,
        };
    }

    /// <summary>A write that was accepted, and after which the system shows what it showed before.</summary>
    public static OpenItem Unseen(
        PairingDescriptor pairing, Link link, Side side, int field, FieldValue sent, FieldValue shown, bool isSentAgain,
        DateTimeOffset at) => Of(
        pairing, link, OpenKind.Waiting, side, field,
        $"{pairing[side].Name} accepted {pairing.Fields[field].Name} = '{sent}' but still shows '{shown}'; "
            + (isSentAgain ? "it is sent again if that stays." : "it is not sent again as it is."),
        at, isSentAgain ? "" : Basis.Unseen(pairing.Fields[field], sent));
}
