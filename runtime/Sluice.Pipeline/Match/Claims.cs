namespace Sluice.Pipeline;

/// <summary>Who may be what a record was created for.</summary>
internal sealed class Claims
{
    private readonly Dictionary<RecordId, HashSet<RecordId>> _origins = [];

    /// <summary>The physical records that claim a record; none where nobody does.</summary>
    public IReadOnlyCollection<RecordId> On(RecordId record) => _origins.TryGetValue(record, out var all) ? all : [];

    public void Add(RecordId record, RecordId origin)
    {
        if (!_origins.TryGetValue(record, out var all))
            _origins[record] = all = [];
        all.Add(origin);
    }
}
