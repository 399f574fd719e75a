using Sluice.Connectors.Entities;
using Sluice.Connectors.Http;

namespace Sluice.Connectors.Listing;

/// <summary>Chooses how an entity is listed whose changes can be asked for.</summary>
internal static class ChangingSource
{
    /// <summary>
    /// By what changed; in full where a document names a property whose edits no such listing shows
    /// (<see cref="Entity{T}.Unstamped"/>).
    /// </summary>
    public static ISource Of<T>(
        Entity<T> entity, NamedPaths named, Reads reads, EntityCalls calls, DeltaCalls<T> delta)
        where T : class =>
        entity.Unstamped.Any(path => named.Include(entity.Name, path))
            ? new EntitySource<T>(entity, reads, calls)
            : new DeltaSource<T>(entity, reads, calls, delta);
}
