using System.Collections;

namespace Sluice.Pipeline;

/// <summary>
/// The operations of a plan as they are approved, in the order of pairings and hashes: sixteen bytes each.
/// </summary>
internal sealed class PlannedOperations : IReadOnlyCollection<PlannedOperation>
{
    private readonly SortedDictionary<string, List<UInt128>> _hashes = new(StringComparer.Ordinal);

    public int Count => _hashes.Values.Sum(hashes => hashes.Count);

    public void Add(string pairing, string signature)
    {
        if (!_hashes.TryGetValue(pairing, out var hashes))
            _hashes[pairing] = hashes = [];
        hashes.Add(RecordHash.Number(signature));
    }

    /// <summary>Leaves out what pairings that are not in a set would do.</summary>
    public void Keep(IReadOnlyDictionary<string, string> pairings)
    {
        foreach (var left in _hashes.Keys.Where(pairing => !pairings.ContainsKey(pairing)).ToList())
            _hashes.Remove(left);
    }

    public IEnumerator<PlannedOperation> GetEnumerator()
    {
        foreach (var (pairing, hashes) in _hashes)
        {
            hashes.Sort();
            foreach (var hash in hashes)
                yield return new(pairing, RecordHash.Text(hash));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
