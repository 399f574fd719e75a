using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.KeapYouTrack;

/// <summary>What no document says about a new company for a group.</summary>
public sealed partial class CompaniesGroups
{
    private static partial NewCompany? Creating(Group right) =>
        string.IsNullOrWhiteSpace(right.Name) ? null : new NewCompany { CompanyName = right.Name };

    private static partial bool InScope(Group right) => !BuiltInGroups.Contains(right);
}
