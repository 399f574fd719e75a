namespace Sluice.Pipeline;

/// <summary>Finds the side of a pairing that a setting names.</summary>
public static class SystemNames
{
    /// <summary>
    /// The side of a system, or of a system and an entity as in <c>Keap Companies</c>; null where it is neither side's,
    /// or both sides'.
    /// </summary>
    public static Side? SideOf(PairingDescriptor pairing, string name)
    {
        ArgumentNullException.ThrowIfNull(pairing);
        var (left, right) = (Names(pairing.Left, name), Names(pairing.Right, name));
        return left == right ? null : left ? Side.Left : Side.Right;
    }

    /// <summary>What may be named, where both sides' systems are the same with their entities.</summary>
    public static IReadOnlyList<string> Of(PairingDescriptor pairing)
    {
        ArgumentNullException.ThrowIfNull(pairing);
        return pairing.Left.System == pairing.Right.System
            ? [pairing.Left.Name.ToString(), pairing.Right.Name.ToString()]
            : [pairing.Left.System, pairing.Right.System];
    }

    private static bool Names(SideDescriptor side, string name) =>
        string.Equals(side.System, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(side.Name.ToString(), name, StringComparison.OrdinalIgnoreCase);
}
