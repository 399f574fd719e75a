namespace Sluice.Pipeline;

/// <summary>Says a rule with the systems' names: which side is left means nothing to whoever reads a report.</summary>
internal static class SideWords
{
    public static string Named(string rule, PairingDescriptor pairing)
    {
        var (left, right) = pairing.Left.System == pairing.Right.System
            ? (pairing.Left.Name.ToString(), pairing.Right.Name.ToString())
            : (pairing.Left.System, pairing.Right.System);
        return rule
            .Replace("on the left", "in " + left, StringComparison.Ordinal)
            .Replace("on the right", "in " + right, StringComparison.Ordinal)
            .Replace("the left side", left, StringComparison.Ordinal)
            .Replace("the right side", right, StringComparison.Ordinal);
    }
}
