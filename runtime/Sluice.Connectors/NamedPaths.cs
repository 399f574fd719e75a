namespace Sluice.Connectors;

/// <summary>
/// What documents name of each entity. Some properties cost much to be told, or move without an edit; they are asked
/// for only where a document names them, and unknown elsewhere.
/// </summary>
public sealed class NamedPaths
{
    private readonly ILookup<EntityName, string> _paths;

    /// <summary>What some pairings name.</summary>
    /// <param name="pairings">All pairings that are run.</param>
    public NamedPaths(IEnumerable<PairingDescriptor> pairings)
    {
        var named =
            from pairing in pairings
            from side in new[] { Side.Left, Side.Right }
            from path in pairing.Fields.SelectMany(field => field.Paths(side))
                .Concat(pairing.Rules.SelectMany(rule => (side == Side.Left ? rule.Left : rule.Right).Split(' ')))
            select (pairing[side].Name, path);
        _paths = named.ToLookup(one => one.Name, one => one.path);
    }

    /// <summary>Where no document names anything.</summary>
    public static NamedPaths None { get; } = new([]);

    /// <summary>Whether some document names a property, or something inside it.</summary>
    /// <param name="entity">Whose property.</param>
    /// <param name="path">The property, as the system's answers have it.</param>
    public bool Include(EntityName entity, string path) => _paths[entity].Any(named =>
        named.StartsWith(path, StringComparison.OrdinalIgnoreCase)
        && (named.Length == path.Length || named[path.Length] == '.'));
}
