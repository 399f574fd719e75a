using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>One cycle: what was listed, and the pairings' turns.</summary>
internal sealed class Cycle
{
    private readonly Topology _topology;
    private readonly IStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly long _run;
    private readonly bool _planOnly;
    private readonly IProgress<CycleProgress>? _progress;
    private readonly ExtractStage _extract;
    private readonly CreateRecovery _recovery;
    private readonly PairingRunner _loading;
    private readonly PairingRunner _planning;
    private readonly PlanCollector _plan;
    private readonly ConcurrentDictionary<EntityName, ExtractionOutcome> _listed = new();
    private readonly Dictionary<EntityName, OrphanSearch> _searches = [];

    public Cycle(
        Topology topology, IStore store, PipelineOptions options, TimeProvider clock, ILogger log,
        IReadOnlyDictionary<string, Account> accounts, long run, bool planOnly, IProgress<CycleProgress>? progress)
    {
        (_topology, _store, _clock, _log, _run, _planOnly, _progress) = (topology, store, clock, log, run, planOnly, progress);

        var recent = new RecentRecords(options.RecentRecords);
        var gate = new WriteGate(topology, accounts);
        var lineages = new Lineages(topology, store);
        var linker = new Linker(store, clock);
        var earlier = new UpdateRecovery(store, options, clock);
        var planner = new MergePlanner(options);
        var match = new MatchStage(store);
        var creates = new CreateLoader(topology, store, options, clock, gate, lineages, linker, log);
        var merges = new MergeLoader(topology, store, clock, gate, log);

        _extract = new(topology, store, options, clock, recent, log);
        _recovery = new(topology, store, options, clock, linker);
        _plan = new(topology, lineages, gate);
        _loading = new(
            topology, match, new(topology, planner, earlier, recent, clock, readAgain: true),
            new Loader(store, clock, linker, creates, merges), options, clock, log);
        _planning = new(
            topology, match, new(topology, planner, earlier, recent, clock, readAgain: false), _plan, options, clock, log);
    }

    public IReadOnlyList<ListingReport> Listings =>
    [
        .. _listed.Values.OrderBy(listed => listed.Entity).Select(listed => new ListingReport(
            listed.Entity.ToString(), listed.Seen, listed.IsComplete, listed.Problem, listed.Bad)),
    ];

    /// <summary>Lists what the pairings need, and what unsettled creates may have made, once per entity and side by side.</summary>
    public async Task ListAsync(IEnumerable<string> unreachable, CancellationToken token)
    {
        var orphans = await _recovery.OpenAsync();
        var needed = (from pairing in _topology.Pairings
                      from side in new[] { Side.Left, Side.Right }
                      where Needs.Listing(pairing.Descriptor, side)
                      select pairing.Descriptor[side].Name)
            .Concat(orphans.Select(group => group.Key))
            .Where(entity => !unreachable.Contains(entity.System) && _topology.Source(entity) is not null)
            .Distinct().ToList();

        foreach (var entity in needed.Where(orphans.Contains))
            _searches[entity] = new([.. orphans[entity]]);

        await Stages.RunAsync(token, [.. needed.Select(entity => (Func<CancellationToken, Task>)(stop =>
            ListAsync(entity, _searches.TryGetValue(entity, out var search) ? [search] : [], stop)))]);
    }

    /// <summary>Gives each pairing its turn, in the order of names.</summary>
    public async Task<IReadOnlyList<PairingReport>> RunPairingsAsync(
        IReadOnlyDictionary<string, RemoteException> unreachable, CancellationToken token)
    {
        var reports = new List<PairingReport>();
        foreach (var pairing in _topology.Pairings)
        {
            token.ThrowIfCancellationRequested();
            _progress?.Report(new("match", pairing.Descriptor.Name, 0));
            reports.Add(await TurnAsync(pairing, unreachable, token));
        }

        var counts = (await _store.CountsAsync()).ToDictionary(count => count.Pairing, StringComparer.Ordinal);
        return [.. reports.Select(report => counts.TryGetValue(report.Name, out var count)
            ? report with { State = count.State, Links = count.Links, Waiting = count.Waiting, Review = count.Review, Rejected = count.Rejected }
            : report)];
    }

