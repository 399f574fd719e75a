using Microsoft.Extensions.Logging;

namespace Sluice.Pipeline;

/// <summary>Keeps what a breaker withholds as a plan to be approved, and closes the breaker when it withholds nothing.
/// </summary>
internal sealed class BreakerPublisher(IStore store, TimeProvider clock, ILogger log)
{
    /// <summary>Stores what was withheld, if anything was.</summary>
    public async Task OpenAsync(PairingTurn turn)
    {
        var (name, withheld) = (turn.Descriptor.Name, turn.Breaker.Withheld);
        if (withheld.Count == 0)
            return;

        var fingerprint = Mapping.Fingerprint(turn.Descriptor);
        var operations = withheld
            .Select(change => new PlannedOperation(name, RecordHash.Of(change.Signature))).ToList();
        var hash = RecordHash.Of(string.Join(
            '\n', operations.Select(operation => operation.Operation).Prepend($"breaker {name} {fingerprint}")))[..12];
        var reason = await ReasonAsync(name, withheld);
        if (turn.Breaker.Stored is { } stored && stored.Plan == hash && stored.Reason == reason)
            return;

        await store.SavePlanAsync(
            new(hash, clock.GetUtcNow(), new Dictionary<string, string> { [name] = fingerprint }, operations)
            {
                IsBreaker = true,
            });
        await store.OpenBreakerAsync(name, reason, hash, clock.GetUtcNow());
        log.LogWarning("{Pairing}: breaker open, plan {Hash}: {Reason}", name, hash, reason);
    }

    /// <summary>
    /// Notes that a turn which could look at everything that was withheld before withheld nothing.
    /// </summary>
    public async Task CloseAsync(PairingTurn turn)
    {
        if (turn.Breaker.Withheld.Count > 0 || turn.Breaker.HasMissed || turn.Breaker.Stored is null)
            return;

        await store.CloseBreakerAsync(turn.Descriptor.Name);
        log.LogInformation("{Pairing}: breaker closed", turn.Descriptor.Name);
    }

    private async Task<string> ReasonAsync(string pairing, IReadOnlyCollection<DoubtfulChange> withheld)
    {
        var links = (await store.CountsAsync()).FirstOrDefault(known => known.Pairing == pairing)?.Links ?? 0;
        var causes = withheld.GroupBy(change => change.Cause, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        var subjects = withheld.Select(change => change.Subject).Distinct(StringComparer.Ordinal).Count();
        var advice = causes.SelectMany(group => group).Select(change => change.Advice)
            .Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);
        return string.Join(' ', advice.Prepend(
            $"{subjects} records at once, with {links} linked: "
                + $"{string.Join("; ", causes.Select(group => $"{group.Count()} {group.Key}"))}."));
    }
}
