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
    private readonly ConcurrentDictionary<EntityName, KeptRecords> _entities = new();
    private int _count;

    public void Keep(EntityName entity, Record record)
    {
        var kept = _entities.GetOrAdd(entity, static _ => new());
        if (Volatile.Read(ref _count) >= capacity && kept.Find(record.Key) is null)
            kept.IsOverflown = true;
        else if (kept.Keep(record, clock.GetUtcNow()))
            Interlocked.Increment(ref _count);
    }

    public Record? Find(EntityName entity, string key) => Kept(entity, key)?.Record;

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
        Kept(entity, key) is { At: var at } && clock.GetUtcNow() - at is var age
        && age >= TimeSpan.Zero && age < bound;

    /// <summary>Everything that was listed of an entity; null where not all of it was kept.</summary>
    public IEnumerable<Record>? All(EntityName entity) => !_entities.TryGetValue(entity, out var kept) ? []
        : kept.IsOverflown ? null
        : kept.All();

    private (Record Record, DateTimeOffset At)? Kept(EntityName entity, string key) =>
        _entities.TryGetValue(entity, out var kept) ? kept.Find(key) : null;
}
