using System.Globalization;

namespace Sluice.Specification.Naming;

/// <summary>Hands out names that differ by more than letter case.</summary>
internal sealed class NameSet
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    public NameSet(params IEnumerable<string>[] reserved) =>
        _taken = new(reserved.SelectMany(names => names), StringComparer.OrdinalIgnoreCase);

    /// <summary>The first candidate that is free; else the last one with a number behind it.</summary>
    public string Take(params string[] candidates)
    {
        foreach (var candidate in candidates)
            if (_taken.Add(candidate))
                return candidate;

        var stem = candidates[candidates.Length - 1];
        for (var number = _next.TryGetValue(stem, out var next) ? next : 2; ; number++)
        {
            var numbered = stem + number.ToString(CultureInfo.InvariantCulture);
            if (!_taken.Add(numbered))
                continue;

            _next[stem] = number + 1;
            return numbered;
        }
    }
}
