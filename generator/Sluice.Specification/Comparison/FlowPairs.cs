using Sluice.Specification.Reading;

namespace Sluice.Specification.Comparison;

/// <summary>Finds the flows of one document in another.</summary>
internal static class FlowPairs
{
    /// <summary>Every flow of either, in the order of the later document; what is gone comes last.</summary>
    public static List<(UnitedFlow? Before, UnitedFlow? After)> Of(List<UnitedFlow> before, List<UnitedFlow> after)
    {
        var found = new Dictionary<UnitedFlow, UnitedFlow>(ReferenceComparer.Instance);
        var gone = new List<UnitedFlow>(before);
        Find(after, gone, found, flow => (flow.First.Source.Text, flow.First.Target.Text));

        // Names that are written in another way are still the same.
        Find(after, gone, found, flow => (SystemLabel.FoldName(flow.First.Source.Text),
            SystemLabel.FoldName(flow.First.Target.Text)));
        return
        [
            .. after.Select(flow => (found.TryGetValue(flow, out var old) ? old : null, (UnitedFlow?)flow)),
            .. gone.Select(flow => ((UnitedFlow?)flow, default(UnitedFlow))),
        ];
    }

    private static void Find(
        List<UnitedFlow> after, List<UnitedFlow> gone, Dictionary<UnitedFlow, UnitedFlow> found,
        Func<UnitedFlow, (string, string)> key)
    {
        var open = gone.GroupBy(key).ToDictionary(group => group.Key, group => new Queue<UnitedFlow>(group));
        var taken = new HashSet<UnitedFlow>(ReferenceComparer.Instance);
        foreach (var flow in after)
            if (!found.ContainsKey(flow) && open.TryGetValue(key(flow), out var candidates) && candidates.Count > 0)
            {
                found[flow] = candidates.Dequeue();
                taken.Add(found[flow]);
            }

        gone.RemoveAll(taken.Contains);
    }

    private sealed class ReferenceComparer : IEqualityComparer<UnitedFlow>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(UnitedFlow? x, UnitedFlow? y) => ReferenceEquals(x, y);

        public int GetHashCode(UnitedFlow obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
