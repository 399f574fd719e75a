using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>The records that the running cycle has read last, so that a decision need not read them again to look at them.</summary>
/// <remarks>Written by the extractions, read by the stages after them. Never good enough to base a write on.</remarks>
internal sealed class RecentRecords(int capacity)
{
    private readonly ConcurrentDictionary<(EntityName Entity, string Key), Record> _records = new();

    public void Keep(EntityName entity, Record record)
    {
        if (_records.Count < capacity)
            _records[(entity, record.Key)] = record;
    }

    public Record? Find(EntityName entity, string key) => _records.GetValueOrDefault((entity, key));
}
