namespace Sluice.Simulation;

/// <summary>One record of a system, with as much of its past as somebody may still be shown.</summary>
internal sealed class StoredRecord(string key)
{
    private readonly List<Version> _versions = [];

    public string Key { get; } = key;

    /// <summary>What it holds now; null where it is gone.</summary>
    public Row? Current => _versions[^1].Row;

    public Row? Readable(DateTimeOffset now) => _versions.FindLast(version => version.ReadableFrom <= now)?.Row;

    public Row? Listable(DateTimeOffset now) => _versions.FindLast(version => version.ListableFrom <= now)?.Row;

    /// <summary>Nobody sees a later state before an earlier one.</summary>
    public void Add(Row? row, DateTimeOffset readableFrom, DateTimeOffset listableFrom)
    {
        var last = _versions.Count == 0 ? null : _versions[^1];
        _versions.Add(new(
            row, Later(last?.ReadableFrom, readableFrom), Later(last?.ListableFrom, listableFrom)));
        if (_versions.Count > 40)
            _versions.RemoveRange(0, 20);
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } some && some > other ? some : other;
}
