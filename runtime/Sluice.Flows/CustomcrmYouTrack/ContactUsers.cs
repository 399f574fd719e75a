using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.CustomcrmYouTrack;

/// <summary>What no document says about a new contact for a user.</summary>
public sealed partial class ContactUsers
{
    private static partial NewContact? Creating(HubUser right) =>
        PersonName.Of(right.Name) is { Family: { } family, Given: var given }
            ? new NewContact { LastName = family, FirstName = given, Email = right.Profile?.Email?.Email }
            : null;
}
