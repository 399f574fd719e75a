using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.KeapYouTrack;

/// <summary>What no document says about a new company for an organization.</summary>
public sealed partial class CompaniesOrganizations
{
    private static partial NewCompany? Creating(HubOrganization right) =>
        string.IsNullOrWhiteSpace(right.Name) ? null : new NewCompany { CompanyName = right.Name };
}
