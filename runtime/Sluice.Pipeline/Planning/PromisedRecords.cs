namespace Sluice.Pipeline;

/// <summary>
/// What a plan would make, and what could be made only once that is there: records that nobody wants today for want of
/// a connection, which a cycle after the plan looks at again.
/// </summary>
internal sealed class PromisedRecords(Topology topology)
{
    // Nobody is kept waiting by any other.
    private readonly HashSet<EntityName> _awaited =
    [
        .. topology.Pairings.SelectMany(pairing => pairing.Descriptor.Left.Connections
            .Concat(pairing.Descriptor.Right.Connections)).Select(connection => connection.Entity),
    ];

    private readonly HashSet<UInt128> _made = [];
    private readonly List<Promise> _promises = [];

    /// <summary>The plan gives a record a counterpart in a system.</summary>
    public void Make(EntityName entity, string key, string system)
    {
        if (_awaited.Contains(entity))
            _made.Add(Number(entity, key, system));
    }

    /// <summary>An item says that a record is not wanted for want of a connection.</summary>
    public void Miss(int item, EntityName entity, string key, MissingConnection missing) =>
        _promises.Add(new(item, entity, key, missing));

    /// <summary>What each item is to say that is not true any more once the plan was carried out.</summary>
    public IReadOnlyDictionary<int, string> Settle()
    {
        var kept = new Dictionary<int, string>();

        // What is made after the plan may be what others are connected with.
        while (_promises.FindAll(promise => !kept.ContainsKey(promise.Item) && promise.Connection(_made) is not null)
            is { Count: > 0 } next)
            foreach (var promise in next)
            {
                var (entity, key) = promise.Connection(_made)!.Value;
                kept[promise.Item] =
                    $"{promise.Entity} {promise.Key}: It is connected with {entity} {key}, which has yet to get its "
                    + $"counterpart in {promise.Missing.System}; it is looked at again, and may be made, in a cycle "
                    + "after that.";
                _made.Add(Number(promise.Entity, promise.Key, promise.Missing.System));
            }

        return kept;
    }

    private static UInt128 Number(EntityName entity, string key, string system) =>
        RecordHash.Number($"{entity}\n{key}\n{system}");

    private sealed record Promise(int Item, EntityName Entity, string Key, MissingConnection Missing)
    {
        public (EntityName Entity, string Key)? Connection(HashSet<UInt128> made)
        {
            foreach (var connected in Missing.Connected)
                if (made.Contains(Number(connected.Entity, connected.Key, Missing.System)))
                    return connected;

            return null;
        }
    }
}
