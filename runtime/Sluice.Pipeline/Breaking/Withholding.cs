namespace Sluice.Pipeline;

/// <summary>Says of one record what the breaker says of its pairing.</summary>
internal static class Withholding
{
    /// <summary>
    /// What marks it in place of a hash: it stays told while something else is in the way of its link, and the breaker
    /// open.
    /// </summary>
    public const string Basis = "withheld";

    public static string Words(DoubtfulChange change) =>
        $"Too many at once are {change.Cause}: nothing is done about them before a person approves the plan of exactly "
            + "these, which `sluice status` names.";
}
