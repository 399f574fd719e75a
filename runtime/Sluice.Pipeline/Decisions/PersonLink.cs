namespace Sluice.Pipeline;

/// <summary>Makes links that a person said are so.</summary>
internal static class PersonLink
{
    public static Link Of(PairingDescriptor pairing, KeyPair pair, LinkState state) =>
        new(0, pairing.Name, pair.Left, pair.Right, state, LinkOrigin.Person)
        {
            Left = new(pairing.Left.Name, pair.Left),
            Right = new(pairing.Right.Name, pair.Right),
        };
}
