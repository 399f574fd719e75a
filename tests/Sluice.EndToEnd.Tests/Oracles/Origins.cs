using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>The records for which the documents want counterparts.</summary>
internal static class Origins
{
    public static IEnumerable<Origin> Users(Dump dump, Func<User, string> shown) =>
        dump.Users.Select(user => new Origin(user.Id, user.InScope, shown(user)));

    /// <summary>Groups and user groups: two views of one record.</summary>
    public static IEnumerable<Origin> Groups(Dump dump) =>
        dump.Groups.Select(group => new Origin(group.HubId, !group.IsBuiltIn, group.Name));

    public static IEnumerable<Origin> Organizations(Dump dump) =>
        dump.Organizations.Select(organization => new Origin(organization.Key, InScope: true, organization.Value));

    public static string FamilyName(User user) =>
        user.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
}
