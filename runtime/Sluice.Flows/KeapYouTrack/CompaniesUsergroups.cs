using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.KeapYouTrack;

/// <summary>What no document says about a new company for a user group.</summary>
public sealed partial class CompaniesUsergroups
{
    private static partial NewCompany? Creating(HubUserGroup right) =>
        string.IsNullOrWhiteSpace(right.Name) ? null : new NewCompany { CompanyName = right.Name };
}
