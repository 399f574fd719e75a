namespace Sluice.Pipeline;

/// <summary>Makes the open item of a link that lost a side.</summary>
internal static class GoneItem
{
    public static OpenItem Of(PairingDescriptor pairing, GoneOperation gone, DateTimeOffset at)
    {
        var stays = gone.Side.Other();
        return new(
            OpenKind.Review, pairing.Name, stays, gone.Link.Key(stays),
            $"{pairing[gone.Side].Name} {gone.Link.Key(gone.Side)} is gone. Its counterpart stays, and nothing "
                + "is made again without a decision.",
            pairing.Line, at)
        {
            Cause = OpenCause.Gone,
        };
    }
}
