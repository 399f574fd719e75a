using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.CustomcrmYouTrack;

/// <summary>What no document says about a new customer for a group.</summary>
public sealed partial class CustomerGroups
{
    private static partial NewCustomer? Creating(Group right) =>
        string.IsNullOrWhiteSpace(right.Name) ? null : new NewCustomer { Name = right.Name };

    private static partial bool InScope(Group right) => !BuiltInGroups.Contains(right);
}
