using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Where people's decisions are left, and where the owner of the store takes them up.</summary>
/// <remarks>
/// The same rules say no at once, where the store knows already, and when a decision is applied, where much may have
/// changed since.
/// </remarks>
public sealed class DecisionDesk
{
    private readonly IStore _store;
    private readonly TimeProvider _clock;
    private readonly Known _known;
    private readonly IReadOnlyList<IDecisionRule> _rules;

    /// <summary>A desk over a store, which need not be owned for all but <see cref="ApplyAsync"/>.</summary>
    public DecisionDesk(IStore store, IReadOnlyList<Pairing> pairings, TimeProvider clock)
        : this(store, pairings, clock, new(clock), new PipelineOptions().LateCommitBound)
    {
    }

    internal DecisionDesk(
        IStore store, IReadOnlyList<Pairing> pairings, TimeProvider clock, VersionClock versions,
        TimeSpan lateCommitBound)
    {
        (_store, _clock) = (store, clock);
        var known = _known = new Known(store, pairings);
        _rules =
        [
            new ApprovalRule(store, pairings), new LinkRule(store, known), new UnlinkRule(store, known),
            new TakeRule(store, known, versions, pairings, new(store, known, lateCommitBound)),
            new CounterpartRule(store, known), new PauseRule(known), new ForgetRule(store, known),
            new WithdrawRule(store),
        ];
    }

    /// <summary>What a decision would come to, after those that wait already.</summary>
    public async Task<Verdict> JudgeAsync(PersonDecision decision) => (await JudgeAsync([decision]))[0];

    /// <summary>What each of several decisions would come to, after those that wait already.</summary>
    public async Task<IReadOnlyList<Verdict>> JudgeAsync(IReadOnlyList<PersonDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var waiting = await WaitingDecisions.ReadAsync(_store);
        var forgotten = await _store.ForgottenAsync();
        var verdicts = new List<Verdict>();
        foreach (var decision in decisions)
        {
            var verdict = _known.IsForgotten(decision, forgotten) ? Known.Forgotten : await RuleAsync(decision);
            if (verdict.IsApplied)
                verdict = waiting.Weigh(decision, verdict);
            verdicts.Add(verdict with { IsWaiting = verdict.Fix.Length == 0 && waiting.Holds(decision) });
        }

        return verdicts;
    }

    /// <summary>Leaves decisions for the owner. Those that wait already, and that nothing undid since, are not left
    /// again.</summary>
    public async Task LeaveAsync(params IReadOnlyList<PersonDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var waiting = await WaitingDecisions.ReadAsync(_store);
        await _store.LeaveAsync(
        [
            .. decisions.Select(decision =>
                DecisionJson.Write(decision, _clock.GetUtcNow()) with { IsAgain = waiting.IsUndone(decision) }),
        ]);
    }

    /// <summary>
    /// Applies all that waits, each in a transaction of its own, in the order it was left; what takes others back goes
    /// first.
    /// </summary>
    internal async Task ApplyAsync(ILogger log)
    {
        var waiting = await _store.WaitingAsync();
        if (waiting.Any(WaitingDecisions.TakesBack))
        {
            foreach (var entry in waiting.Where(WaitingDecisions.TakesBack))
                await TakeUpAsync(entry, log);
            waiting = await _store.WaitingAsync();
        }

        var open = new Queue<InboxEntry>(waiting);
        while (open.TryDequeue(out var entry))
        {
            await TakeUpAsync(entry, log);

            // Who is forgotten takes along what was decided about them.
            if (entry.Kind == ForgetRule.Kind)
                open = new((await _store.WaitingAsync()).IntersectBy(open.Select(later => later.Id), left => left.Id));
        }

        await ScrubAsync(log);
    }

    // Whoever is forgotten is so already; that the file can not be written anew must not keep a cycle from running.
    private async Task ScrubAsync(ILogger log)
    {
        try
        {
            if (!await _store.ScrubAsync())
                log.LogWarning(
                    "What was forgotten may still stand in the log of the store's file, which another process is "
                        + "reading; it is tried again in the next cycle");
        }
        catch (StorageException hindered)
        {
            log.LogWarning(
                "What was forgotten may still stand in the store's file: {Reason} It is tried again in the next cycle",
                hindered.Message);
        }
    }

    private async Task TakeUpAsync(InboxEntry entry, ILogger log)
    {
        try
        {
            var verdict = DecisionJson.Read(entry) is { } decision
                ? await RuleAsync(decision)
                : Verdict.Refuse(
                    $"This program does not know the decision '{entry.Kind}'.", "Let the newer program run.");
            if (verdict.IsLater)
                log.LogInformation("{Subject} waits: {Reason}", entry.Subject, verdict.Text);
            else
                await SettleAsync(entry, verdict, log);
        }
        catch (Exception failure) when (failure is not (FencedException or StorageException))
        {
            // A decision that cannot be stored must not keep the cycle from running, nor the others from being applied.
            log.LogError(failure, "{Subject} cannot be applied, or contradicts what is stored", entry.Subject);
            await _store.SettleAsync(new(
                entry.Id, IsApplied: false,
                "It cannot be applied, or contradicts what is stored; report it with the log.", _clock.GetUtcNow(),
                []));
        }
    }

    private ValueTask<Verdict> RuleAsync(PersonDecision decision) =>
        _rules.Single(rule => rule.Knows(decision.Kind)).JudgeAsync(decision, _clock.GetUtcNow());

    private async Task SettleAsync(InboxEntry entry, Verdict verdict, ILogger log)
    {
        var outcome = $"{verdict.Text} {verdict.Fix}".TrimEnd();
        await _store.SettleAsync(new(entry.Id, verdict.IsApplied, outcome, _clock.GetUtcNow(), verdict.Effects));
        log.LogInformation("{Subject}: {Outcome}", entry.Subject, outcome);
    }
}
