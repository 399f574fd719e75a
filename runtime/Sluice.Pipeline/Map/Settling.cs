namespace Sluice.Pipeline;

/// <summary>Knows how long a system may still show what stood in a field before we wrote it.</summary>
internal sealed class Settling(Topology topology, PipelineOptions options, TimeProvider clock)
{
    // A field that a system owns shows its own value for ever: it is not written to for ever.
    private const int Tries = 3;

    // Long after any system has settled, and long enough to count tries.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>Whether a write may still be hidden behind what stood there before it.</summary>
    public bool MayHide(string system, DateTimeOffset written) =>
        options.Protections.Has(Protection.SettleBound) && clock.GetUtcNow() < Over(system, written);

    /// <summary>When a write must show, or something else stands there.</summary>
    public DateTimeOffset Over(string system, DateTimeOffset written) =>
        written + topology.Policy(system).SettleBound;

    /// <returns>
    /// The last write of ours, where what a side shows stood there before it or one before it and it may not be visible
    /// yet; null where what the side shows counts.
    /// </returns>
    public OwnWrite? Hidden(
        PairingDescriptor pairing, FieldDescriptor field, Side side, FieldValue shown, IReadOnlyList<OwnWrite> writes)
    {
        var last = writes.LastOrDefault(IsOf);
        return last is null || shown.IsAbsent || CanonicalForm.Same(field.Canonical, last.Sent, shown)
            || !writes.Any(write => IsOf(write) && CanonicalForm.Same(field.Canonical, write.Before, shown)
                && MayHide(pairing[side].System, write.At))
            ? null
            : last;

        bool IsOf(OwnWrite write) => write.Side == side && field.Paths(side).Contains(write.Path);
    }

    /// <summary>Whether a value that was accepted and does not show will be sent once more.</summary>
    public static bool HasTries(FieldDescriptor field, Side side, FieldValue value, IEnumerable<OwnWrite> writes) =>
        writes.Count(write =>
            write.IsUnseen
            && write.Side == side
            && write.Path == field.Paths(side)[0]
            && CanonicalForm.Same(field.Canonical, write.Sent, value)) < Tries;

    /// <summary>Whether a write may still count.</summary>
    public bool IsKept(OwnWrite write) => clock.GetUtcNow() < write.At + Memory;
}
