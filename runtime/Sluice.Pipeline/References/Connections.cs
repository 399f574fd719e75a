using System.Text.Json;

namespace Sluice.Pipeline;

/// <summary>
/// Tells whether a record is connected with one that has a counterpart in a system, by references in either direction.
/// </summary>
/// <remarks>
/// What records name is stored when they are looked at, so that no record has to be read to tell whom it is connected
/// with.
/// </remarks>
internal sealed class Connections
{
    private readonly IStore _store;
    private readonly ILookup<EntityName, (PairingDescriptor Pairing, Side Side)> _pairings;
    private readonly ILookup<EntityName, (string Path, EntityName Named)> _paths;

    public Connections(Topology topology, IStore store)
    {
        _store = store;
        var all = topology.Pairings.Select(pairing => pairing.Descriptor).ToList();
        _pairings = (
            from pairing in all
            from side in new[] { Side.Left, Side.Right }
            select (pairing, side)).ToLookup(known => known.pairing[known.side].Name);
        _paths = (
            from pairing in all
            from side in new[] { Side.Left, Side.Right }
            from connection in pairing[side].Connections
            let origin = pairing[side.Other()].Name
            from known in connection.Forth.Select(path => (Entity: origin, Path: (path, connection.Entity)))
                .Concat(connection.Back.Select(path => (Entity: connection.Entity, Path: (path, origin))))
            select known).Distinct().ToLookup(known => known.Entity, known => known.Path);
    }

    /// <summary>The entities whose records have to be known, since others are asked for by what they name.</summary>
    public static IEnumerable<EntityName> Needed(PairingDescriptor pairing) =>
        from side in new[] { Side.Left, Side.Right }
        from connection in pairing[side].Connections
        where connection.Back.Count > 0
        select connection.Entity;

    /// <summary>Which paths of an entity's records are looked at; part of how they are looked at.</summary>
    public string Lens(EntityName entity) => string.Join(
        ',', _paths[entity].Select(path => $"{path.Path}>{path.Named}").Order(StringComparer.Ordinal));

    /// <summary>The records that a record names.</summary>
    public IReadOnlyList<NamedRecord> Names(EntityName entity, Record record) =>
    [
        .. (from path in _paths[entity]
            from key in Values(record.Raw, path.Path.Split('.'))
            select new NamedRecord(path.Path, path.Named, key)).Distinct(),
    ];

    /// <returns>Why no record of a side is made for an origin; null where it is to be made.</returns>
    public async ValueTask<MissingConnection?> MissingAsync(PairingDescriptor pairing, Side target, string key)
    {
        var (origin, system) = (pairing[target.Other()].Name, pairing[target].System);
        var connected = new List<(EntityName Entity, string Key)>();
        foreach (var connection in pairing[target].Connections)
        {
            var keys = (await _store.NamedByAsync(origin, key, connection.Entity, connection.Forth))
                .Concat(await _store.NamingAsync(connection.Entity, connection.Back, origin, key)).Distinct();
            foreach (var other in keys)
            {
                if (await IsInAsync(connection.Entity, other, system))
                    return null;

                connected.Add((connection.Entity, other));
            }
        }

        var names = string.Join(" or ", pairing[target].Connections.Select(connection => connection.Entity).Distinct());
        return new(connected, system, connected.Count > 0
            ? $"It is connected with {string.Join(", ", connected.Select(other => $"{other.Entity} {other.Key}"))}, "
                + $"and none of these has a counterpart in {system}."
            : names.Length > 0
                ? $"It is connected with no {names}."
                : "Nothing of what it would have to be connected with is known.");
    }

    private async ValueTask<bool> IsInAsync(EntityName entity, string key, string system)
    {
        foreach (var (pairing, side) in _pairings[entity])
            if (pairing[side.Other()].System == system
                && await _store.FindLinkAsync(pairing.Name, side, key) is { Link: var link }
                && link.State == LinkState.Live && !link.IsGone(side.Other()))
                return true;

        return false;
    }

    // Through lists all of their elements are meant; an object is no key.
    private static IEnumerable<string> Values(JsonElement element, IReadOnlyList<string> path) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Values(item, path)),
            JsonValueKind.Object when path.Count > 0 => element.TryGetProperty(path[0], out var member)
                ? Values(member, [.. path.Skip(1)])
                : [],
            JsonValueKind.String or JsonValueKind.Number when path.Count == 0 && element.ToString().Length > 0 =>
                [element.ToString()],
            _ => [],
        };
}
