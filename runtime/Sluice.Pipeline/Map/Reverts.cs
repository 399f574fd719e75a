namespace Sluice.Pipeline;

/// <summary>
/// Finds fields that a system puts back whenever they are written: it owns them, and to write them again would go on
/// for ever.
/// </summary>
internal sealed class Reverts(IStore store, PipelineOptions options, TimeProvider clock)
{
    /// <returns>The stops of a merge, with one more for each field that its target owns.</returns>
    public async ValueTask<IReadOnlyList<OpenItem?>> StopAsync(
        PairingTurn turn, Link link, MergePlan plan, IReadOnlyList<OpenItem?> stops)
    {
        var all = stops.ToArray();
        for (var i = 0; i < all.Length; i++)
            if (all[i] is null && plan.Decisions[i].Action is FieldAction.WriteLeft or FieldAction.WriteRight)
                all[i] = await StopAsync(
                    turn, link, plan, i, plan.Decisions[i].Action == FieldAction.WriteLeft ? Side.Left : Side.Right);

        return all;
    }

    private async ValueTask<OpenItem?> StopAsync(PairingTurn turn, Link link, MergePlan plan, int i, Side side)
    {
        var (descriptor, field) = (turn.Descriptor, turn.Descriptor.Fields[i]);
        var (shown, wanted) = (plan.Values(side)[i], plan.Values(side.Other())[i]);
        var last = await store.LastWritesAsync(link, side, field.Name, options.Reverts);
        return last.Count < options.Reverts || !last.All(write =>
                CanonicalForm.Same(plan.Rules[i].Comparison, write.Old, shown)
                && CanonicalForm.Same(plan.Rules[i].Comparison, write.New, wanted))
            ? null
            : MergeItem.Of(
                descriptor, link, OpenKind.Review, side, i,
                $"{descriptor[side].Name} owns {field.Name}: it put '{shown}' back after each of the last {last.Count} "
                    + $"times that '{wanted}' was written. It is not written again before either side changes.",
                clock.GetUtcNow(), Basis.Refused(turn.Pairing, i, plan.Left, plan.Right));
    }
}
