namespace Sluice.Stores.Sqlite;

/// <content>What is known of records, and what matches.</content>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<Account> BindAsync(Account account, DateTimeOffset at) => _accounts.BindAsync(account, at);

    /// <inheritdoc/>
    public ValueTask<Extraction> BeginExtractionAsync(EntityName entity, DateTimeOffset at) =>
        _extractions.BeginAsync(entity, at);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Sighting>> CompareAsync(Extraction extraction, IReadOnlyList<Glimpse> page) =>
        _observations.CompareAsync(extraction, page);

    /// <inheritdoc/>
    public ValueTask ObserveAsync(
        Extraction extraction, IReadOnlyList<Observation> observations, string? cursor = null) =>
        _observations.ObserveAsync(extraction, observations, cursor);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Missing>> MissingAsync(Extraction extraction, int limit) =>
        _extractions.MissingAsync(extraction, limit);

    /// <inheritdoc/>
    public ValueTask<ExtractionEnd> CompleteExtractionAsync(
        Extraction extraction, DateTimeOffset at, int pages = 0, string? lens = null, string? cursor = null,
        DateTimeOffset? knownBefore = null, int? shown = null) =>
        _extractions.CompleteAsync(extraction, new(at, pages, lens), cursor, knownBefore, shown);

    /// <inheritdoc/>
    public ValueTask<ChangesEnd> CompleteChangesAsync(Extraction extraction) =>
        _extractions.CompleteChangesAsync(extraction);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ShownPath>> ShownPathsAsync(EntityName entity) => _shown.OfAsync(entity);

    /// <inheritdoc/>
    public ValueTask KeepShownPathsAsync(EntityName entity, IReadOnlyList<ShownPath> paths) =>
        _shown.KeepAsync(entity, paths);

    /// <inheritdoc/>
    public ValueTask DoubtAsync(EntityName entity) => _extractions.DoubtAsync(entity);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LastCompleteAsync(EntityName entity) => _extractions.LastCompleteAsync(entity);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Unlinked>> UnlinkedAsync(
        string pairing, Side side, EntityName entity, long after, int limit, Standings wanted = Standings.All) =>
        _matching.UnlinkedAsync(pairing, side, entity, after, limit, wanted);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Match>> MatchesAsync(
        string pairing, Side side, IReadOnlyList<long> observations) =>
        _matching.MatchesAsync(pairing, side, observations);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Candidate>> CandidatesAsync(string pairing, Side side, string key) =>
        _matching.CandidatesAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> NamedByAsync(
        EntityName entity, string key, EntityName named, IReadOnlyList<string> paths) =>
        _names.NamedByAsync(entity, key, named, paths);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> NamingAsync(
        EntityName entity, IReadOnlyList<string> paths, EntityName named, string key) =>
        _names.NamingAsync(entity, paths, named, key);

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> KnownBeforeAsync(
        EntityName entity, IReadOnlyList<string> keys, DateTimeOffset before) =>
        _observations.KnownBeforeAsync(entity, keys, before);

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<string>> GoneAsync(
        EntityName entity, IReadOnlyList<string> keys, DateTimeOffset? by = null) =>
        _observations.GoneAsync(entity, keys, by);
}
