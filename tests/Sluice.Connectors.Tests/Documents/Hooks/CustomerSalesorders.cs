using Sluice.Connectors.CustomCrm;

namespace Sluice.Connectors.Tests.CustomcrmPowerofficego;

/// <summary>Whoever orders is known by another document; here it is the first customer that there is.</summary>
public sealed partial class CustomerSalesorders
{
    /// <summary>Set by tests.</summary>
    internal static long FirstCustomer { get; set; }

    private static partial NewSalesorder? Creating(Customer left) => new() { CustomerId = FirstCustomer };
}
