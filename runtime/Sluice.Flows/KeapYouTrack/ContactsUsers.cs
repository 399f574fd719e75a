using Sluice.Connectors.Keap;
using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.KeapYouTrack;

/// <summary>What no document says about a new contact for a user.</summary>
public sealed partial class ContactsUsers
{
    // Keap's first slot for an address.
    private const string FirstAddress = "EMAIL1";

    private static partial NewContact? Creating(HubUser right)
    {
        if (right.Profile?.Email?.Email is not { } email || string.IsNullOrWhiteSpace(email))
            return null;

        var name = PersonName.Of(right.Name);
        return new NewContact
        {
            EmailAddresses = [new ContactEmail { Email = email, Field = FirstAddress }],
            GivenName = name.Given,
            FamilyName = name.Family,
        };
    }
}
