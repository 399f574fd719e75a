using Sluice.Connectors.Keap;

namespace Sluice.Examples.CustomcrmKeap;

/// <summary>What only prose says of the companies that become customers.</summary>
public sealed partial class CustomerCompanies
{
    private static partial bool WhenTheNotesOfAKeapCompanySayThatItBuysFromUs(Company right) =>
        right.Notes?.Contains("buys from us", StringComparison.OrdinalIgnoreCase) == true;
}
