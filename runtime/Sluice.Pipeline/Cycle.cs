using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>One cycle: what was listed, and the pairings' turns.</summary>
internal sealed class Cycle
{
    private readonly TurnOrder _order;
    private readonly IStore _store;
    private readonly bool _planOnly;
    private readonly bool _joinsFirst;
    private readonly IProgress<CycleProgress>? _progress;
    private readonly Topology _topology;
    private readonly IntentBook _intents;
    private readonly NativeKeys _keys;
    private readonly CreateRecovery _recovery;
    private readonly Listings _listings;
    private readonly Correlation _correlation;
    private readonly WaysRound _ways;
    private readonly TurnRunner _turns;
    private readonly PlanPublisher _plan;

    public Cycle(
        Topology topology, IStore store, PipelineOptions options, TimeProvider clock, ILogger log,
        IReadOnlyDictionary<string, Account> accounts, VersionClock versions, Hints hints, ReferenceBook references,
        TurnOrder order, long run, bool planOnly, IProgress<CycleProgress>? progress)
    {
        (_order, _store, _planOnly, _progress) = (order, store, planOnly, progress);
        _joinsFirst = options.Protections.Has(Protection.JoinBeforeCreate);

        var recent = new RecentRecords(options.RecentRecords, clock);
        var settling = new Settling(topology, options, clock);
        var lenses = new Lenses(topology, new(options), new(topology, store));
        _topology = topology;
        _intents = new(store, options, clock);
        _keys = new(references);
        var extract = new ExtractStage(
            topology, lenses, store, options, clock, recent, hints, references, settling, log);
        _listings = new(topology, store, extract, options.Deletes, progress);

        _ways = new(order, topology, store, _listings);

        var gate = new WriteGate(topology, accounts);
        var provenance = new Provenance(
            topology, store, _intents, _keys, new(topology, store, _keys), settling, options.Protections);
        var lineages = new Lineages(topology, store, recent, options.Protections);
        var linker = new Linker(lenses, store, _intents, recent, references, _keys, clock);
        var matched = new MatchedCreates(store, _intents, lenses.Rules, linker);
        _recovery = new(topology, store, options, clock, _intents, linker);
        var copies = new Copies(store, options, clock);
        var barrier = new CreateBarrier(
            topology, store, options, clock, gate, _intents, _recovery, _listings, recent,
            new(provenance, lenses.Rules, settling), copies, _ways);
        _correlation = new(
            store, clock, _listings, recent, new(
                topology, store, recent, lineages, new(store, lenses.Connections, options)));
        var collected = new PlanCollector(
            lineages, barrier, new(topology, _listings), new(topology));

        // A first careful step is taken record by record.
        var lanes = order.Scope is { Key: null, Limit: null } ? options.Lanes : 1;
        var loader = new Loader(
            store, clock, linker, matched, new(order.Scope.Limit),
            new(topology, store, clock, barrier, copies, _intents, lineages, recent, provenance,
                lenses.Rules, versions, linker, log),
            new(topology, store, clock, _intents, versions, settling, references, _keys, options.Protections, log),
            new(topology, store, clock, _intents, _keys, log), options.Deletes);

        _turns = new(
            topology, store, clock, log, _listings, _recovery, Runner(loader, readAgain: true, lanes),
            Runner(collected, readAgain: false, lanes: 1), new(store, options, recent), new(store, clock, log),
            new(store, options, clock), options, run, planOnly);
        _plan = new(store, clock, _listings, recent, collected);

        PairingRunner Runner(IOperationTarget target, bool readAgain, int lanes)
        {
            var earlier = new WriteRecovery(
                _intents, provenance, new(topology, store, _intents, _keys, options.Protections), versions, options,
                clock);
            var losses = new LossPlanner(topology, store, options, gate, _intents, earlier, provenance, clock);
            var map = new MapStage(
                topology, provenance, new(options, settling), new(gate, settling, clock), barrier, earlier, _intents,
                _correlation, recent, lineages, losses, new(lineages, clock), new(store, options, clock),
                new(recent, references, settling, clock), references, _keys, matched, options, clock, readAgain);
            return new(
                new(store, lenses.Connections, options), new(map, barrier, clock, log), target, options,
                order.Scope.Key, lanes);
        }
    }

    public IReadOnlyList<ListingReport> Listings => _listings.Reports;

