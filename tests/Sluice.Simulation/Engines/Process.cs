using Microsoft.Extensions.Logging;
using Sluice.Connectors.Entities;
using Sluice.Connectors.Grants;
using Sluice.Connectors.Http;
using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>One process of the engine, from its start to its end.</summary>
internal sealed class Process
{
    // Whoever asks for a run says every ten seconds that it still waits.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly World _world;
    private readonly Life _life;
    private readonly VirtualClock _clock;
    private readonly IStore _store;
    private readonly CycleRunner _engine;
    private readonly DecisionDesk _desk;

    public Process(World world, Life life, IStore store)
    {
        (_world, _life, _store) = (world, life, store);
        _clock = new(world.Loop, life);
        IReadOnlyList<IConnection> connections =
        [
            Connect(0, SimulatedEntities.Acme, SimulatedEntities.AcmeTeams),
            Connect(1, SimulatedEntities.Beta, SimulatedEntities.BetaTeams),
            Connect(2, SimulatedEntities.Gamma, SimulatedEntities.GammaTeams),
        ];
        _engine = new(
            new(
                world.Pairings, connections, [.. connections.Cast<IWriteConnection>()],
                new Dictionary<string, SystemPolicy>(StringComparer.Ordinal)),
            store, world.Options, _clock, new DiaryLog<CycleRunner>(world.Diary));
        _desk = new(store, world.Pairings, _clock);
    }

    /// <summary>What ended the process where it was not killed: an error that the engine did not foresee.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether a newer owner made it stop.</summary>
    public bool WasFenced { get; private set; }

    /// <summary>What a webhook tells.</summary>
    public void Hint(EntityName entity, string key) => _life.WhenAwake(() => _engine.Hint(entity, key));

    /// <summary>Runs cycles until the process dies.</summary>
    public Task RunAsync() => GuardAsync(async () =>
    {
        while (true)
        {
            if (_world.Operator is { } person)
                await person.DecideAsync(_desk);
            if (_world.Reviewer is { } reviewer)
                await reviewer.DecideAsync(_desk);
            await CycleAsync(_world.Operator?.Scope() ?? CycleScope.Whole);
            await SignInAsync();
            await PauseAsync();
        }
    });

    /// <summary>Runs one cycle.</summary>
    public Task RunAsync(CycleScope scope) => GuardAsync(() => CycleAsync(scope, isAsked: true));

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (FencedException)
        {
            WasFenced = true;
            _life.Kill();
        }
        catch (Exception failure)
        {
            Failure = failure;
            _life.Kill();
        }
    }

    private async Task<CycleReport> CycleAsync(CycleScope scope, bool isAsked = false)
    {
        var report = await _engine.RunAsync(scope, null, CancellationToken.None);

        // While everything comes to rest, a cycle of a part of it tells nothing.
        if (!isAsked || scope.IsWhole || _world.Faults.AreOn)
            _world.Cycled(report);
        if (report.Plan is { NeedApproval.Count: > 0 } plan && plan.Empty.All(_world.IsEmpty) && _world.MayGo(plan))
            await _store.RequestApprovalAsync(plan.Hash, _clock.GetUtcNow());
        await ApproveAsync(report);
        return report;
    }

    private async Task PauseAsync()
    {
        if (_world.Asker is null)
        {
            await Task.Delay(_world.Options.Interval, _clock);
            return;
        }

        for (var end = _clock.GetUtcNow() + _world.Options.Interval; _clock.GetUtcNow() < end;)
            if (!await CarryOutAsync())
                await Task.Delay(Look, _clock);
    }

    private async Task<bool> CarryOutAsync()
    {
        if (await _store.TakeUpAsync(_clock.GetUtcNow()) is not { } request)
            return false;

        var run = RunAsker.Read(request) is { } scope ? (await CycleAsync(scope, isAsked: true)).Run : (long?)null;
        await _store.AnswerAsync(request.Id, run, run is null ? "refused" : $"done in run {run}");
        return true;
    }

    // A person who looks before approving: what a hidden field seems to have emptied is left alone.
    private async Task ApproveAsync(CycleReport report)
    {
        if (_world.HidNamesSince(report.StartedAt))
            return;

        foreach (var pairing in report.Pairings)
            if (pairing.Breaker is { } breaker)
                await _store.RequestApprovalAsync(breaker.Plan, _clock.GetUtcNow());
    }

    private SimulatedConnection Connect<TPerson, TTeam>(int number, Entity<TPerson> people, Entity<TTeam> teams)
        where TPerson : class
        where TTeam : class
    {
        var system = _world.Systems[number];
        var options = new SimulatedOptions(system.Name, system.Profile.PageSize);
        var exchange = new Exchange(options, _clock)
        {
            Jitter = _world.Chances.Network.Fraction,
        };
        var apis = _world.Tables.Where(table => table.Name == system.Name)
            .ToDictionary(table => table.Path, table => _world.Apis[table]);
        var desk = _world.Desk?.System == system.Name ? _world.Desk : null;
        var handler = new SystemHandler(
            system.Name, apis, _world.Loop, _life, _world.Points, _world.Faults, _world.Chances.Network, _world.Diary,
            desk);
        return new SimulatedConnection(
            system.Name, exchange, desk is null ? handler : Signed(options, handler), _world.References)
            .Serve(people, system).Serve(teams, _world.Teams[number]);
    }

    private OutsideHandler Signed(SimulatedOptions options, SystemHandler handler)
    {
        var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var server = new TokenServer(SimulatedOptions.Application, options, client, _clock);
        var keeper = new GrantKeeper(
            options, SimulatedOptions.Application, _store, server, _clock, new DiaryLog<GrantKeeper>(_world.Diary));
        return new(_life, new TokenHandler(keeper.GetAsync) { InnerHandler = handler });
    }

    private async Task SignInAsync()
    {
        if (_world.Desk is { } desk
            && (await _store.SignInsAsync()).All(kept => kept.State == SignInState.Reauthorise))
            await _store.LeaveSignInAsync(desk.System, desk.LetIn(), _clock.GetUtcNow());
    }
}
