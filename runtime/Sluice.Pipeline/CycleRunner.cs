using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>
/// Runs cycles: extract, match, map, load over all pairings. What a cycle does is in <c>spec/architecture.md</c>.
/// </summary>
/// <remarks>One cycle at a time. The store must be owned by this process.</remarks>
public sealed class CycleRunner
{
    private readonly Topology _topology;
    private readonly IStore _store;
    private readonly PipelineOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly AccountGuard _accounts;
    private readonly VersionClock _versions;
    private readonly DecisionDesk _decisions;
    private readonly Hints _hints = new();

    /// <summary>An engine over one store.</summary>
    public CycleRunner(
        Topology topology, IStore store, PipelineOptions options, TimeProvider clock, ILogger<CycleRunner> log)
    {
        (_topology, _store, _options, _clock, _log) = (topology, store, options, clock, log);
        _versions = new(clock);
        _accounts = new(topology, store, clock, log);
        _decisions = new(store, topology.Pairings, clock, _versions, options.LateCommitBound);
        Compiled = CompiledFrom(topology.Pairings);
        foreach (var pairing in topology.Pairings)
            pairing.Clock = clock;
    }

    /// <summary>Runs one cycle. Pairings without an approved plan are planned, the others carried out.</summary>
    /// <exception cref="AccountMismatchException">A system is reached under another account than the store belongs
    /// to.</exception>
    public Task<CycleReport> RunAsync(IProgress<CycleProgress>? progress, CancellationToken token) =>
        RunAsync(CycleScope.Whole, progress, token);

    /// <summary>Runs one cycle that is confined to a part of what there is to do.</summary>
    /// <exception cref="AccountMismatchException">A system is reached under another account than the store belongs
    /// to.</exception>
    public async Task<CycleReport> RunAsync(
        CycleScope scope, IProgress<CycleProgress>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var started = _clock.GetUtcNow();
        var run = await _store.BeginRunAsync(started, started - _options.Keep);
        var report = await CycleAsync(run, started, scope, planOnly: false, progress, token);
        await _store.EndRunAsync(run, ReportJson.Write(report), _clock.GetUtcNow(), Compiled);
        return report;
    }

    /// <summary>What the pairings were compiled from.</summary>
    public IReadOnlyList<CompiledPairing> Compiled { get; }

    /// <summary>What pairings were compiled from, for one who asks a store about them and runs nothing.</summary>
    public static IReadOnlyList<CompiledPairing> CompiledFrom(IEnumerable<Pairing> pairings) =>
        [.. pairings.Select(Mapping.Compiled)];

    /// <summary>
    /// Says that a record may have changed, as a webhook does: it is read by its key when its entity is looked at next,
    /// and what it shows then counts. A hint that comes late, twice, out of order or never does no harm. Safe to call
    /// from any thread, while a cycle runs and between cycles.
    /// </summary>
    /// <param name="entity">The record's entity.</param>
    /// <param name="key">Its key there.</param>
    /// <returns>Whether it is read; false where no pairing knows the entity, it was said already, or so much was said
    /// that listing is cheaper.</returns>
    public bool Hint(EntityName entity, string key) =>
        _topology.Pairings.Any(pairing =>
            pairing.Descriptor.Left.Name == entity || pairing.Descriptor.Right.Name == entity)
        && _hints.Note(entity, key);

    /// <summary>Plans all pairings and carries nothing out.</summary>
    /// <exception cref="AccountMismatchException">A system is reached under another account than the store belongs
    /// to.</exception>
    public Task<CycleReport> PlanAsync(IProgress<CycleProgress>? progress, CancellationToken token) =>
        CycleAsync(0, _clock.GetUtcNow(), CycleScope.Whole, planOnly: true, progress, token);

    private async Task<CycleReport> CycleAsync(
        long run, DateTimeOffset started, CycleScope scope, bool planOnly, IProgress<CycleProgress>? progress,
        CancellationToken token)
    {
        await _decisions.ApplyAsync(_log);
        var references = new ReferenceBook(_topology, _store);
        var topology = _topology.Resolving(references);
        var order = new TurnOrder(topology, await _store.PausedAsync(), scope);
        var unreachable = await _accounts.CheckAsync(token);
        var cycle = new Cycle(
            topology, _store, _options, _clock, _log, _accounts.Accounts, _versions, _hints, references, order, run,
            planOnly, progress);
        await cycle.ListAsync(unreachable.Keys, token);
        var pairings = await cycle.RunPairingsAsync(unreachable, token);
        var plan = await cycle.PlanAsync(token);
        return new(run, started, _clock.GetUtcNow(), cycle.Listings, pairings, plan);
    }
}
