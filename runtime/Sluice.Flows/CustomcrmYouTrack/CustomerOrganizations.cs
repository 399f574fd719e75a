using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.CustomcrmYouTrack;

/// <summary>What no document says about a new customer for an organization.</summary>
public sealed partial class CustomerOrganizations
{
    private static partial NewCustomer? Creating(HubOrganization right) =>
        string.IsNullOrWhiteSpace(right.Name) ? null : new NewCustomer { Name = right.Name };
}
