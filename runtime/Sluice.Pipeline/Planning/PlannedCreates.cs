namespace Sluice.Pipeline;

/// <summary>What a plan would create: where, by whom first, and what it would look like to a person.</summary>
internal sealed class PlannedCreates(Topology topology, Listings listings)
{
    // Only where several pairings create can one of them come second.
    private readonly HashSet<EntityName> _shared =
    [
        .. topology.Pairings.Select(pairing => pairing.Descriptor)
            .SelectMany(pairing => new[] { pairing.Left.Name, pairing.Right.Name })
            .GroupBy(entity => entity).Where(group => group.Count() > 1).Select(group => group.Key),
    ];

    private readonly Dictionary<UInt128, string> _first = [];
    private readonly SortedSet<EntityName> _targets = [];
    private readonly SortedDictionary<EntityName, DuplicateSearch> _searches = [];

    /// <summary>The entities in which records would be created.</summary>
    public IEnumerable<EntityName> Targets => _targets;

    /// <summary>What has to be looked for among what is there, by entity.</summary>
    public IReadOnlyDictionary<EntityName, DuplicateSearch> Searches => _searches;

    /// <summary>The pairing that creates one for the same origin in the same place; null where none does.</summary>
    public string? First(RecordId origin, EntityName target) => _first.GetValueOrDefault(Number(origin, target));

    public void Add(PairingDescriptor pairing, CreateOperation create)
    {
        var target = pairing[create.Decision.Target].Name;
        _targets.Add(target);
        if (_shared.Contains(target))
            _first[Number(create.Origin.Identity, target)] = create.Pairing;

        // Where rules decide, a duplicate would have matched; where nothing is, there is none.
        if (pairing.Rules.Count > 0 || IsEmpty(target))
            return;

        if (!_searches.TryGetValue(target, out var search))
            _searches[target] = search = new(target);
        search.Add(create);
    }

    /// <summary>Whether a place was listed to its end and holds nothing.</summary>
    public bool IsEmpty(EntityName entity) =>
        listings.Of(entity) is { IsComplete: true, IsDelta: false, Seen: 0 };

    private static UInt128 Number(RecordId origin, EntityName target) => RecordHash.Number($"{origin}\n{target}");
}
