namespace Sluice.Pipeline;

/// <summary>
/// Finds what a record already has, or had, in another system by way of other pairings, so that it is not made twice.
/// </summary>
internal sealed class Lineages(Topology topology, IStore store, RecentRecords recent, Protections protections)
{
    /// <returns>The records of an entity that stand for the same thing as a record.</returns>
    /// <exception cref="RemoteException">Their system could not be asked.</exception>
    public async ValueTask<Counterparts> CounterpartsAsync(
        Unlinked record, EntityName entity, CancellationToken token)
    {
        var physical = topology.Physical(entity);
        var (live, gone, doubt) = (new List<RecordId>(), new List<RecordId>(), (string?)null);
        foreach (var other in (await LineageAsync(record.Identity)).Where(other => other.Entity == physical))
            try
            {
                if (await IsThereAsync(other, isCertain: false, token))
                    live.Add(other);
                else if (!await IsDecidedAsync(record, other))
                    gone.Add(other);
            }
            catch (RemoteException failure) when (failure.IsOfOneRecord())
            {
                doubt ??= $"By way of other pairings it stands, or stood, for {other}, of which it is not known "
                    + $"whether it is there: {failure.Message} {failure.Fix}";
            }

        return new(live, gone) { Doubt = doubt };
    }

    /// <returns>
    /// Other records of the same two entities that are there and would stand for the same thing, if two records do.
    /// </returns>
    /// <exception cref="RemoteException">One of them could not be asked for.</exception>
    public async ValueTask<IReadOnlyList<RecordId>> RivalsAsync(RecordId left, RecordId right, CancellationToken token)
    {
        var rivals = new List<RecordId>();
        foreach (var other in (await LineageAsync(left)).Concat(await LineageAsync(right)).Distinct())
            if (other != left && other != right && (other.Entity == left.Entity || other.Entity == right.Entity)
                && await IsThereAsync(other, isCertain: true, token))
                rivals.Add(other);

        return rivals;
    }

    /// <summary>
    /// Whether this cycle has seen a record of an entity that stands for the same thing: no call is made.
    /// </summary>
    public async ValueTask<bool> HasSeenAsync(RecordId record, EntityName entity)
    {
        var physical = topology.Physical(entity);
        return (await LineageAsync(record))
            .Any(other => other.Entity == physical && recent.Find(other.Entity, other.Key) is not null);
    }

    /// <summary>
    /// Whether a record of a side stands for the same thing that has no link there and is not known to be gone: no call
    /// is made. Of a side that is a view that is not known: lineages name what a view shows.
    /// </summary>
    public async ValueTask<bool> HaveFreeAsync(RecordId record, PairingDescriptor pairing, Side side)
    {
        foreach (var other in (await LineageAsync(record)).Where(other => other.Entity == pairing[side].Name))
            if ((await store.LinksOfAsync(other)).All(linked =>
                (linked.Link.Pairing != pairing.Name || linked.Link.State == LinkState.Ended)
                && !linked.Link.IsGone(linked.Link.Left == other ? Side.Left : Side.Right)))
                return true;

        return false;
    }

    /// <summary>
    /// Whether of two linked records one was made for the other, by another pairing, or both for a third, or it for
    /// them: then they are one thing, whatever linked them first.
    /// </summary>
    public async ValueTask<bool> ShareOriginAsync(Link link) =>
        protections.Has(Protection.OnePerLineage)
        && (await MadeWithAsync(link, Side.Left)).Intersect(await MadeWithAsync(link, Side.Right)).Any();

    // What the link's own pairing made has agreed on all that it mapped then; a field that it maps only since is a
    // first meeting.
    private async ValueTask<IEnumerable<RecordId>> MadeWithAsync(Link of, Side side) =>
        from linked in await store.LinksOfAsync(of.Identity(side))
        let link = linked.Link
        where link is { Origin: LinkOrigin.Created, State: LinkState.Live } && link.Pairing != of.Pairing
        from record in new[] { link.Left, link.Right }
        select record;

    // What went only after a person had said so, or was not known to be gone, is nothing that they decided about.
    private async ValueTask<bool> IsDecidedAsync(Unlinked record, RecordId gone) =>
        record is { Ruling: Ruling.Create, RuledAt: { } at }
        && (await store.GoneAsync(gone.Entity, [gone.Key], at)).Count > 0;

    private async ValueTask<IReadOnlyList<RecordId>> LineageAsync(RecordId record) =>
        protections.Has(Protection.OnePerLineage) ? await store.LineageAsync(record) : [];

    // What answers with something that cannot be read is there. Of what counts as gone that proves nothing: who links
    // with it would carry its loss on. Nor is it enough to ask a person to choose between two.
    private async Task<bool> IsThereAsync(RecordId record, bool isCertain, CancellationToken token)
    {
        if (recent.Find(record.Entity, record.Key) is not null || topology.Source(record.Entity) is not { } source)
            return true;

        try
        {
            return Keys.Own(await source.ReadAsync(record.Key, token), record.Key) is not null;
        }
        catch (RemoteException failure) when (failure.Failure == RemoteFailure.Malformed && !isCertain)
        {
            if ((await store.GoneAsync(record.Entity, [record.Key])).Count > 0)
                throw;

            return true;
        }
    }
}
