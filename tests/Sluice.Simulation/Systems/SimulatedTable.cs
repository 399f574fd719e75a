namespace Sluice.Simulation;

/// <summary>A system's records of one entity: what users see of them, and what its API does to them.</summary>
/// <param name="path">Where its API has them.</param>
internal sealed class SimulatedTable(
    string name, string entity, string path, Profile profile, Loop loop, Chance chance)
{
    public const string People = "people";

    public const string Teams = "teams";

    private readonly SortedDictionary<string, StoredRecord> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _merged = new(StringComparer.Ordinal);
    private int _next;

    public string Name { get; } = name;

    public string Entity { get; } = entity;

    /// <summary>Where its API has them.</summary>
    public string Path { get; } = path;

    public Profile Profile { get; } = profile;

    public bool IsTeams => Path == Teams;

    /// <summary>Whether a side of a pairing is about these records.</summary>
    public bool Is(SideDescriptor side) => side.System == Name && side.Entity == Entity;

    /// <summary>A field that its API shows empty, as when our account may no longer read it; null where there is none.
    /// </summary>
    public string? Hidden { get; set; }

    /// <summary>Whether it leaves that field out, rather than show it empty.</summary>
    public bool LeavesOut { get; set; }

    /// <summary>The records that are there, as their users see them.</summary>
    public IEnumerable<KeyValuePair<string, Row>> Live =>
        from record in _records.Values
        where record.Current is not null
        select KeyValuePair.Create(record.Key, record.Current!);

    public Row? Find(string key) => _records.GetValueOrDefault(key)?.Current;

    /// <summary>What asking for a record shows.</summary>
    public Row? Read(string key) => _records.GetValueOrDefault(key)?.Readable(loop.Now) is { } row ? Shown(row) : null;

    /// <summary>What a listing shows, in the order of keys.</summary>
    public IReadOnlyList<KeyValuePair<string, Row>> List() =>
    [
        .. from record in _records.Values
           let shown = record.Listable(loop.Now)
           where shown is not null
           select KeyValuePair.Create(record.Key, Shown(shown)),
    ];

    /// <summary>What a listing of changes shows, in the order of stamps.</summary>
    public IEnumerable<KeyValuePair<string, Row>> ListChanged(DateTimeOffset since, string after) =>
        from shown in List()
        orderby shown.Value.Modified, shown.Key
        where shown.Value.Modified > since
            || (shown.Value.Modified == since && string.CompareOrdinal(shown.Key, after) > 0)
        select shown;

    /// <summary>Adds a record that has been there for long: listings show it at once.</summary>
    public void Found(Row row) => NewRecord(row.Person).Add(Written(row), loop.Now, loop.Now);

    /// <summary>Whether a record has a reference, whether or not it shows yet.</summary>
    public bool Has(string reference) => Live.Any(record => record.Value.Reference == reference);

    public string Add(Row row, bool byApi)
    {
        var record = NewRecord(row.Person);
        Put(record.Key, row, byApi);
        return record.Key;
    }

    public void Put(string key, Row row, bool byApi) => Change(key, Written(row), byApi);

    /// <summary>Takes a record away as a part of another one.</summary>
    public void Merge(string key, string into)
    {
        _merged[key] = into;
        Remove(key, byApi: false);
    }

    /// <summary>What a record is part of now; null where it is not known to be part of anything.</summary>
    public string? MergedInto(string key) => _merged.GetValueOrDefault(key);

    public void Remove(string key, bool byApi) => Change(key, null, byApi);

    // The key of a team tells the checks which it is, wherever it stands; to the engine it tells nothing.
    private StoredRecord NewRecord(int whose)
    {
        var letter = char.ToLowerInvariant(Name[0]);
        var key = IsTeams ? $"{letter}t{whose}-{++_next:000}" : $"{letter}{++_next:000}";
        return _records[key] = new(key);
    }

    private Row Written(Row row)
    {
        foreach (var field in Row.Fields)
            row = row.With(field, Profile.Normalises(field, row[field]));
        return row with { Modified = Stamp() };
    }

    private void Change(string key, Row? row, bool byApi)
    {
        var readable = loop.Now + (byApi && row is not null ? Some(Profile.Settling) : TimeSpan.Zero);
        _records[key].Add(row, readable, loop.Now + Some(Profile.IndexLag));
    }

    private Row Shown(Row row) => Hidden is not { } field ? row
        : LeavesOut ? row with { LeftOut = field }
        : row.With(field, null);

    private TimeSpan Some(TimeSpan most) => most * chance.Fraction();

    private DateTimeOffset Stamp()
    {
        var time = loop.Now + Profile.ClockOffset;
        return new(time.Ticks - (time.Ticks % Profile.Resolution.Ticks), TimeSpan.Zero);
    }
}
