namespace Sluice.Pipeline;

/// <summary>Notices that a record shows what a write of ours has taken the place of, or is about to.</summary>
/// <remarks>
/// Whoever carries that to a third record would make it an edit of now, over what was written.
/// </remarks>
internal sealed class BuriedWrites(
    Topology topology, Provenance provenance, IntentBook intents, NativeKeys keys, FieldRules rules, Settling settling,
    PipelineOptions options)
{
    /// <summary>What stops a record from being made of another.</summary>
    /// <param name="turn">The turn of the pairing that would make it.</param>
    /// <param name="side">The side of the record that is there.</param>
    /// <param name="record">That record as it was listed or read.</param>
    /// <returns>In words, which write does not show; null where none is missing.</returns>
    public async ValueTask<string?> OfAsync(PairingTurn turn, Side side, Record record)
    {
        var (pairing, compared) = (turn.Descriptor, rules.Of(turn.Descriptor, side, record));
        var shown = FieldReader.Read(turn.Pairing, side, record);
        var hidden = settling.Hidden(
            pairing, compared, side, shown,
            [
                .. await provenance.OwnWritesAsync(pairing, side, record.Identity),
                .. await AwaitedAsync(turn, side, record),
            ]);
        return (
            from field in Enumerable.Range(0, compared.Count)
            let write = hidden[field]
            where write is not null && compared[field].Field.OneWay != side
            select $"{pairing[side].Name} shows {compared[field].Field.Name} = '{shown[field]}', which stood there "
                + $"before our write of '{write.Sent}'; nothing is made of that. From "
                + $"{settling.Over(pairing[side].System, write.At):u} on it counts.").FirstOrDefault();
    }

    /// <summary>
    /// Writes of other pairings that may arrive over what a record shows, and of which nothing else tells that they are
    /// newer.
    /// </summary>
    /// <remarks>What was carried before is known to be older. Of what never was nobody knows.</remarks>
    public async ValueTask<IReadOnlyList<OwnWrite>> AwaitedAsync(PairingTurn turn, Side side, Record record)
    {
        var pairing = turn.Descriptor;
        var updates = intents.UpdatesOf(record.Identity, topology, keys, except: pairing.Name).Reverse().ToList();
        if (updates.Count == 0)
            return [];

        var sent = await keys.KnownAsync(pairing, side, [.. updates.Select(update => update.Mark)]);
        var marks = await provenance.OfAsync(pairing, side, record.Identity);
        var (compared, shown) = (rules.Of(pairing, side, record), FieldReader.Read(turn.Pairing, side, record));
        return
        [
            .. from field in Enumerable.Range(0, compared.Count)
               let rule = compared[field]
               where !shown[field].IsBlank
                   && Provenance.Of(marks, rule.Field, rule.Comparison, side, shown[field]).Kind == ClaimKind.None
               from write in sent.Zip(updates, (mark, update) => (Mark: mark, update.At))
               where rule.Field.Paths(side).Contains(write.Mark.Path)
               select new OwnWrite(
                   side, write.Mark.Path, shown[field], write.Mark.Value, write.At + options.LateCommitBound),
        ];
    }
}
