using System.Text.Json.Nodes;

namespace Sluice.Pipeline.Tests;

/// <summary>
/// The records of an entity, with every version they had. Stages of the engine read and write side by side, so each
/// look and each change is by itself.
/// </summary>
internal sealed class FakeRecords(Clock clock)
{
    private readonly SortedDictionary<string, JsonObject> _records = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public FakeHistory History { get; } = new(clock);

    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (_gate)
                return [.. _records.Keys];
        }
    }

    public JsonObject? Find(string key)
    {
        lock (_gate)
            return _records.GetValueOrDefault(key);
    }

    public void Add(string key, JsonObject record)
    {
        lock (_gate)
            _records[key] = record;
        Note(key);
    }

    /// <summary>Changes a record; nothing where it is not there.</summary>
    public void Change(string key, Action<JsonObject> change)
    {
        lock (_gate)
        {
            if (!_records.TryGetValue(key, out var record))
                return;

            change(record);
            record["modified"] = clock.GetUtcNow();
        }

        Note(key);
    }

    public void Remove(string key)
    {
        lock (_gate)
            _records.Remove(key);
        Note(key);
    }

    /// <summary>A copy that nobody changes: a node unfolds itself even while it is only read.</summary>
    public JsonObject Copy(JsonObject state)
    {
        lock (_gate)
            return (JsonObject)state.DeepClone();
    }

    private void Note(string key)
    {
        lock (_gate)
            History.Note(key, _records.GetValueOrDefault(key));
    }
}
