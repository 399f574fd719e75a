using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>
/// The records that the running cycle has read last, so that a decision need not read them again to look at them.
/// </summary>
/// <remarks>
/// Written by the extractions, read by the stages after them. Nothing is written over what stands here; something new
/// may be made of what is fresh.
/// </remarks>
internal sealed class RecentRecords(int capacity, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(EntityName Entity, string Key), (Record Record, DateTimeOffset At)>
        _records = new();

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

        var kept = (record, clock.GetUtcNow());
        if (_records.TryAdd((entity, record.Key), kept))
            Interlocked.Increment(ref _count);
        else
            _records[(entity, record.Key)] = kept;
    }

    public Record? Find(EntityName entity, string key) => _records.GetValueOrDefault((entity, key)).Record;

    /// <summary>Whether a record that was read shows a pairing what it was listed with.</summary>
    public bool Shows(Pairing pairing, Side side, Record read)
    {
        if (Find(pairing.Descriptor[side].Name, read.Key) is not { } listed)
            return false;

        var (before, now) = (FieldReader.Read(pairing, side, listed), FieldReader.Read(pairing, side, read));
        return pairing.Descriptor.Fields.Index().All(field =>
            CanonicalForm.Same(field.Item.Comparison, before[field.Index], now[field.Index]));
    }

    /// <summary>Whether a record was read less than some time ago; where the clock went back, nobody knows.</summary>
    public bool IsFresh(EntityName entity, string key, TimeSpan bound) =>
        _records.TryGetValue((entity, key), out var kept) && clock.GetUtcNow() - kept.At is var age
        && age >= TimeSpan.Zero && age < bound;

    /// <summary>Everything that was listed of an entity; null where not all of it was kept.</summary>
    public IEnumerable<Record>? All(EntityName entity) => _overflown.ContainsKey(entity)
        ? null
        : _records.Where(record => record.Key.Entity == entity).Select(record => record.Value.Record);
}
