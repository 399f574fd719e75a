using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sluice.Host.Diffing;
using Sluice.Host.Output;
using Sluice.Pipeline;

namespace Sluice.Host.Running;

/// <summary>
/// Runs one cycle after the other, with a pause between them, in which it runs those that other processes ask for.
/// </summary>
/// <param name="engine">What runs them.</param>
/// <param name="lifetime">Stopped where a cycle fails.</param>
/// <param name="clock">Tells when the next one is due.</param>
/// <param name="ran">Told of each cycle, for programs; people read the log.</param>
/// <param name="log">The log.</param>
internal sealed class CycleService(
    Engine engine, IHostApplicationLifetime lifetime, TimeProvider clock, Action<RanCycle> ran,
    ILogger<CycleService> log) : BackgroundService
{
    // Whoever asks for a cycle waits for it; looking costs one read of an index that is empty.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // By pairing, what stopped it last.
    private readonly Dictionary<string, string> _signIns = new(StringComparer.Ordinal);

    private readonly RequestedCycles _requested = new(engine, clock, log);

    /// <summary>What ended the service; null where it was stopped.</summary>
    public Exception? Failure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The documents are part of this program: what changed in them can be news to its first cycle only.
            var since = await DocumentNews.SinceAsync(engine.Store, engine.Cycles.Compiled);
            for (var isFirst = true; !stoppingToken.IsCancellationRequested; isFirst = false)
            {
                // One before each cycle: whoever asks all the time must not keep it from running.
                await RequestedAsync(stoppingToken);
                var report = await engine.Cycles.RunAsync(null, stoppingToken);
                var changed = isFirst
                    ? await DocumentNews.OfRunAsync(since, engine.Store, engine.Cycles.Compiled)
                    : [];
                Tell(new(report, changed, KnowsKey: true));
                foreach (var one in changed)
                    log.Log(
                        one.Standing == ChangeStanding.AwaitsApproval ? LogLevel.Warning : LogLevel.Information,
                        "{Notice}", NewsText.Line(one));
                await PauseAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogInformation("Stopped; what was in flight is finished and stored");
        }
        catch (Exception exception)
        {
            // A host that runs unattended must end visibly, so that whoever watches it starts it again.
            log.LogCritical("The host ends: {Reason}", exception.Message);
            Failure = exception;
            lifetime.StopApplication();
        }
    }

    private async Task PauseAsync(CancellationToken token)
    {
        var ended = clock.GetTimestamp();
        while (engine.Options.Interval - clock.GetElapsedTime(ended) is var left && left > TimeSpan.Zero)
            if (!await RequestedAsync(token))
                await Task.Delay(left < Look ? left : Look, clock, token);
    }

    private async Task<bool> RequestedAsync(CancellationToken token)
    {
        if (await _requested.RunNextAsync(token) is not { } report)
            return false;

        Tell(new(report, [], KnowsKey: true));
        return true;
    }

    // Somebody has to sign in, and was told: cycles go on saying so, and alarm nobody.
    private bool IsToldAgain(PairingReport pairing, string problem)
    {
        var isAgain = pairing.SignInNeeded && _signIns.GetValueOrDefault(pairing.Name) == problem;
        _signIns[pairing.Name] = problem;
        return isAgain;
    }

    private void Tell(RanCycle cycle)
    {
        ran(cycle);
        var report = cycle.Report;
        foreach (var pairing in report.Pairings)
        {
            if (pairing.Breaker is { IsApproved: true } kept)
                log.LogInformation(
                    "{Pairing}: breaker open since {Since:u}: {Reason} "
                    + "Plan {Plan} is approved; what of it is not done yet waits for what is open about it",
                    pairing.Name, kept.Since, kept.Reason, kept.Plan);
            else if (pairing.Breaker is { } breaker)
                log.LogWarning(
                    "{Pairing}: breaker open since {Since:u}: {Reason} "
                    + "`sluice approve {Plan}` carries out exactly these",
                    pairing.Name, breaker.Since, breaker.Reason, breaker.Plan);
            if (pairing.Skipped is { } skipped)
                log.LogInformation("{Pairing} took no turn: {Reason}", pairing.Name, skipped);
            else if (pairing.Problem is { } problem)
                log.Log(
                    IsToldAgain(pairing, problem) ? LogLevel.Information : LogLevel.Warning,
                    "{Pairing} did not run to its end: {Problem} {Fix}", pairing.Name, problem, pairing.Fix);
            else
            {
                _signIns.Remove(pairing.Name);
                log.LogInformation(
                    "{Pairing}: {Linked} linked, {Created} created, {Updated} updated; "
                    + "{Waiting} waiting, {Review} in review, {Rejected} rejected",
                    pairing.Name, pairing.Linked, pairing.Created, pairing.Updated,
                    pairing.Waiting, pairing.Review, pairing.Rejected);
            }
        }

        if (RestoreNotice.Of(report.Pairings.Select(pairing => pairing.Restoration)) is { } notice)
            log.LogWarning("{Notice}", notice);
        if (report.Plan is { } plan)
            log.LogWarning("{Count} pairings await the approval of plan {Hash}", plan.NeedApproval.Count, plan.Hash);
    }
}
