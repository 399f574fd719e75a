namespace Sluice.Pipeline;

/// <summary>What creates that nobody heard of again had sent for what a record stands for.</summary>
/// <remarks>
/// The record may be what one of them made, and be known for the same thing before that is: by a match, or by way of
/// another pairing. Where it shows what was sent, that is the origin's edit, however old, and no value of its own. As
/// long as the create is in question, a record of the origin's lineage that was not there before is what it made: what
/// that shows in place of what was sent was typed over it.
/// </remarks>
internal sealed class LostValues(
    Topology topology, IStore store, IntentBook intents, NativeKeys keys, Protections protections)
{
    private static readonly Side[] Sides = [Side.Left, Side.Right];

    /// <returns>
    /// The same marks, and what may have been sent to fields of which nothing is known: no base, and nothing carried.
    /// </returns>
    public async ValueTask<(RecordMarks Left, RecordMarks Right)> AddAsync(
        PairingDescriptor pairing, LinkedBases linked, (RecordMarks Left, RecordMarks Right) known) =>
        (await AddAsync(pairing, linked, Side.Left, known.Left),
            await AddAsync(pairing, linked, Side.Right, known.Right));

    private async ValueTask<RecordMarks> AddAsync(
        PairingDescriptor pairing, LinkedBases linked, Side side, RecordMarks known)
    {
        var paths = pairing.Fields.Where(field => linked.Bases.All(agreed => agreed.Field != field.Name))
            .SelectMany(field => field.Paths(side))
            .Except(known.Carried.Concat(known.Sent).Select(mark => mark.Path), StringComparer.Ordinal)
            .Except(known.Over.Select(write => write.Path), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        if (paths.Count == 0 || !protections.Has(Protection.VersionOrder) || !protections.Has(Protection.OnePerLineage))
            return known;

        var lost = (await LostAsync(linked.Link.Identity(side))).Where(sent => paths.Contains(sent.Mark.Path))
            .ToLookup(sent => sent.IsMade, sent => sent.Mark);
        return known with
        {
            Carried = [.. known.Carried, .. await keys.KnownAsync(pairing, side, [.. lost[true]])],
            Sent = [.. known.Sent, .. await keys.KnownAsync(pairing, side, [.. lost[false]])],
        };
    }

    private async ValueTask<IReadOnlyList<(Mark Mark, bool IsMade)>> LostAsync(RecordId record)
    {
        var lost = new List<(Mark, bool)>();
        var origins = (await store.LineageAsync(record)).ToLookup(origin => origin.Entity);
        foreach (var pairing in topology.Pairings.Select(known => known.Descriptor))
            foreach (var side in Sides.Where(side => topology.Physical(pairing[side].Name) == record.Entity))
                foreach (var origin in origins[topology.Physical(pairing[side.Other()].Name)])
                    foreach (var create in await intents.LostCreatesAsync(pairing.Name, side, origin.Key))
                    {
                        var isMade = await IsMadeAsync(pairing, create, record);
                        lost.AddRange((await SentAsync(pairing, create, record)).Select(mark => (mark, isMade)));
                    }

        return lost;
    }

    private async ValueTask<bool> IsMadeAsync(PairingDescriptor pairing, Intent create, RecordId record) =>
        create.State != IntentState.NotDone
        && pairing[create.Side].Name == record.Entity
        && !await store.AreToldApartAsync(pairing.Name, create.Side.Other(), create.OriginKey, record.Key)
        && (await store.KnownBeforeAsync(record.Entity, [record.Key], create.At)).Count == 0;

    private async ValueTask<IEnumerable<Mark>> SentAsync(PairingDescriptor pairing, Intent create, RecordId record)
    {
        await keys.ResolveAsync(pairing, create);
        return
            from field in pairing.Fields
            where create.Sent.TryGetValue(field.Name, out var sent) && !sent.IsBlank
            let version = create.Versions.GetValueOrDefault(field.Name)
            where version > 0
            from mark in Provenance.Marks(
                record, field, create.Side, keys.Native(field, create.Side, create.Sent[field.Name]), version,
                isCopy: true)
            select mark;
    }
}
