namespace Sluice.Pipeline;

/// <summary>Stores links, with all that belongs to them.</summary>
internal sealed class Linker(
    Lenses lenses, IStore store, IntentBook intents, RecentRecords recent, ReferenceBook references, NativeKeys keys,
    TimeProvider clock)
{
    /// <summary>Links two records that were matched, or found to stand for one thing.</summary>
    /// <remarks>Their fields are merged next: a link that copies something is dirty from the start.</remarks>
    /// <returns>
    /// Null where one of them was linked to another since it was decided; the next cycle decides anew.
    /// </returns>
    public async ValueTask<Link?> LinkAsync(
        PairingTurn turn, Side side, Unlinked record, (string Key, RecordId Identity) across, LinkOrigin origin,
        int line)
    {
        if (await store.FindLinkAsync(turn.Descriptor.Name, side, record.Key) is not null
            || await store.FindLinkAsync(turn.Descriptor.Name, side.Other(), across.Key) is not null)
            return null;

        // What is one thing by way of other pairings is no first meeting of two strangers.
        if (origin == LinkOrigin.Match && (await store.LineageAsync(record.Identity)).Contains(across.Identity))
            origin = LinkOrigin.Lineage;

        var link = await store.LinkAsync(new(
            Make(turn.Descriptor, side, (record.Key, record.Identity), across, origin, line), [],
            turn.Descriptor.Fields.Count > 0, clock.GetUtcNow()));
        references.Note(link);
        turn.Tally.Link();
        turn.Open.Committed(link, []);
        return link;
    }

    /// <summary>Links a record to the one that was created for it, and settles the intent.</summary>
    /// <remarks>
    /// Where that was found later, the origin may have been edited and listed in between, with no link to mark; and a
    /// reference may have been left out: then the two may differ. An origin that was read otherwise than it was listed
    /// is news when it is listed next.
    /// </remarks>
    public async ValueTask<Link> CreatedAsync(
        PairingTurn turn, Side target, (string Key, RecordId Identity) origin, Record created, long? intent,
        IReadOnlyDictionary<string, FieldValue> sent, IReadOnlyDictionary<string, long> versions, bool mayDiffer,
        bool isListed, string rule)
    {
        await references.ResolveAsync(turn.Descriptor[target].Name, created);
        var first = FirstBases.Of(
            turn.Pairing, target, origin.Identity, sent, versions, created,
            lenses.Rules.Of(turn.Descriptor, target, created), mayDiffer);
        var made = Make(
            turn.Descriptor, target.Other(), origin, (created.Key, created.Identity), LinkOrigin.Created,
            turn.Descriptor.Line);
        var link = await store.LinkAsync(new(made, first.Bases, first.IsDirty || mayDiffer, clock.GetUtcNow())
        {
            Intent = intent,
            Created = Seen(turn.Descriptor[target].Name, created),
            CreatedSide = target,
            Edits = mayDiffer ? await EditsAsync(turn, new(made, first.Bases), target, created) : [],
            Unobserved = isListed ? [] : [target.Other()],
            Marks = keys.Native(turn.Descriptor, made, first.Marks),
            History =
            [
                new(
                    turn.Run, turn.Descriptor.Name, made.LeftKey, made.RightKey, target, "", FieldValue.Absent,
                    FieldValue.Absent, rule, turn.Descriptor.Line, clock.GetUtcNow())
                {
                    Document = turn.Descriptor.Document,
                    Intent = intent,
                },
            ],
        });
        references.Note(link);
        intents.Settled(intent);
        turn.Tally.Create();
        turn.Open.Committed(link, []);
        return link;
    }

    // Had they been linked when they were listed, it would have been noted then: to the next listing it is no news, and
    // a read may be from before it.
    private async ValueTask<IReadOnlyList<FieldEdit>> EditsAsync(
        PairingTurn turn, LinkedBases linked, Side target, Record created)
    {
        var edits = new List<FieldEdit>();
        foreach (var side in new[] { Side.Left, Side.Right })
        {
            var entity = turn.Descriptor[side].Name;
            if ((side == target ? created : recent.Find(entity, linked.Link.Key(side))) is not { } shown)
                continue;

            await references.ResolveAsync(entity, shown);
            edits.AddRange(new Observer(lenses, entity, turn.Edits.UnchangedAt(side), clock)
                .Observe(shown, hash: "", new(shown.Key, IsNew: false, [linked])).Edits
                .SelectMany(seen => seen.Fields));
        }

        return edits;
    }

    // Whoever is created for next looks for a counterpart among what was created before it.
    private Observation Seen(EntityName entity, Record created)
    {
        var observer = new Observer(lenses, entity, unchangedAt: null, clock);
        return observer.Observe(created, observer.Hash(created), new(created.Key, IsNew: true, []));
    }

    private static Link Make(
        PairingDescriptor pairing, Side side, (string Key, RecordId Identity) here,
        (string Key, RecordId Identity) across, LinkOrigin origin, int line)
    {
        var (left, right) = side == Side.Left ? (here, across) : (across, here);
        return new(0, pairing.Name, left.Key, right.Key, LinkState.Live, origin)
        {
            Left = left.Identity,
            Right = right.Identity,
            Line = line,
        };
    }
}
