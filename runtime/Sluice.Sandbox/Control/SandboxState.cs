using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control;

/// <summary>
/// What the four endpoints share. Everything below is read and written under <see cref="_gate"/> only, one request at a
/// time, so that the order of the log is the order in which things happened.
/// </summary>
internal sealed class SandboxState(IReadOnlyList<VendorSystem> systems, FaultBoard faults)
{
    private readonly Lock _gate = new();
    private readonly ControlPlane _control = new(systems, faults);
    private readonly Copies _copies = new(systems, faults);
    private readonly List<(VendorSystem System, Call Call)> _late = [];
    private readonly List<LogEntry> _log = [];
    private long _sequence;

    public Reply Control(Call call)
    {
        lock (_gate)
        {
            CarryOutLate(call.Now);
            var reply = _control.Answer(call, _log);
            _copies.Keep(call);
            return reply;
        }
    }

    public Reply Answer(VendorSystem system, Call call)
    {
        lock (_gate)
        {
            CarryOutLate(call.Now);
            var known = Known(system, call);
            var reply = faults.Answer(system, known, out var fault) ?? _copies.Answer(system, known);
            if (reply.Later is { } later)
                _late.Add((system, call with { Now = call.Now + later }));
            if (fault is null)
                reply = faults.Change(system, known, reply, out fault);

            _copies.Keep(call);
            reply = faults.Follow(system, known, reply);
            Log(system, call, reply, fault);
            return reply;
        }
    }

    private Call Known(VendorSystem system, Call call) => call with
    {
        MissingRights = faults.MissingRights(system),
        Rules = faults.Rules(system),
    };

    private void CarryOutLate(DateTimeOffset now)
    {
        foreach (var (system, call) in _late.Where(late => late.Call.Now <= now).ToList())
        {
            _late.Remove((system, call));
            var reply = system.Answer(Known(system, call));
            _copies.Keep(call);
            Log(system, call, reply with { Delivery = DroppedDelivery.Instance }, "late-commit");
        }
    }

    private void Log(VendorSystem system, Call call, Reply reply, string? fault) => _log.Add(new(
        ++_sequence, call.Now, system.Name, call.Method, call.Target, reply.Delivery.Answers ? reply.Status : 0,
        reply.Written, fault));
}
