namespace Sluice.Stores.Sqlite;

/// <content>Writes, runs, and what became of them.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<long> BeginIntentAsync(Intent intent) => _journal.BeginAsync(intent);

    /// <inheritdoc/>
    public ValueTask SuspectAsync(long intent, IReadOnlyList<string> keys) => _journal.SuspectAsync(intent, keys);

    /// <inheritdoc/>
    public ValueTask EndIntentAsync(long intent, IntentState state, string? reason, DateTimeOffset at) =>
        _journal.EndAsync(intent, state, reason, at);

    /// <inheritdoc/>
    public ValueTask<bool> IsCopyAsync(Intent create) => _copies.IsCopyAsync(create);

    /// <inheritdoc/>
    public ValueTask<int> CopiesAsync(string pairing, DateTimeOffset since) => _copies.CountAsync(pairing, since);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Intent>> OpenIntentsAsync(string? pairing) => _journal.OpenAsync(pairing);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Intent>> CreatesForAsync(string pairing, Side side, string origin) =>
        _journal.CreatesForAsync(pairing, side, origin);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CompiledPairing>> ApprovedAsync() => _runs.ApprovedAsync();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEntry>> HistoryAsync(RecordId record, int limit) =>
        _history.OfAsync(record, limit);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEntry>> HistoryAsync(
        RecordId record, IReadOnlyList<(string Pairing, string Field)> fields, int limit) =>
        _history.OfFieldsAsync(record, fields, limit);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEntry>> DecidedAsync(RecordId record) => _decided.OfAsync(record);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEntry>> LastWritesAsync(Link link, Side side, string field, int limit) =>
        _history.LastWritesAsync(link, side, field, limit);

    /// <inheritdoc/>
    public ValueTask<long> BeginRunAsync(DateTimeOffset at, DateTimeOffset? keepSince = null) =>
        _runs.BeginAsync(at, keepSince);

    /// <inheritdoc/>
    public ValueTask EndRunAsync(
        long run, string report, DateTimeOffset at, IReadOnlyList<CompiledPairing> pairings) =>
        _runs.EndAsync(run, report, at, pairings);

    /// <inheritdoc/>
    public ValueTask<StoredRun?> LastRunAsync() => _runs.LastAsync();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PairingCounts>> CountsAsync() => _runs.CountsAsync();

    /// <inheritdoc/>
    public ValueTask<Restoration?> RestorationAsync(string pairing) => _restores.OfAsync(pairing);
}
