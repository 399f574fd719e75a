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
}
