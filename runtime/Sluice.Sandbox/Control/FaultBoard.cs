using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control;

/// <summary>
/// The switches that are on. The first that acts on a request is the only one; a used-up one is gone.
/// </summary>
internal sealed class FaultBoard
{
    private readonly List<FaultSwitch> _switches = [];

    public IReadOnlyList<FaultSwitch> Switches => _switches;

    public void Add(FaultSwitch fault) => _switches.Add(fault);

    public void Clear() => _switches.Clear();

    public IReadOnlyCollection<string> MissingRights(VendorSystem system) =>
        [.. _switches.Where(fault => fault.Kind is Faults.RightMissing && IsFor(fault, system))
            .Select(fault => fault.Entity!)];

    /// <summary>What was switched on last counts.</summary>
    public CallRules Rules(VendorSystem system)
    {
        var rules = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var fault in _switches.Where(fault => fault.Kind.IsRule && IsFor(fault, system)))
            rules[fault.Kind.Name] = fault.Seconds ?? 0;

        return new(rules);
    }

    /// <summary>What the rules make of an answer.</summary>
    public Reply Follow(VendorSystem system, Call call, Reply reply) => _switches
        .Where(fault => fault.Kind.IsRule && IsFor(fault, system, call))
        .Aggregate(reply, (followed, fault) => fault.Kind.Follow(fault, system, followed));

    public Reply? Answer(VendorSystem system, Call call, out string? fault) =>
        First(system, call, candidate => candidate.Kind.Answer(candidate, system, call), out fault);

    public Reply Change(VendorSystem system, Call call, Reply reply, out string? fault) =>
        First(system, call, candidate => candidate.Kind.Change(candidate, system, reply), out fault) ?? reply;

    private static bool IsFor(FaultSwitch fault, VendorSystem system) =>
        fault.System is null || fault.System == system.Name;

    private static bool IsFor(FaultSwitch fault, VendorSystem system, Call call) =>
        IsFor(fault, system)
        && (fault.Method is null || fault.Method == call.Method)
        && (fault.Path is null
            ? fault.Kind.ActsOnSignIn || !system.IsSignIn(call)
            : call.Path.Contains(fault.Path, StringComparison.OrdinalIgnoreCase));

    private Reply? First(VendorSystem system, Call call, Func<FaultSwitch, Reply?> act, out string? name)
    {
        foreach (var fault in _switches)
        {
            if (!IsFor(fault, system, call) || act(fault) is not { } reply)
                continue;

            if (fault.Left is { } left)
                fault.Left = left - 1;
            if (fault.Left == 0)
                _switches.Remove(fault);

            name = fault.Kind.Name;
            return reply;
        }

        name = null;
        return null;
    }
}
