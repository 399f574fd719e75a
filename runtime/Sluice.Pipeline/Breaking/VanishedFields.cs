namespace Sluice.Pipeline;

/// <summary>
/// Tells a person of a field that the answers of a whole system no longer contain: nothing is cleared by that, but what
/// the field holds is no longer kept in step, as happens when our account loses a right.
/// </summary>
/// <remarks>
/// What is stored is counted, for the cycle that saw it vanish may have told nobody. Lives for one cycle.
/// </remarks>
internal sealed class VanishedFields(IStore store, PipelineOptions options, TimeProvider clock)
{
    // No record has this key: the item is about all of them.
    private const string AllRecords = "*.";

    private IReadOnlyList<VanishedValues>? _vanished;
    private IReadOnlyList<PairingCounts>? _counts;

    /// <summary>Asks about what is missing from too many records; what was asked and is not confirmed closes.</summary>
    public async Task TellAsync(PairingTurn turn)
    {
        _vanished ??= await store.VanishedAsync();
        foreach (var field in turn.Descriptor.Fields)
            foreach (var vanished in _vanished.Where(known =>
                known.Pairing == turn.Descriptor.Name && known.Field == field.Name))
                await TellAsync(turn, field, vanished);
    }

    private async Task TellAsync(PairingTurn turn, FieldDescriptor field, VanishedValues vanished)
    {
        var (descriptor, side, absent) = (turn.Descriptor, vanished.Side, vanished.Links);
        var (count, share) = options.Breaker.Of(descriptor.Name);
        if (absent <= count)
            return;

        _counts ??= await store.CountsAsync();
        var links = _counts.FirstOrDefault(known => known.Pairing == descriptor.Name)?.Links ?? 0;
        if (absent > share * links)
            await turn.Open.OpenAsync(new(
                OpenKind.Review, descriptor.Name, side, AllRecords + field.Name,
                $"Answers of {descriptor[side].Name} no longer show {field.Name}: {absent} of {links} linked records. "
                    + $"Nothing is cleared by that. {DoubtfulChange.RightTo(field.Name, descriptor[side])}",
                field.Lines.Count > 0 ? field.Lines[0] : descriptor.Line, clock.GetUtcNow()));
    }
}
