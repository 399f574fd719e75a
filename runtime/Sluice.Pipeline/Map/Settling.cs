namespace Sluice.Pipeline;

/// <summary>Knows how long a system may still show what stood in a field before we wrote it.</summary>
internal sealed class Settling(Topology topology, PipelineOptions options, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether a write may still be hidden behind what stood there before it.</summary>
    public bool MayHide(string system, DateTimeOffset written) =>
        options.Protections.Has(Protection.SettleBound) && Now < Over(system, written);

    /// <summary>When a write must show, or something else stands there.</summary>
    public DateTimeOffset Over(string system, DateTimeOffset written) =>
        written + topology.Policy(system).SettleBound;

    /// <summary>Whether a write that was not seen may still be what a side shows, over what is newer.</summary>
    public bool MayArrive(string system, DateTimeOffset written) =>
        options.Protections.Has(Protection.SettleBound) && Now < ArrivesBefore(system, written);

    /// <summary>When a write whose outcome is not known has arrived and shows, or never will.</summary>
    public DateTimeOffset ArrivesBefore(string system, DateTimeOffset written) =>
        Over(system, written) + options.LateCommitBound;

    /// <summary>
    /// What was made before this shows by now, in listings and by its key; null where all of it shows at once.
    /// </summary>
    public DateTimeOffset? ShownBefore(string system, DateTimeOffset at) =>
        options.Protections.Has(Protection.SettleBound) ? at - topology.Policy(system).SettleBound : null;

    /// <returns>
    /// Field by field the last write of ours, where what a side shows stood there before it or one before it and it may
    /// not be visible yet; null where what the side shows counts.
    /// </returns>
    public IReadOnlyList<OwnWrite?> Hidden(
        PairingDescriptor pairing, IReadOnlyList<FieldRule> rules, Side side, FieldValue[] shown,
        IReadOnlyList<OwnWrite> writes) => writes.Count == 0
        ? new OwnWrite?[rules.Count]
        : [.. rules.Select((rule, i) => Hidden(pairing[side].System, rule, side, shown[i], writes))];

    /// <summary>The same for one field.</summary>
    public OwnWrite? Hidden(
        string system, FieldRule rule, Side side, FieldValue shown, IReadOnlyList<OwnWrite> writes)
    {
        var last = writes.LastOrDefault(IsOf);
        return last is null || shown.IsAbsent || CanonicalForm.Same(rule.Comparison, last.Sent, shown)
            || !writes.Any(write => IsOf(write) && CanonicalForm.Same(rule.Comparison, write.Before, shown)
                && MayHide(system, write.At))
            ? null
            : last;

        bool IsOf(OwnWrite write) => write.Side == side && rule.Field.Paths(side).Contains(write.Path);
    }
}
