namespace Sluice.Pipeline;

/// <summary>Records of one entity in the order in which they were read, the newest of each key.</summary>
/// <remarks>
/// Most cycles keep all and ask for none: where each stands is found out when somebody asks. Safe for concurrent use.
/// </remarks>
internal sealed class KeptRecords
{
    // Guards both of these.
    private readonly Lock _lock = new();
    private readonly List<(Record Record, DateTimeOffset At)> _records = [];
    private Dictionary<string, int>? _places;

    /// <summary>Whether there were more than could be kept.</summary>
    public volatile bool IsOverflown;

    /// <returns>Whether it takes room of its own.</returns>
    public bool Keep(Record record, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_places is not null && !_places.TryAdd(record.Key, _records.Count))
            {
                _records[_places[record.Key]] = (record, at);
                return false;
            }

            _records.Add((record, at));
            return true;
        }
    }

    public (Record Record, DateTimeOffset At)? Find(string key)
    {
        lock (_lock)
            return Places().TryGetValue(key, out var place) ? _records[place] : null;
    }

    public IReadOnlyList<Record> All()
    {
        lock (_lock)
            return [.. Places().Values.Order().Select(place => _records[place].Record)];
    }

    // A record that was kept twice stands where it was kept last.
    private Dictionary<string, int> Places()
    {
        if (_places is null)
        {
            _places = new(_records.Count, StringComparer.Ordinal);
            for (var place = 0; place < _records.Count; place++)
                _places[_records[place].Record.Key] = place;
        }

        return _places;
    }
}
