using System.Globalization;

namespace Sluice.Sandboxes.Data;

/// <summary>
/// SplitMix64: the same numbers from the same seed on every machine and version, which System.Random does not promise.
/// </summary>
internal sealed class SeededRandom(ulong state)
{
    private ulong _state = state;

    public SeededRandom Fork(string label)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in label)
            hash = (hash ^ character) * 1099511628211UL;

        return new(_state ^ hash);
    }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }

    public string Uuid()
    {
        var high = Next();
        var low = Next();
        var variant = 0x8000 | ((low >> 48) & 0x3fff);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{high >> 32:x8}-{(high >> 16) & 0xffff:x4}-4{high & 0xfff:x3}-{variant:x4}-{low & 0xffffffffffff:x12}");
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
