namespace Sluice.Pipeline;

/// <summary>Says of one record what the breaker says of its pairing.</summary>
internal static class Withholding
{
    public static string Words(DoubtfulChange change) =>
        $"Too many at once are {change.Cause}: nothing is done about them before a person approves the plan of exactly "
            + "these, which `sluice status` names.";
}
