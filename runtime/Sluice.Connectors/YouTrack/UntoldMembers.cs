using Sluice.Connectors.Entities;
using Sluice.Connectors.Writing;

namespace Sluice.Connectors.YouTrack;

/// <summary>Says which members documents name that nobody tells from 2026.1 on.</summary>
internal static class UntoldMembers
{
    /// <summary>Those of users and user groups, which stay with Hub.</summary>
    public static IReadOnlyList<string> OfAccounts(NamedPaths named) =>
        [.. Of(named, YouTrackEntities.Users), .. Of(named, YouTrackEntities.Usergroups)];

    /// <summary>What to say of all of them in the dialect that is set.</summary>
    public static IReadOnlyList<Warning> Warnings(YouTrackOptions options, NamedPaths named) =>
        options.Dialect == YouTrackDialect.Hub
            ? []
            : [.. OfAccounts(named).Concat(Of(named, YouTrackEntities.Organizations)).Select(In(options))];

    private static Func<string, Warning> In(YouTrackOptions options) => members => new(
        $"Documents name {members}, which nobody tells from version 2026.1 on ({options.Section}:"
        + $"{nameof(options.Dialect)} is {options.Dialect}): unknown, so nothing is matched by it, written from it or "
        + "over it.",
        $"Take these rows out. If YouTrack is of a version before 2026.1, set {options.Section}:"
        + $"{nameof(options.Dialect)} to {YouTrackDialect.Hub}.");

    private static IEnumerable<string> Of<T>(NamedPaths named, Entity<T> entity)
        where T : class
    {
        var names = ContractAttributes.Names<HubOnlyAttribute>(entity.Type)
            .Where(name => named.Include(entity.Name, name)).ToList();
        return names.Count == 0 ? [] : [$"{string.Join(", ", names)} of {entity.Name}"];
    }
}