    /// <summary>The plan of what was only planned; null where nothing was.</summary>
    public async Task<SyncPlan?> PlanAsync(CancellationToken token)
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pairing in _topology.Pairings)
            if (await StateAsync(pairing.Descriptor) == PairingState.Observing)
                states[pairing.Descriptor.Name] = Mapping.Fingerprint(pairing.Descriptor);

        if (states.Count == 0 && !_planOnly)
            return null;

        var duplicates = await DuplicatesAsync(token);
        var operations = _plan.Operations.Where(operation => states.ContainsKey(operation.Pairing)).ToList();
        var hash = RecordHash.Of(string.Join('\n',
            states.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Key} {state.Value}")
                .Concat(operations.Select(operation => $"{operation.Pairing} {operation.Operation}").Order(StringComparer.Ordinal))))[..12];
        if (states.Count > 0)
            await _store.SavePlanAsync(new(hash, _clock.GetUtcNow(), states, operations));

        return new(hash, _plan.Items, duplicates, _plan.Calls) { NeedApproval = [.. states.Keys.Order(StringComparer.Ordinal)] };
    }

    private async Task<PairingReport> TurnAsync(
        Pairing pairing, IReadOnlyDictionary<string, RemoteException> unreachable, CancellationToken token)
    {
        var descriptor = pairing.Descriptor;
        var state = await StateAsync(descriptor);
        var report = new PairingReport(descriptor.Name, state, 0, 0, 0, 0, 0, 0, 0);
        if (_loading.Missing(descriptor) is { } missing)
            return report with { Problem = $"{missing} is not configured.", Fix = $"Add the section Systems:{missing}; `sluice doctor` shows what is there." };
        foreach (var side in new[] { descriptor.Left, descriptor.Right })
            if (unreachable.TryGetValue(side.System, out var failure))
                return report with { Problem = failure.Message, Fix = failure.Fix };

        var turn = new PairingTurn(_run, pairing, state, await OpenList.ReadAsync(_store, descriptor.Name), new());
        var failed = Failed(descriptor);
        try
        {
            var times = new EditTimes(Before(descriptor.Left), Before(descriptor.Right), _clock.GetUtcNow());
            if (_planOnly || state == PairingState.Observing)
                await _planning.RunAsync(turn, failed is null, times, token);
            else
            {
                await RecoverAsync(turn);
                await _loading.RunAsync(turn, failed is null, times, token);
                if (state == PairingState.Approved && failed is null)
                    await _store.GoLiveAsync(descriptor.Name, _clock.GetUtcNow());
            }
        }
        catch (RemoteException failure)
        {
            _log.LogWarning("{Pairing} stopped: {Reason} {Fix}", descriptor.Name, failure.Message, failure.Fix);
            report = report with { Problem = failure.Message, Fix = failure.Fix };
        }

        var tally = turn.Tally;
        report = report with { Linked = tally.Linked, Created = tally.Created, Updated = tally.Updated, Deferred = tally.Deferred, Moves = tally.Moves };
        return failed is null ? report : report with { Problem = report.Problem ?? failed.Problem, Fix = report.Fix ?? failed.Fix };
    }

    private async Task RecoverAsync(PairingTurn turn)
    {
        foreach (var intent in await _store.OpenIntentsAsync(turn.Descriptor.Name))
        {
            var entity = turn.Descriptor[intent.Side].Name;
            if (intent.TargetKey is null && _searches.TryGetValue(entity, out var search)
                && _listed.TryGetValue(entity, out var listed) && listed.IsComplete)
                await _recovery.SettleAsync(turn, intent, search);
        }
    }

    private async Task<IReadOnlyList<LikelyDuplicate>> DuplicatesAsync(CancellationToken token)
    {
        var found = new List<LikelyDuplicate>();
        foreach (var group in _plan.Creates.GroupBy(create => Target(create)).OrderBy(group => group.Key))
        {
            // Where rules decide, a duplicate would have matched.
            var blind = group.Where(create => Descriptor(create).Rules.Count == 0).ToList();
            if (blind.Count == 0)
                continue;

            var search = new DuplicateSearch(group.Key, blind);
            await ListAsync(group.Key, [search], token);
            found.AddRange(search.Found);
        }

        return found;
    }

    private EntityName Target(CreateOperation create) => Descriptor(create)[create.Decision.Target].Name;

    private PairingDescriptor Descriptor(CreateOperation create) =>
        _topology.Pairings.First(pairing => pairing.Descriptor.Name == create.Pairing).Descriptor;

    private async Task ListAsync(EntityName entity, IReadOnlyList<IListingWatch> watches, CancellationToken token) =>
        _listed[entity] = await _extract.RunAsync(
            entity, watches, count => _progress?.Report(new("list", entity.ToString(), count)), token);

    private ExtractionOutcome? Failed(PairingDescriptor pairing) =>
        new[] { Side.Left, Side.Right }.Where(side => Needs.Listing(pairing, side))
            .Select(side => _listed.GetValueOrDefault(pairing[side].Name)).FirstOrDefault(listed => listed is { IsComplete: false });

    private DateTimeOffset? Before(SideDescriptor side) => _listed.GetValueOrDefault(side.Name)?.Extraction?.PreviousAt;

    private ValueTask<PairingState> StateAsync(PairingDescriptor pairing) =>
        _store.PairingStateAsync(pairing.Name, Mapping.Fingerprint(pairing), _clock.GetUtcNow());
}
