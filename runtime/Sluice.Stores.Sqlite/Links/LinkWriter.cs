namespace Sluice.Stores.Sqlite;

/// <summary>Stores links and how their merges ended, each with all that belongs to it.</summary>
internal sealed class LinkWriter(
    Session session, Entities entities, Pairings pairings, RecordNumbers numbers, ObservedRecords records,
    LinkReader reader, LinkMarks dirt, Bases bases, Marks marks, OwnWrites writes, Edits edits, OpenItems items,
    Journal journal, History history, Extractions extractions, Rulings rulings, MatchMemory memory)
{
    private readonly Statement _add = session.Prepare(
        """
        insert into links
            (pairing, left_key, right_key, left_record, right_record, state, origin, line, dirty, changed_at)
        values ($pairing, $left_key, $right_key, $left_record, $right_record, $state, $origin, $line, $dirty, $at)
        returning id
        """);

    private readonly Statement _made = session.Prepare(
        """
        update links set origin = $origin, line = $line, dirty = dirty or $dirty, changed_at = $at where id = $id
        """);

    private readonly Statement _negative = session.Prepare(
        "select id from links where pairing = $pairing and left_key = $left and right_key = $right and state = 2");

    private readonly Statement _merged = session.Prepare(
        """
        update links set dirty = $dirty, restored = restored and ($dirty or $open), changed_at = $at
        where id = $id
        """);

    // A link that lives again has not been looked at since: what changed meanwhile is found by a merge. One that ended
    // is done with until a record of it changes.
    private readonly Statement _setState = session.Prepare(
        """
        update links set state = $state, dirty = $state = 0 and (dirty or state <> 0), changed_at = $at
        where id = $id
        """);

    public ValueTask<Link> LinkAsync(NewLink link) => session.WriteAsync(() => Store(link));

    public ValueTask SetStateAsync(long id, LinkState state, DateTimeOffset at) =>
        session.WriteAsync(() => SetState(id, state, at));

    /// <summary>Within a transaction: stores a link with all that belongs to it.</summary>
    public Link Store(NewLink link)
    {
        var pairing = pairings.Number(link.Link.Pairing);
        var isSettled = journal.Settle(link.Intent is { } intent ? [intent] : [], link.At);
        var stored = Stored(pairing, link.Link) is not { } known ? Add(pairing, link)
            : isSettled ? Made(pairing, known, link)
            : known;
        if (link.Link.State != LinkState.Negative)
        {
            items.Clear(pairing, Side.Left, link.Link.LeftKey);
            items.Clear(pairing, Side.Right, link.Link.RightKey);
            EndRulings(pairing, link.Link);
        }

        return stored;
    }

    public ValueTask MergeAsync(MergeCommit merge) => session.WriteAsync(() =>
    {
        var link = reader.One(merge.Link).Link;
        var pairing = pairings.Number(link.Pairing);
        if (merge.Deleted is { } side && pairings.Entity(pairing, side) is { } entity)
            extractions.Delete(entity, link.Key(side), merge.At);
        if (merge.State is { } state)
            Set(pairing, link, state, merge.At);

        _merged.Run(merge.Dirty, merge.Open.Count > 0, merge.At, merge.Link);
        bases.Move(merge.Link, merge.Bases);
        marks.Keep(merge.Marks);
        writes.Keep(link, merge.OwnWrites, merge.OwnWritesOver);
        if (merge.Edits is { } seen)
            edits.Replace(merge.Link, seen);
        Unobserve(pairing, link, merge.Unobserved);
        journal.Settle(merge.Settled, merge.At);
        items.Replace(link, merge.Open);
        history.Append(merge.History);
    });

    /// <summary>Within a transaction: what a link says from now on.</summary>
    public void SetState(long id, LinkState state, DateTimeOffset at)
    {
        var link = reader.One(id).Link;
        var pairing = pairings.Number(link.Pairing);
        if (state == LinkState.Negative && link.State != state)
            RefuseIf(NegativeOf(pairing, link), link);
        else if (link.State == LinkState.Negative && link.State != state)
            RefuseTaken(pairing, link);

        Set(pairing, link, state, at);
    }

    /// <summary>Within a transaction: the negative link between two records; null where there is none.</summary>
    public Link? NegativeOf(long pairing, Link link) =>
        _negative.Number(pairing, link.LeftKey, link.RightKey) is { } id ? reader.One(id).Link : null;

    private void Unobserve(long pairing, Link link, IReadOnlyList<Side> sides)
    {
        foreach (var side in sides)
            if (pairings.Entity(pairing, side) is { } entity)
                records.Unobserve(entity, link.Key(side));
    }

    private Link Add(long pairing, NewLink added)
    {
        var link = added.Link;
        if (link.State != LinkState.Negative)
        {
            RefuseTaken(pairing, link);
            RefuseIf(NegativeOf(pairing, link), link);
        }

        pairings.Assume(pairing, Side.Left, entities.Number(link.Left.Entity));
        pairings.Assume(pairing, Side.Right, entities.Number(link.Right.Entity));
        var (left, right) = (numbers.Number(link.Left), numbers.Number(link.Right));
        var id = _add.Number(
            pairing, link.LeftKey, link.RightKey, left, right, (int)link.State, (int)link.Origin, link.Line,
            added.Dirty, added.At)!.Value;

        memory.Linked(pairing, link);
        link = link with { Id = id, IsDirty = added.Dirty };
        Fill(pairing, link, added);
        return link;
    }

    // What was linked before it was told that one was made for the other: what was sent is what both agreed on, but
    // where they have agreed on something since.
    private Link Made(long pairing, Link stored, NewLink made)
    {
        if (made.Link.Origin != LinkOrigin.Created)
            return stored;

        _made.Run((int)LinkOrigin.Created, made.Link.Line, made.Dirty, made.At, stored.Id);
        var agreed = bases.Read(stored.Id).Select(known => known.Field).ToHashSet(StringComparer.Ordinal);
        var link = stored with
        {
            Origin = LinkOrigin.Created, Line = made.Link.Line, IsDirty = stored.IsDirty || made.Dirty,
        };
        Fill(pairing, link, made with
        {
            Bases = [.. made.Bases.Where(sent => !agreed.Contains(sent.Field))],
            Edits = [.. made.Edits.Where(edit => !agreed.Contains(edit.Field))],
        });
        return link;
    }

    private void Fill(long pairing, Link link, NewLink filled)
    {
        Ask(link);
        bases.Move(link.Id, filled.Bases);
        edits.Add(link.Id, filled.Edits);
        marks.KeepNewer(filled.Marks);
        Unobserve(pairing, link, filled.Unobserved);
        if (filled.Created is { } created)
            records.StoreMade(pairings.Entity(pairing, filled.CreatedSide)!.Value, created);

        history.Append(filled.History);
    }

    private Link? Stored(long pairing, Link link)
    {
        var same = link.State == LinkState.Negative
            ? NegativeOf(pairing, link)
            : reader.OfKey(pairing, Side.Left, link.LeftKey)?.Link;
        return same is not null && same.RightKey == link.RightKey && same.State == link.State ? same : null;
    }

    // What lives again has the counterpart that somebody decided about.
    private void Set(long pairing, Link link, LinkState state, DateTimeOffset at)
    {
        _setState.Run((int)state, at, link.Id);
        memory.Linked(pairing, link);
        if (state != LinkState.Live)
            return;

        EndRulings(pairing, link);
        if (link.State != LinkState.Live)
            Ask(link);
    }

    // What others ask about either record was asked without knowing what was made for what, or while that was gone.
    private void Ask(Link link)
    {
        if (link.Origin != LinkOrigin.Created)
            return;

        dirt.Asked(numbers.Number(link.Left));
        dirt.Asked(numbers.Number(link.Right));
    }

    private void EndRulings(long pairing, Link link)
    {
        rulings.End(pairing, Side.Left, link.LeftKey);
        rulings.End(pairing, Side.Right, link.RightKey);
    }

    private void RefuseTaken(long pairing, Link link)
    {
        RefuseIf(reader.OfKey(pairing, Side.Left, link.LeftKey)?.Link, link);
        RefuseIf(reader.OfKey(pairing, Side.Right, link.RightKey)?.Link, link);
    }

    private static void RefuseIf(Link? taken, Link wanted)
    {
        if (taken is not null)
            throw new InvalidOperationException(
                $"{wanted.Pairing}: {wanted.LeftKey} and {wanted.RightKey} cannot get a link that is {wanted.State}: " +
                $"{taken.LeftKey} and {taken.RightKey} have one that is {taken.State} (number {taken.Id}).");
    }
}
