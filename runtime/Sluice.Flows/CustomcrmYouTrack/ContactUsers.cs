using Sluice.Connectors.YouTrack;

namespace Sluice.Flows.CustomcrmYouTrack;

/// <summary>What no document says about a new contact for a user.</summary>
public sealed partial class ContactUsers
{
    // Hub keeps a name in one piece; its last word is taken for the family name.
    private static partial NewContact? Creating(HubUser right) =>
        (right.Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.., var family]
            ? new NewContact { LastName = family }
            : null;
}
