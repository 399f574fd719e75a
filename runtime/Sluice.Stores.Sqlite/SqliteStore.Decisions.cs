namespace Sluice.Stores.Sqlite;

/// <content>What is open, plans, approvals, and what people decided.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask OpenAsync(OpenItem item, params IReadOnlyList<OpenItem> beside) =>
        _items.OpenAsync(item, beside, []);

    /// <inheritdoc/>
    public ValueTask OpenAsync(OpenItem item, IReadOnlyList<OpenItem> beside, IReadOnlyList<Mark> seen) =>
        _items.OpenAsync(item, beside, seen);

    /// <inheritdoc/>
    public ValueTask CloseAsync(string pairing, Side side, string key) => _items.CloseAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OpenItem>> OpenItemsAsync(string? pairing) => _items.ListAsync(pairing);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OpenItem>> OpenItemsAsync(string pairing, Side side, string key) =>
        _items.ListAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask SavePlanAsync(NewPlan plan) => _plans.SaveAsync(plan);

    /// <summary>
    /// Leaves a plan that was made in a copy in the store that it is a copy of, where it can be approved.
    /// </summary>
    /// <param name="hash">The plan.</param>
    /// <exception cref="InvalidOperationException">This is no copy, or knows no such plan.</exception>
    /// <exception cref="StoreException">
    /// The store takes none: it was written by an older program and has yet to be brought up.
    /// </exception>
    public async Task LeavePlanAsync(string hash)
    {
        var plan = _original is null ? null : await _plans.TakeAsync(hash);
        if (plan is null)
            throw new InvalidOperationException($"There is no copy with a plan {hash} here.");

        await using var original = await OpenAsync(_original!, StoreAccess.Look);
        await original.SavePlanAsync(plan);
    }

    /// <inheritdoc/>
    public ValueTask<StoredPlan?> FindPlanAsync(string hash) => _plans.FindAsync(hash);

    /// <inheritdoc/>
    public ValueTask<PairingState> PairingStateAsync(
        string pairing, string fingerprint, DateTimeOffset at, bool planOnly = false) =>
        _approvals.StateAsync(pairing, fingerprint, at, planOnly);

    /// <inheritdoc/>
    public ValueTask<bool> IsApprovedAsync(string pairing, string operation) =>
        _approvals.IsApprovedAsync(pairing, operation);

    /// <inheritdoc/>
    public ValueTask GoLiveAsync(string pairing, DateTimeOffset at) => _approvals.GoLiveAsync(pairing, at);

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> PausedAsync() => _approvals.PausedAsync();

    /// <inheritdoc/>
    public ValueTask LeaveAsync(IReadOnlyList<InboxEntry> decisions) => _inbox.LeaveAsync(decisions);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InboxEntry>> WaitingAsync() => _inbox.WaitingAsync();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InboxEntry>> SettledAsync(int limit) => _inbox.SettledAsync(limit);

    /// <inheritdoc/>
    public ValueTask SettleAsync(DecisionCommit commit) => _settlements.SettleAsync(commit);

    /// <inheritdoc/>
    public ValueTask<ForgottenRecords> ForgottenAsync() => _forgotten.ReadAsync();

    /// <inheritdoc/>
    public ValueTask<bool> ScrubAsync() => _scrubbing.RunAsync();

    /// <inheritdoc/>
    public ValueTask<Breaker?> BreakerAsync(string pairing) => _breakers.FindAsync(pairing);

    /// <inheritdoc/>
    public ValueTask OpenBreakerAsync(string pairing, string reason, string plan, DateTimeOffset at) =>
        _breakers.OpenAsync(pairing, reason, plan, at);

    /// <inheritdoc/>
    public ValueTask CloseBreakerAsync(string pairing) => _breakers.CloseAsync(pairing);
}
