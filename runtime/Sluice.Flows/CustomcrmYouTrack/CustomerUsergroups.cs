using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.CustomcrmYouTrack;

/// <summary>What no document says about a new customer for a user group.</summary>
public sealed partial class CustomerUsergroups
{
    private static partial NewCustomer? Creating(HubUserGroup right) =>
        string.IsNullOrWhiteSpace(right.Name) ? null : new NewCustomer { Name = right.Name };
}
