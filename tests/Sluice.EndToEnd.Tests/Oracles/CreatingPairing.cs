using Sluice.EndToEnd.Tests.World;

namespace Sluice.EndToEnd.Tests.Oracles;

/// <summary>"Every A will be synchronized with a B": one counterpart for each, and no property copied.</summary>
internal sealed class CreatingPairing(string name, Func<Dump, IEnumerable<Origin>> origins) : IPairingOracle
{
    private readonly HashSet<string> _linked = [];
    private readonly HashSet<string> _gone = [];

    public string Name => name;

    /// <summary>The records that got their counterpart in the cycle foreseen last.</summary>
    public IReadOnlyList<Origin> Made { get; private set; } = [];

    public Numbers Foresee(Dump before)
    {
        var present = origins(before).ToDictionary(origin => origin.Key);
        _gone.UnionWith(_linked.Where(key => !present.ContainsKey(key)));
        _linked.ExceptWith(_gone);

        var open = present.Values.Where(origin => origin.InScope && !_linked.Contains(origin.Key)).ToList();
        Made = [.. open.Where(origin => origin.CanBeMade)];
        _linked.UnionWith(Made.Select(origin => origin.Key));
        return new(Made.Count, Updated: 0, _linked.Count, open.Count - Made.Count, _gone.Count);
    }
}
