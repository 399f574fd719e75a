using Sluice.Sandboxes.Data;
using Sluice.Sandboxes.Http;

namespace Sluice.Sandboxes.Control;

/// <summary>
/// Something that goes wrong on the way. To add one: write a class in <c>Faults/</c>, and name it in
/// <see cref="FaultKinds"/>.
/// </summary>
internal abstract class FaultKind
{
    public abstract string Name { get; }

    /// <summary>How often it acts unless the switch says otherwise; null without end.</summary>
    public virtual int? Times => null;

    /// <summary>Whether it acts on requests for a token without a path that says so.</summary>
    public virtual bool ActsOnSignIn => false;

    /// <summary>Whether it changes how the system itself behaves; it then uses no switch up.</summary>
    public virtual bool IsRule => false;

    /// <summary>What the switch lacks, in words; null where it is complete.</summary>
    public virtual string? Missing(FaultSwitch fault) => null;

    /// <summary>Answers in the system's place, so that nothing happens there; null to let it answer.</summary>
    public virtual Reply? Answer(FaultSwitch fault, VendorSystem system, Call call) => null;

    /// <summary>What a rule makes of every answer, after all else.</summary>
    public virtual Reply Follow(FaultSwitch fault, VendorSystem system, Reply reply) => reply;

    /// <summary>Changes what the system answered, after it acted; null to let it be.</summary>
    public virtual Reply? Change(FaultSwitch fault, VendorSystem system, Reply reply) => null;
}