    /// <summary>
    /// Lists what the pairings need, and what unsettled creates may have made, once per entity and side by side.
    /// </summary>
    public async Task ListAsync(IEnumerable<string> unreachable, CancellationToken token)
    {
        await _intents.ReadAsync();
        foreach (var intent in _intents.All)
            if (_topology.Find(intent.Pairing)?.Descriptor is { } pairing)
                await _keys.ResolveAsync(pairing, intent);
        _recovery.Prepare();
        await _listings.RunAsync(_order.Pairings, unreachable, _recovery.Searches, token);
    }

    /// <summary>Gives each pairing its turn, those that others refer to first.</summary>
    public async Task<IReadOnlyList<PairingReport>> RunPairingsAsync(
        IReadOnlyDictionary<string, RemoteException> unreachable, CancellationToken token)
    {
        var turns = new List<(PairingTurn Turn, PairingReport? Stopped)>();
        foreach (var pairing in _order.Pairings)
        {
            token.ThrowIfCancellationRequested();
            var turn = await _turns.OpenAsync(pairing);
            turns.Add((turn, await _turns.RecoverAsync(turn, unreachable)));
        }

        // What a pairing without a turn has sent is not known either until somebody looks, and others wait for it.
        foreach (var pairing in _topology.Pairings.Except(_order.Pairings))
            if (!_planOnly && _intents.Creates.Any(intent => intent.Pairing == pairing.Descriptor.Name))
                await _turns.RecoverAsync(await _turns.OpenAsync(pairing), unreachable);

        _ways.Unapproved = turns.Where(open => open.Turn.State == PairingState.Observing)
            .Select(open => open.Turn.Descriptor.Name).ToHashSet(StringComparer.Ordinal);

        // Nothing is created before every pairing has joined what it can: two records that one of them joins would get
        // a counterpart each from two others.
        if (_joinsFirst)
            for (var i = 0; i < turns.Count; i++)
                turns[i] = (turns[i].Turn, await JoinAsync(turns[i]));
        await _correlation.PrepareAsync(turns.Where(open => open.Stopped is null).Select(open => open.Turn), token);
        for (var i = 0; i < turns.Count; i++)
        {
            var (turn, stopped) = _joinsFirst ? turns[i] : (turns[i].Turn, await JoinAsync(turns[i]));
            token.ThrowIfCancellationRequested();
            var before = turn.Tally.Created;
            stopped ??= _joinsFirst ? _ways.Blocks(turn, turns) : null;
            turns[i] = (turn, stopped ?? await _turns.CreateAsync(turn, unreachable, token));
            if (_joinsFirst && turn.Tally.Created > before)
                for (var other = 0; other < turns.Count; other++)
                    if (other != i && turns[other].Stopped is null && turns[other].Turn.CanJoinWhatIsNewBy(turn))
                        turns[other] = (
                            turns[other].Turn, await _turns.LinkAsync(turns[other].Turn, unreachable, token));
        }

        var reports = turns.ConvertAll(turn => _turns.Report(turn.Turn, turn.Stopped));
        var counts = (await _store.CountsAsync()).ToDictionary(count => count.Pairing, StringComparer.Ordinal);
        reports.AddRange(_order.LeftOut.Select(left => new PairingReport(
            left.Key, PairingState.Observing, 0, 0, 0, 0, 0, 0, 0) { Skipped = left.Value }));
        reports.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return [.. reports.Select(report => counts.TryGetValue(report.Name, out var count)
            ? report with
            {
                // What is only planned stays what it is, and is told as what it would be.
                State = _planOnly && report.Skipped is null ? report.State : count.State,
                Links = count.Links, Waiting = count.Waiting, Review = count.Review,
                Rejected = count.Rejected, Unwanted = count.Unwanted, Breaker = count.Breaker,
            }
            : report)];

        Task<PairingReport?> JoinAsync((PairingTurn Turn, PairingReport? Stopped) next)
        {
            token.ThrowIfCancellationRequested();
            _progress?.Report(new("match", next.Turn.Descriptor.Name, 0));
            return next.Stopped is null
                ? _turns.JoinAsync(next.Turn, unreachable, token)
                : Task.FromResult<PairingReport?>(next.Stopped);
        }
    }

    /// <summary>The plan of what was only planned; null where nothing was.</summary>
    public async Task<SyncPlan?> PlanAsync(CancellationToken token) =>
        _turns.Planned.Count > 0 || _planOnly ? await _plan.PublishAsync(_turns.Planned, token) : null;
}
