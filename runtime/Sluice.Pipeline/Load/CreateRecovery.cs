namespace Sluice.Pipeline;

/// <summary>
/// Settles creates that timed out or whose process died: what was created is found and linked; what was not is free to
/// be created again, but never before a late commit can no longer arrive.
/// </summary>
internal sealed class CreateRecovery(
    Topology topology, IStore store, PipelineOptions options, TimeProvider clock, IntentBook intents, Linker linker)
{
    private readonly Dictionary<EntityName, OrphanSearch> _searches = [];

    /// <summary>One search per entity with unsettled creates, to be fed by its listing.</summary>
    public IReadOnlyDictionary<EntityName, OrphanSearch> Searches => _searches;

    /// <summary>Looks up what must be searched for.</summary>
    public void Prepare()
    {
        var open = from intent in intents.Creates
                   let pairing = topology.Find(intent.Pairing)
                   where pairing is not null
                   group (intent, References(pairing.Descriptor, intent.Side))
                       by pairing.Descriptor[intent.Side].Name;
        foreach (var group in open)
            _searches[group.Key] = new(group);
    }

    private static IReadOnlyList<string> References(PairingDescriptor pairing, Side side) =>
        [.. pairing.Fields.Where(field => field.Reference is not null).SelectMany(field => field.Paths(side))];

    /// <summary>Whether a record that was listed holds what an intent sent.</summary>
    public bool Resembles(Intent intent, RecordId record) =>
        _searches.Values.SelectMany(search => search.Hits(intent).Concat(search.Traces(intent)))
            .Any(hit => hit.Identity == record);

    /// <summary>
    /// The create that made a record which was listed, where it is still looked for: it shows what was sent.
    /// </summary>
    public Intent? MakerOf(RecordId record) => intents.Creates.FirstOrDefault(intent =>
        !intents.IsUndecidable(intent.Id)
        && _searches.Values.SelectMany(search => search.Hits(intent)).Any(hit => hit.Identity == record));

    /// <summary>Whether what was created for a record is still looked for.</summary>
    public bool IsLookedFor(PairingTurn turn, Side side, string key) => intents.Creates.Any(intent =>
        intent.Pairing == turn.Descriptor.Name && intent.Side == side.Other() && intent.OriginKey == key);

    /// <summary>
    /// Settles the creates of one pairing whose entity was listed to its end: nothing is needed of the other side, and
    /// whoever else creates there waits for it.
    /// </summary>
    public async Task RunAsync(PairingTurn turn, Listings listings)
    {
        foreach (var intent in intents.Creates.Where(intent => intent.Pairing == turn.Descriptor.Name))
        {
            var entity = turn.Descriptor[intent.Side].Name;
            if (_searches.TryGetValue(entity, out var search)
                && listings.Lost(turn.Descriptor, intent.Side) is null
                && listings.Of(entity) is { IsComplete: true, Extraction: { } extraction })
                await SettleAsync(turn, intent, search, extraction.StartedAt);
        }
    }

    // One record that cannot be asked for holds back only what is made for the same thing.
    private async Task SettleAsync(PairingTurn turn, Intent intent, OrphanSearch search, DateTimeOffset lookedFrom)
    {
        var link = (await store.FindLinkAsync(
            turn.Descriptor.Name, intent.Side.Other(), intent.OriginKey))?.Link;
        try
        {
            await SettleAsync(turn, intent, link, search, lookedFrom);
        }
        catch (RemoteException failure) when (failure.IsOfOneRecord())
        {
            await intents.SuspectAsync(intent, [], isOver: lookedFrom >= intent.At + options.LateCommitBound);
            await OpenAsync(turn, intent, link, OpenKind.Waiting,
                $"Whether {turn.Descriptor[intent.Side].Name} was created for it at {intent.At:u} could not be looked "
                    + $"for: {failure.Message} {failure.Fix}");
        }
    }

    private async Task SettleAsync(
        PairingTurn turn, Intent intent, Link? link, OrphanSearch search, DateTimeOffset lookedFrom)
    {
        var entity = turn.Descriptor[intent.Side].Name;
        var traced = await TracedAsync(entity, intent);
        if (link is { State: LinkState.Live } && traced is [var known] && known.Key == link.Key(intent.Side))
        {
            await LinkAsync(turn, intent, known, "created: found after its answer was lost, and linked before");
            return;
        }

        var hits = await PossibleAsync(turn, intent, link, traced is [var made] ? [made] : search.Hits(intent));

        // A listing that began before the last moment of arrival may have passed the place where it arrived. Where it
        // would show whose it is, what merely looks like it is another's as long as it may still arrive.
        var until = intent.At + options.LateCommitBound;
        var isOver = lookedFrom >= until;
        if (traced is [] && !isOver && link is null)
            await WaitAsync(turn, intent, until);
        else if (hits is [var found] && link is null && await LinkOfAsync(intent, found.Key) is null)
            await LinkAsync(turn, intent, found, "created: found after its answer was lost");
        else if (hits.Count > 0)
        {
            await intents.SuspectAsync(intent, [.. hits.Select(hit => hit.Key)], isOver);
            await OpenAsync(turn, intent, link, OpenKind.Review, await WordsAsync(turn, intent, link, hits));
        }
        else if (isOver && link is null)
            await GiveUpAsync(turn, intent, search);
        else if (isOver)
        {
            await intents.EndAsync(
                intent.Id, IntentState.NotDone, "not found after the late-commit bound", clock.GetUtcNow());
            await CloseAsync(turn, intent, link!);
        }
        else if (link is null)
        {
            // By then it may have been edited once more, or a field may not show any more.
            await intents.SuspectAsync(intent, await SuspectsAsync(turn, intent, search), isOver);
            await WaitAsync(turn, intent, until);
        }
    }

    private async ValueTask<string> WordsAsync(
        PairingTurn turn, Intent intent, Link? link, IReadOnlyList<Record> hits)
    {
        var entity = turn.Descriptor[intent.Side].Name;
        return link is not null
            ? $"It is linked to {link.Key(intent.Side)}, and {Keys(hits)} in {entity} may have been created for it at "
                + $"{intent.At:u} too."
            : hits is [var only] && await LinkOfAsync(intent, only.Key) is { } taken
                ? $"{only.Key} in {entity} looks like what was created for it at {intent.At:u}, and is linked to "
                    + $"{taken.Key(intent.Side.Other())}."
                : $"One of {Keys(hits)} in {entity} is what was created for it at {intent.At:u}; which one is not "
                    + "known.";
    }

    // Whoever is linked by a match, or by a person, is not taken away for what it looks like.
    private async ValueTask<Link?> LinkOfAsync(Intent intent, string key) =>
        (await store.FindLinkAsync(intent.Pairing, intent.Side, key))?.Link;

    private ValueTask WaitAsync(PairingTurn turn, Intent intent, DateTimeOffset until) =>
        OpenAsync(turn, intent, link: null, OpenKind.Waiting,
            $"Whether {turn.Descriptor[intent.Side].Name} was created for it at {intent.At:u} is not known; "
                + $"it may still arrive until {until:u}.");

    /// <returns>What the system says that a create made, if anything; null where it cannot say so.</returns>
    private async ValueTask<IReadOnlyList<Record>?> TracedAsync(EntityName entity, Intent intent)
    {
        var create = new WriteRequest(null, intent.Body) { Intent = intent.Identity };
        return topology.Sink(entity) is ITracedSink sink && sink.IsTraced(create)
            ? await sink.FindMadeAsync(create, CancellationToken.None) is { } made ? [made] : []
            : null;
    }

    // What the origin's lineage knows by now is no question: where it came after the create, it is what that made.
    private async Task GiveUpAsync(PairingTurn turn, Intent intent, OrphanSearch search)
    {
        var entity = turn.Descriptor[intent.Side].Name;
        var kin = (await store.LineageAsync(Origin(turn, intent)))
            .Where(other => other.Entity == topology.Physical(entity)).Select(other => other.Key).ToList();
        var suspects = await SuspectsAsync(turn, intent, search);
        if (suspects.Except(kin, StringComparer.Ordinal).Any())
        {
            await intents.SuspectAsync(intent, suspects, isOver: true);
            await OpenAsync(turn, intent, link: null, OpenKind.Review,
                $"{string.Join(", ", suspects)} in {entity} may be what was created for it at {intent.At:u}, edited or "
                    + "deleted since; link the two, or say that they are not the same.");
        }
        else if (!(kin is [var only] && await CanBeMadeAsync(intent, entity, only)
            && await JoinAsync(turn, intent, only, suspects)))
        {
            intents.GivenUp(intent);
            await intents.EndAsync(
                intent.Id, IntentState.NotDone,
                kin.Count > 0
                    ? $"{entity} {kin[0]} stands for it by way of other pairings"
                    : "not found after the late-commit bound",
                clock.GetUtcNow());
        }
    }

    // A lineage names what a view shows, and not the view's own records.
    private async ValueTask<bool> CanBeMadeAsync(Intent intent, EntityName entity, string kin) =>
        topology.Physical(entity) == entity
        && !await AreApartAsync(intent, kin)
        && await LinkOfAsync(intent, kin) is null
        && (await store.KnownBeforeAsync(entity, [kin], intent.At)).Count == 0;

    /// <returns>
    /// False where it is not there. Where it cannot be read it waits, and so does nobody but what stands for the same.
    /// </returns>
    private async Task<bool> JoinAsync(PairingTurn turn, Intent intent, string kin, IReadOnlyList<string> suspects)
    {
        var entity = turn.Descriptor[intent.Side].Name;
        try
        {
            if (topology.Source(entity) is not { } source
                || Pipeline.Keys.Own(await source.ReadAsync(kin, CancellationToken.None), kin) is not { } found)
                return false;

            await LinkAsync(turn, intent, found, "created: known by way of other pairings since");
        }
        catch (RemoteException failure) when (failure.IsOfOneRecord())
        {
            await intents.SuspectAsync(
                intent, [.. suspects.Union([kin], StringComparer.Ordinal)], isOver: true);
            await OpenAsync(turn, intent, link: null, OpenKind.Waiting,
                $"{entity} {kin}, which stands for it by way of other pairings, may be what was created for it at "
                    + $"{intent.At:u}, and could not be read: {failure.Message} {failure.Fix}");
        }

        return true;
    }

    private async Task LinkAsync(PairingTurn turn, Intent intent, Record found, string rule) =>
        await linker.CreatedAsync(
            turn, intent.Side,
            (intent.OriginKey, await OriginAsync(turn.Descriptor[intent.Side.Other()].Name, intent.OriginKey)), found,
            intent.Id, intent.Sent, intent.Versions, mayDiffer: true, isListed: true, rule);

    private static string Keys(IReadOnlyList<Record> records) =>
        string.Join(", ", records.Select(record => record.Key));

    // Of a view only the record itself tells which one it shows.
    private async Task<RecordId> OriginAsync(EntityName entity, string key) =>
        topology.Physical(entity) != entity
        && topology.Source(entity) is { } source
        && Pipeline.Keys.Own(await source.ReadAsync(key, CancellationToken.None), key) is { } origin
            ? origin.Identity
            : new(topology.Physical(entity), key);

    // Whoever deleted what a person was asked about may have deleted what was created.
    private async ValueTask<List<string>> SuspectsAsync(PairingTurn turn, Intent intent, OrphanSearch search)
    {
        var traces = search.Traces(intent);
        var suspects = (await PossibleAsync(turn, intent, null, traces)).ConvertAll(trace => trace.Key);
        foreach (var gone in intent.Suspects.Except(traces.Select(trace => trace.Key), StringComparer.Ordinal))
            if (!await AreApartAsync(intent, gone)
                && await store.FindLinkAsync(intent.Pairing, intent.Side, gone) is null)
                suspects.Add(gone);

        return suspects;
    }

    private ValueTask<bool> AreApartAsync(Intent intent, string key) =>
        store.AreToldApartAsync(intent.Pairing, intent.Side.Other(), intent.OriginKey, key);

    // What stands for something that was there before was not created for this, unless another pairing has joined the
    // two already; what stands for another new record may be a second create for the same origin. What it is linked to
    // is no question any more, and neither is what a person told apart from it.
    private async ValueTask<List<Record>> PossibleAsync(
        PairingTurn turn, Intent intent, Link? link, IReadOnlyList<Record> hits)
    {
        var possible = new List<Record>();
        if (hits.Count == 0)
            return possible;

        var origin = Origin(turn, intent);
        var before = await store.KnownBeforeAsync(
            turn.Descriptor[intent.Side].Name, [.. hits.Select(hit => hit.Key)], intent.At);
        foreach (var hit in hits.Where(hit => !before.Contains(hit.Key) && hit.Key != link?.Key(intent.Side)))
            if (await store.LineageAsync(hit.Identity) is var lineage
                && (lineage.Contains(origin) || !await WasAnyThereAsync(lineage, intent.At))
                && !await AreApartAsync(intent, hit.Key))
                possible.Add(hit);

        return possible;
    }

    private RecordId Origin(PairingTurn turn, Intent intent) =>
        new(topology.Physical(turn.Descriptor[intent.Side.Other()].Name), intent.OriginKey);

    private async ValueTask<bool> WasAnyThereAsync(IReadOnlyList<RecordId> lineage, DateTimeOffset before)
    {
        foreach (var records in lineage.GroupBy(record => record.Entity, record => record.Key))
            if ((await store.KnownBeforeAsync(records.Key, [.. records], before)).Count > 0)
                return true;

        return false;
    }

    // What else is open about a linked record is the business of its merge, and stays.
    private async ValueTask OpenAsync(PairingTurn turn, Intent intent, Link? link, OpenKind kind, string reason)
    {
        var item = new OpenItem(
            kind, intent.Pairing, intent.Side.Other(), intent.OriginKey, reason, turn.Descriptor.Line,
            clock.GetUtcNow())
        {
            Cause = kind == OpenKind.Review ? OpenCause.Made : OpenCause.Other,
        };
        if (link is null)
        {
            await turn.Open.OpenAsync(item);
            return;
        }

        turn.Open.Confirm(item.Side, item.Key);
        if (!turn.Open.Says(item))
            await KeepAsync(turn, link, [item, .. Others(turn, intent, link)]);
    }

    private async ValueTask CloseAsync(PairingTurn turn, Intent intent, Link link)
    {
        var others = Others(turn, intent, link);
        if (others.Count < turn.Open.Of(link).Count)
            await KeepAsync(turn, link, others);
    }

    private static List<OpenItem> Others(PairingTurn turn, Intent intent, Link link) =>
        [.. turn.Open.Of(link).Where(item => item.Cause != OpenCause.Made || item.Side == intent.Side)];

    private async ValueTask KeepAsync(PairingTurn turn, Link link, IReadOnlyList<OpenItem> open)
    {
        await store.MergeAsync(new(link.Id, [], link.IsDirty, clock.GetUtcNow()) { Open = open });
        turn.Open.Committed(link, open);
    }
}
