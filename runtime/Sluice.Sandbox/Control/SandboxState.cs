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
    private readonly List<LogEntry> _log = [];
    private long _sequence;

    public Reply Control(Call call)
    {
        lock (_gate)
            return _control.Answer(call, _log);
    }

    public Reply Answer(VendorSystem system, Call call)
    {
        lock (_gate)
        {
            var known = call with
            {
                MissingRights = faults.MissingRights(system),
                Rules = faults.Rules(system),
            };
            var reply = faults.Answer(system, known, out var fault) ?? system.Answer(known);
            if (fault is null)
                reply = faults.Change(system, known, reply, out fault);

            var status = reply.Delivery.Answers ? reply.Status : 0;
            _log.Add(new(++_sequence, call.Now, system.Name, call.Method, call.Target, status, reply.Written, fault));
            return reply;
        }
    }
}
