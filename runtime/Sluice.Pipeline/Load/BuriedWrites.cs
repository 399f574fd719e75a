namespace Sluice.Pipeline;

/// <summary>Notices that a record shows what stood there before a write of ours.</summary>
/// <remarks>
/// What is made of such a record would carry that on as if somebody had just put it there, over what was written.
/// </remarks>
internal sealed class BuriedWrites(Provenance provenance, FieldRules rules, Settling settling)
{
    /// <param name="turn">The turn of the pairing that would make something of the record.</param>
    /// <param name="side">The record's side.</param>
    /// <param name="record">The record as it was listed or read.</param>
    /// <returns>In words, which write may be hidden and until when; null where none is.</returns>
    public async ValueTask<string?> OfAsync(PairingTurn turn, Side side, Record record)
    {
        var (pairing, compared) = (turn.Descriptor, rules.Of(turn.Descriptor, side, record));
        var shown = FieldReader.Read(turn.Pairing, side, record);
        var hidden = settling.Hidden(
            pairing, compared, side, shown, await provenance.OwnWritesAsync(pairing, side, record.Identity));
        return (
            from field in Enumerable.Range(0, compared.Count)
            let write = hidden[field]
            where write is not null && compared[field].Field.OneWay != side
            select $"{pairing[side].Name} shows {compared[field].Field.Name} = '{shown[field]}', which stood there "
                + $"before our write of '{write.Sent}'; nothing is made of that. From "
                + $"{settling.Over(pairing[side].System, write.At):u} on it counts.").FirstOrDefault();
    }
}
