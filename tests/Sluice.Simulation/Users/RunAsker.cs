using Sluice.Pipeline;

namespace Sluice.Simulation;

/// <summary>
/// Somebody at a command line beside the process that owns the store: asks for runs, waits for them, gives up, or is
/// killed.
/// </summary>
internal sealed class RunAsker(World world, Chance chance)
{
    private static readonly string[] Aims =
    [
        nameof(IStore.AskAsync), nameof(IStore.FindRequestAsync), nameof(IStore.ExtendAsync),
        nameof(IStore.RemoveAsync), nameof(IStore.TakeUpAsync), nameof(IStore.AnswerAsync), .. Places.OfLooks,
    ];

    // Nobody asks any more while everything comes to rest, which takes some cycles, and the owner looks between them.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private const string Program = "this";
    private const string Another = "another";
    private Life? _life;

    // Once it became the owner.
    private Process? _owner;

    /// <summary>What becomes of the requests.</summary>
    public AskedRuns Runs { get; } = new();

    /// <summary>What ended it where it was not killed: an error that nobody foresaw.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The first promise that was broken.</summary>
    public string? Wrong => Runs.Wrong
        ?? (_life is { IsStill: false } && _owner is null && Runs.Since(_life) + Patience < world.Now
            && _life.ResumedAt + Patience < world.Now
            ? $"engine {_life.Number} waits for a run since {Runs.Since(_life):T}" : null);

    /// <summary>
    /// Whether processes are made to die at a place that somebody passes only for a run that is asked for. Those at
    /// which none can die are as good.
    /// </summary>
    public static bool Passes(string aim) => Aims.Any(method => aim.EndsWith($" {method}", StringComparison.Ordinal));

    /// <summary>Asks now and then for as long as the run lasts.</summary>
    public void Begin() => world.Loop.After(chance.Seconds(5, 60), () =>
    {
        if (world.Faults.AreOn && world.Process is not null && _life is null or { IsDead: true })
            Start();
        Begin();
    });

    /// <summary>What the owner of the store runs for a request; null where it refuses.</summary>
    public static CycleScope? Read(RunRequest request) =>
        RequestedScope.Read(request.Scope) is { Program: Program } asked ? asked.Scope : null;

    private void Start()
    {
        var life = _life = world.NewLife();
        _owner = null;
        var giveUp = new CancellationTokenSource();
        if (chance.Happens(0.3))
            world.Loop.After(chance.Seconds(0, 90), () => life.Outside(giveUp.Cancel));
        if (chance.Happens(0.3))
            world.Loop.After(chance.Seconds(0, 90), life.Kill);
        var scope = Scope();
        var program = chance.Happens(0.9) ? Program : Another;
        life.Start(() => _ = RunAsync(life, new(scope, program), giveUp.Token));
    }

    private async Task RunAsync(Life life, RequestedScope scope, CancellationToken giveUp)
    {
        try
        {
            var outcome = await AskAsync(life, scope, giveUp);
            if (outcome.End == RequestEnd.Ours)
                await _owner!.RunAsync(scope.Scope);
        }
        catch (Exception failure)
        {
            Failure = failure;
        }

        life.Kill();
    }

    private async Task<RequestOutcome> AskAsync(Life life, RequestedScope scope, CancellationToken giveUp)
    {
        world.Faults.Count(Fault.AskedRun);
        world.Diary.Note($"engine {life.Number} asks for {scope}");
        var asked = await AskedRun.AskAsync(
            world.Beside(life), scope, new VirtualClock(world.Loop, life));
        var outcome = await asked.WaitAsync(() => Task.FromResult(Owns(life)), null, giveUp);
        world.Diary.Note($"engine {life.Number} asked, and hears {outcome}");

        // Whose place another one took while it was held up is told so at its first write.
        if (outcome.End != RequestEnd.Ours || world.Life == life)
            Runs.Ended(life, outcome);
        return outcome;
    }

    private bool Owns(Life life)
    {
        if (world.Life!.IsDead)
            _owner = world.Own(life);
        return world.Life == life;
    }

    private CycleScope Scope() => new()
    {
        Pairing = chance.Happens(0.5) ? chance.Of(world.Pairings).Descriptor.Name : null,
        Limit = chance.Happens(0.3) ? chance.Between(1, 3) : null,
    };
}
