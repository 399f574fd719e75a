using System.Runtime.CompilerServices;

namespace Sluice.Connectors.YouTrack;

/// <summary>
/// Groups, with Hub's word on which are built in: YouTrack marks one of them only, and two views of one group must
/// agree on whether it counts.
/// </summary>
internal sealed class GroupSource(ISource groups, ISource userGroups) : ISource
{
    public EntityName Entity => groups.Entity;

    public EntityName PhysicalEntity => groups.PhysicalEntity;

    public async IAsyncEnumerable<Page> ListAsync([EnumeratorCancellation] CancellationToken token)
    {
        var builtIn = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in userGroups.ListAsync(token))
            builtIn.UnionWith(page.Records.Where(group => !group.InScope).Select(group => group.Key));

        await foreach (var page in groups.ListAsync(token))
            yield return page with { Records = [.. page.Records.Select(Scoped)] };

        Record Scoped(Record group) => builtIn.Contains(group.Identity.Key) ? group with { InScope = false } : group;
    }

    public async Task<Record?> ReadAsync(string key, CancellationToken token)
    {
        var group = await groups.ReadAsync(key, token);
        return group is { InScope: true } && await userGroups.ReadAsync(group.Identity.Key, token) is { InScope: false }
            ? group with { InScope = false }
            : group;
    }
}
