using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control;

/// <summary>Has what is read answered from what the systems hold, or from a copy where a switch says so.</summary>
internal sealed class Copies(IReadOnlyList<VendorSystem> systems, FaultBoard faults)
{
    private static readonly string Lag = new Faults.LagBehind().Name;
    private static readonly string Drift = new Faults.DriftPages().Name;

    private readonly Dictionary<VendorSystem, Replica> _replicas = [];

    /// <summary>Notes what a request may have changed in a system that lags.</summary>
    public void Keep(Call call)
    {
        if (call.Method == "GET")
            return;

        foreach (var system in systems)
            if (!faults.Rules(system).Has(Lag))
                _replicas.Remove(system);
            else
            {
                if (!_replicas.TryGetValue(system, out var replica))
                    _replicas[system] = replica = new(system);
                replica.Keep(call.Now);
            }
    }

    public Reply Answer(VendorSystem system, Call call)
    {
        if (call.Method != "GET")
            return system.Answer(call);
        if (_replicas.TryGetValue(system, out var replica) && call.Rules.Has(Lag))
            return replica.At(call.Now - TimeSpan.FromSeconds(call.Rules[Lag]), () => system.Answer(call));

        var reply = system.Answer(call);
        return reply.Page > 1 && call.Rules.Has(Drift)
            ? Replica.With(system, [.. system.Tables.Select(table => table.Rows.Skip(1).ToList())],
                () => system.Answer(call))
            : reply;
    }
}
