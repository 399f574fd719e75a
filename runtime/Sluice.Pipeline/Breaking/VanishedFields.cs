namespace Sluice.Pipeline;

/// <summary>
/// Tells a person of a field that the answers of a whole system no longer contain: nothing is cleared by that, but what
/// the field holds is no longer kept in step, as happens when our account loses a right.
/// </summary>
internal sealed class VanishedFields(
    IStore store, PipelineOptions options, VanishedValues vanished, TimeProvider clock)
{
    // No record has this key: the item is about all of them.
    private const string AllRecords = "*.";

    public async Task TellAsync(PairingTurn turn)
    {
        foreach (var field in turn.Descriptor.Fields)
            foreach (var side in new[] { Side.Left, Side.Right })
                await TellAsync(turn, side, field);
    }

    private async Task TellAsync(PairingTurn turn, Side side, FieldDescriptor field)
    {
        var (descriptor, key) = (turn.Descriptor, AllRecords + field.Name);
        var (absent, shown) = vanished.Of(descriptor.Name, side, field.Name);
        var (count, share) = options.Breaker.Of(descriptor.Name);
        if (turn.Open.Of(side, key).Count > 0)
        {
            // What is still missing changed no record since: only one that shows it again says that it is back.
            if (shown == 0)
                turn.Open.Confirm(side, key);
            return;
        }

        if (absent <= count)
            return;

        var links = (await store.CountsAsync()).FirstOrDefault(known => known.Pairing == descriptor.Name)?.Links ?? 0;
        if (absent > share * links)
            await turn.Open.OpenAsync(new(
                OpenKind.Review, descriptor.Name, side, key,
                $"Answers of {descriptor[side].Name} no longer show {field.Name}: {absent} of {links} linked records. "
                    + $"Nothing is cleared by that. {DoubtfulChange.RightTo(field.Name, descriptor[side])}",
                field.Lines.Count > 0 ? field.Lines[0] : descriptor.Line, clock.GetUtcNow()));
    }
}
