using System.Collections.Concurrent;

namespace Sluice.Pipeline;

/// <summary>Records that somebody says have changed: each is read by its key in the next cycle.</summary>
/// <remarks>
/// Written by whoever hears of a change, emptied by the extractions. It is kept in memory only: a hint that is lost
/// costs time, because listings show the same.
/// </remarks>
internal sealed class Hints
{
    // Each costs a call; beyond this a listing is cheaper, and it comes anyway.
    private const int Most = 1000;

    private readonly ConcurrentDictionary<(EntityName Entity, string Key), bool> _noted = new();

    public bool Note(EntityName entity, string key) => _noted.Count < Most && _noted.TryAdd((entity, key), true);

    /// <summary>Hands out what was noted of an entity, once.</summary>
    public IReadOnlyList<string> Take(EntityName entity) =>
    [
        .. _noted.Keys.Where(hint => hint.Entity == entity && _noted.TryRemove(hint, out _)).Select(hint => hint.Key)
            .Order(StringComparer.Ordinal),
    ];
}
