using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// The records that the running cycle has read last, so that a decision need not read them again to look at them.
/// </summary>
/// <remarks>Written by the extractions, read by the stages after them. Never good enough to base a write on.</remarks>
internal sealed class RecentRecords(int capacity)
{
    private readonly ConcurrentDictionary<(EntityName Entity, string Key), Record> _records = new();
    private readonly ConcurrentDictionary<EntityName, bool> _overflown = new();
    private int _count;

    public void Keep(EntityName entity, Record record)
    {
        // Counting the dictionary would lock all of it for every record.
        if (Volatile.Read(ref _count) >= capacity && !_records.ContainsKey((entity, record.Key)))
        {
            _overflown[entity] = true;
            return;
        }

        if (_records.TryAdd((entity, record.Key), record))
            Interlocked.Increment(ref _count);
        else
            _records[(entity, record.Key)] = record;
    }

    public Record? Find(EntityName entity, string key) => _records.GetValueOrDefault((entity, key));

    /// <summary>Everything that was listed of an entity; null where not all of it was kept.</summary>
    public IEnumerable<Record>? All(EntityName entity) => _overflown.ContainsKey(entity)
        ? null
        : _records.Where(record => record.Key.Entity == entity).Select(record => record.Value);
}
