using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Gives one pairing its turn: planned while it has no approved plan, carried out afterwards.</summary>
internal sealed class TurnRunner(
    Topology topology, IStore store, TimeProvider clock, ILogger log, Listings listings, CreateRecovery recovery,
    PairingRunner loading, PairingRunner planning, Foresight foresight, BreakerPublisher breakers,
    VanishedFields vanished, PipelineOptions options, long run, bool planOnly)
{
    private readonly Dictionary<string, string> _planned = new(StringComparer.Ordinal);

    /// <summary>Pairings that were planned to the end and wait for an approval, with their fingerprints.</summary>
    public IReadOnlyDictionary<string, string> Planned => _planned;

    /// <summary>Opens a turn, before any pairing writes.</summary>
    public async Task<PairingTurn> OpenAsync(Pairing pairing)
    {
        var descriptor = pairing.Descriptor;
        var state = await store.PairingStateAsync(
            descriptor.Name, Mapping.Fingerprint(descriptor), clock.GetUtcNow(), planOnly);

        // What an approved document has no more is history: should it come back, it is merged as for the first time.
        if (state == PairingState.Approved && !planOnly)
            await store.KeepFieldsAsync(
                descriptor.Name, [.. descriptor.Fields.Select(field => field.Name)],
                topology.Carried(descriptor.Left.Name), topology.Carried(descriptor.Right.Name));

        return new(
            run, pairing, state, await OpenList.ReadAsync(store, descriptor.Name), new(),
            new(UnchangedAt(descriptor.Left), UnchangedAt(descriptor.Right), clock))
        {
            Breaker = new(options, descriptor.Name, state, await store.BreakerAsync(descriptor.Name)),
            Restoration = await store.RestorationAsync(descriptor.Name),
        };
    }

    /// <summary>Finds what earlier creates of a pairing made, before any pairing creates more.</summary>
    /// <returns>Why the pairing cannot go on; null where it can.</returns>
    public async Task<PairingReport?> RecoverAsync(
        PairingTurn turn, IReadOnlyDictionary<string, RemoteException> unreachable)
    {
        var failed = planOnly ? null : await TryAsync(turn, () => recovery.RunAsync(turn, listings));
        return failed ?? Hindered(turn, unreachable);
    }

    /// <summary>Brings what is linked in step, and links what belongs together.</summary>
    /// <returns>Why the pairing cannot go on; null where it can.</returns>
    public Task<PairingReport?> JoinAsync(
        PairingTurn turn, IReadOnlyDictionary<string, RemoteException> unreachable, CancellationToken token) =>
        GuardAsync(turn, unreachable, () => JoinAsync(turn, token), token);

    /// <summary>
    /// Links what belongs together now that others have created; of a pairing that is not live, its plan knows nothing
    /// of that yet.
    /// </summary>
    /// <returns>Why the pairing cannot go on; null where it can.</returns>
    public Task<PairingReport?> LinkAsync(
        PairingTurn turn, IReadOnlyDictionary<string, RemoteException> unreachable, CancellationToken token) =>
        GuardAsync(
            turn, unreachable, () => turn.State == PairingState.Live && !planOnly && MayDecide(turn)
                ? loading.LinkAsync(turn, token)
                : Task.CompletedTask,
            token);

    /// <summary>Creates what is missing, after every pairing has joined what it can.</summary>
    /// <returns>Why the pairing cannot go on; null where it can.</returns>
    public Task<PairingReport?> CreateAsync(
        PairingTurn turn, IReadOnlyDictionary<string, RemoteException> unreachable, CancellationToken token) =>
        GuardAsync(turn, unreachable, () => CreateAsync(turn, token), token);

    /// <summary>What a turn did, and why it did no more.</summary>
    public PairingReport Report(PairingTurn turn, PairingReport? stopped)
    {
        var report = stopped ?? Report(turn);
        return listings.Failed(turn.Descriptor) is { } failed
            ? report with { Problem = report.Problem ?? failed.Problem, Fix = report.Fix ?? failed.Fix }
            : report;
    }

    private async Task JoinAsync(PairingTurn turn, CancellationToken token)
    {
        var descriptor = turn.Descriptor;
        if (!IsPlanned(turn))
            foreach (var view in listings.FailedViews(descriptor))
                if (!recovery.IsLookedFor(turn, view.Side, view.Key)
                    && await store.FindLinkAsync(descriptor.Name, view.Side, view.Key) is null)
                    await turn.Open.OpenBesideRefusalAsync(new(
                        OpenKind.Waiting, descriptor.Name, view.Side, view.Key, view.Reason, descriptor.Line,
                        clock.GetUtcNow()));

        if (!planOnly)
            await vanished.TellAsync(turn);
        await foresight.LookAsync(turn);
        await RunnerOf(turn).JoinAsync(turn with { MayDecide = MayDecide(turn) }, token);
        if (!planOnly)
            await breakers.OpenAsync(turn);
    }

    private async Task CreateAsync(PairingTurn turn, CancellationToken token)
    {
        // What was not looked at to the end must not be approved either: the rest of it would go without having been
        // seen.
        if (!MayDecide(turn))
        {
            // Whether something that would be created is withheld is then not known.
            return;
        }

        await RunnerOf(turn).CreateAsync(turn, token);
        if (turn.Tally.LeftOut > 0)
            return;

        if (turn.State == PairingState.Observing)
            _planned[turn.Descriptor.Name] = Mapping.Fingerprint(turn.Descriptor);
        else if (turn.State == PairingState.Approved && !planOnly)
            await store.GoLiveAsync(turn.Descriptor.Name, clock.GetUtcNow());
        if (planOnly)
            return;

        await breakers.OpenAsync(turn);
        await breakers.CloseAsync(turn);
    }

    private bool IsPlanned(PairingTurn turn) => planOnly || turn.State == PairingState.Observing;

    private PairingRunner RunnerOf(PairingTurn turn) => IsPlanned(turn) ? planning : loading;

    private bool MayDecide(PairingTurn turn) => !turn.Breaker.HidesRecords && IsListed(turn);

    private bool IsListed(PairingTurn turn) =>
        listings.Failed(turn.Descriptor) is null || !options.Protections.Has(Protection.CompleteBeforeMatch);

    private async Task<PairingReport?> GuardAsync(
        PairingTurn turn, IReadOnlyDictionary<string, RemoteException> unreachable, Func<Task> work,
        CancellationToken token) =>
        Hindered(turn, unreachable) ?? await TryAsync(turn, work, token);

    private PairingReport? Hindered(PairingTurn turn, IReadOnlyDictionary<string, RemoteException> unreachable)
    {
        if (Missing(turn.Descriptor) is { } missing)
            return Report(turn) with { Problem = Problem(missing), Fix = Fix(missing, turn.Descriptor) };
        foreach (var side in new[] { turn.Descriptor.Left, turn.Descriptor.Right })
            if (unreachable.TryGetValue(side.System, out var failure))
                return Stopped(turn, failure);
        return listings.Lost(turn.Descriptor) is { } lost ? Stopped(turn, lost) : null;
    }

    private async Task<PairingReport?> TryAsync(
        PairingTurn turn, Func<Task> work, CancellationToken token = default)
    {
        try
        {
            await work();
            return null;
        }
        catch (RemoteException failure)
        {
            log.LogWarning("{Pairing} stopped: {Reason} {Fix}", turn.Descriptor.Name, failure.Message, failure.Fix);
            return Stopped(turn, failure);
        }
        catch (Exception exception) when (
            exception is not (FencedException or StorageException) && !token.IsCancellationRequested)
        {
            // A mistake of ours in one pairing must not keep the others from running for months.
            log.LogError(exception, "{Pairing} stopped", turn.Descriptor.Name);
            return Report(turn) with
            {
                Problem = $"It failed inside: {exception.GetType().Name}: {exception.Message}",
                Fix = "Report it with the log; nothing that was written before it is lost.",
            };
        }
    }

    private static PairingReport Stopped(PairingTurn turn, RemoteException failure) => Report(turn) with
    {
        Problem = failure.Message,
        Fix = failure.Fix,
        SignInNeeded = failure.Failure == RemoteFailure.SignInRefused,
    };

    /// <summary>What a turn did.</summary>
    public static PairingReport Report(PairingTurn turn) =>
        new(turn.Descriptor.Name, turn.State, turn.Tally.Linked, turn.Tally.Created, turn.Tally.Updated, 0, 0, 0, 0)
        {
            Deleted = turn.Tally.Deleted,
            Deferred = turn.Tally.Deferred,
            LeftOut = turn.Tally.LeftOut,
            Moves = turn.Tally.Moves,
            Restoration = turn.Restoration,
        };

    private SideDescriptor? Missing(PairingDescriptor pairing) =>
        topology.Source(pairing.Left.Name) is null ? pairing.Left
        : topology.Source(pairing.Right.Name) is null ? pairing.Right
        : null;

    private static string Problem(SideDescriptor missing) => missing.IsOpen
        ? $"{missing.Name} has no connector: no contract answers to it, and nothing here can read or write it."
        : $"{missing.System} is not configured.";

    private static string Fix(SideDescriptor missing, PairingDescriptor pairing) => missing.IsOpen
        ? $"Give the host a connector that carries {missing.Name}, or correct the name in {pairing.Document}, "
            + $"line {pairing.Line}."
        : $"Add the section Systems:{missing.System}; `sluice doctor` shows what is there.";

    private DateTimeOffset? UnchangedAt(SideDescriptor side) => listings.Of(side.Name)?.UnchangedAt;
}
