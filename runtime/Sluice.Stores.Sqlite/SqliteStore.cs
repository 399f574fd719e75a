using Microsoft.Data.Sqlite;

namespace Sluice.Stores.Sqlite;

/// <summary>The embedded store: one SQLite file, readable by its user only.</summary>
/// <remarks>
/// What a method stored is on disk when it returns. SQLite works synchronously: a method occupies its thread while it
/// works, and methods of one store run one after the other.
/// </remarks>
public sealed class SqliteStore : IStore
{
    private readonly Session _session;
    private readonly OwnerLock? _lock;
    private readonly Accounts _accounts;
    private readonly Extractions _extractions;
    private readonly Observations _observations;
    private readonly Matching _matching;
    private readonly Names _names;
    private readonly LinkReader _links;
    private readonly LinkWriter _linkWriter;
    private readonly ForgottenFields _formerFields;
    private readonly Marks _marks;
    private readonly OwnWrites _writes;
    private readonly Lineages _lineages;
    private readonly Journal _journal;
    private readonly OpenItems _items;
    private readonly Plans _plans;
    private readonly Approvals _approvals;
    private readonly Runs _runs;
    private readonly History _history;
    private readonly Inbox _inbox;
    private readonly Settlements _settlements;
    private readonly Erasure _erasure;
    private readonly Forgotten _forgotten;
    private readonly Scrubbing _scrubbing;
    private readonly Breakers _breakers;
    private readonly Copies _copies;
    private readonly Restores _restores;

    internal SqliteStore(Session session, OwnerLock? owned)
    {
        (_session, _lock) = (session, owned);
        var entities = new Entities(session);
        var pairings = new Pairings(session);
        var numbers = new RecordNumbers(session, entities);
        var dirt = new LinkMarks(session);
        var (bases, edits) = (new Bases(session), new Edits(session));
        var writes = _writes = new OwnWrites(session, numbers);
        _marks = new Marks(session, numbers);
        _extractions = new Extractions(session, entities, dirt);
        var views = new Views(session, pairings);
        _names = new Names(session, entities);
        var records = new ObservedRecords(session, entities, numbers, views, _names, _extractions, dirt, edits);
        _links = new LinkReader(session, entities, pairings, numbers, bases, writes, edits);
        _observations = new Observations(session, entities, _extractions, records, _links);
        _matching = new Matching(session, entities, pairings, numbers, _links);
        _lineages = new Lineages(session, numbers);
        var steps = new Steps(session, owned?.Witness);
        _journal = new Journal(session, pairings, steps);
        var rulings = new Rulings(session);
        _items = new OpenItems(session, pairings, rulings);
        _history = new History(session, entities, pairings);
        _linkWriter = new LinkWriter(
            session, entities, pairings, numbers, records, _links, bases, _marks, writes, edits, _items, _journal,
            _history, _extractions, rulings);
        _formerFields = new ForgottenFields(session, pairings);
        (_accounts, _plans) = (new(session), new(session));
        (_copies, _breakers, _restores) = (new(session, pairings), new(session, pairings), new(session, pairings));
        _approvals = new Approvals(session, pairings, _plans, _breakers);
        (_inbox, _forgotten, _scrubbing) = (new(session), new(session), new(session, session.Path));
        var removal = new Removal(session);
        _erasure = new Erasure(
            session, entities, _links, _lineages, removal, new Traces(session), _forgotten);
        _settlements = new Settlements(
            session, _inbox, pairings, _approvals, rulings,
            new DecidedLinks(
                session, pairings, numbers, _links, _linkWriter, dirt, _marks, bases, _items, _history, removal),
            _erasure);
        _runs = new Runs(session, _breakers, new(session), steps);
    }

    /// <inheritdoc/>
    public long Epoch => _session.Epoch;

    internal Session Session => _session;

    /// <summary>
    /// Opens a store. An owner makes the file where there is none, and brings its schema up to this program's.
    /// </summary>
    /// <param name="path">The file; <c>:memory:</c> for one that ends with this instance.</param>
    /// <param name="access">
    /// Whether to own it or to look only. One looking may also leave decisions in the inbox.
    /// </param>
    /// <exception cref="StoreBusyException">Another process owns it.</exception>
    /// <exception cref="StoreException">
    /// It cannot be used: no folder, no right, no store, damaged, or written by a newer program.
    /// </exception>
    public static Task<SqliteStore> OpenAsync(string path, StoreAccess access)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path == StoreFile.Memory && access == StoreAccess.Look)
            throw new ArgumentException(
                "A store in memory is its owner's: nobody else can look at it.", nameof(access));

        return Task.Run(() => OpenFileAsync(path == StoreFile.Memory ? path : Path.GetFullPath(path), access));
    }

    /// <summary>
    /// The next owner of a store in memory, whatever became of the one before: a process that died gives nothing back.
    /// </summary>
    internal static SqliteStore Over(MemoryFile file, bool isFenced = true) =>
        new(new Session(file, isFenced), owned: null);

    /// <summary>Closes the file and gives the ownership back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _session.CloseAsync();
        _lock?.Dispose();
    }

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
        DateTimeOffset? knownBefore = null) =>
        _extractions.CompleteAsync(extraction, new(at, pages, lens), cursor, knownBefore);

    /// <inheritdoc/>
    public ValueTask<int> CompleteChangesAsync(Extraction extraction) => _extractions.CompleteChangesAsync(extraction);

    /// <inheritdoc/>
    public ValueTask DoubtAsync(EntityName entity) => _extractions.DoubtAsync(entity);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> LastCompleteAsync(EntityName entity) => _extractions.LastCompleteAsync(entity);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Unlinked>> UnlinkedAsync(
        string pairing, Side side, EntityName entity, long after, int limit) =>
        _matching.UnlinkedAsync(pairing, side, entity, after, limit);

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
    public ValueTask<Link> LinkAsync(NewLink link) => _linkWriter.LinkAsync(link);

    /// <inheritdoc/>
    public ValueTask MergeAsync(MergeCommit merge) => _linkWriter.MergeAsync(merge);

    /// <inheritdoc/>
    public ValueTask SetLinkStateAsync(long link, LinkState state, DateTimeOffset at) =>
        _linkWriter.SetStateAsync(link, state, at);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LinkedBases>> DirtyLinksAsync(string pairing, long after, int limit) =>
        _links.DirtyAsync(pairing, after, limit);

    /// <inheritdoc/>
    public ValueTask KeepFieldsAsync(
        string pairing, IReadOnlyList<string> fields, IReadOnlyList<string> leftPaths,
        IReadOnlyList<string> rightPaths) => _formerFields.KeepAsync(pairing, fields, leftPaths, rightPaths);

    /// <inheritdoc/>
    public ValueTask<LinkedBases?> FindLinkAsync(string pairing, Side side, string key) =>
        _links.FindAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask<LinkedBases?> FindEndedAsync(string pairing, Side side, string key) =>
        _links.FindEndedAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask<bool> AreToldApartAsync(string pairing, Side side, string key, string across) =>
        _links.AreToldApartAsync(pairing, side, key, across);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LinkedBases>> LinksAsync(string pairing, long after, int limit) =>
        _links.AllAsync(pairing, after, limit);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Mark>> MarksAsync(RecordId record) => _marks.OfAsync(record);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OwnWrite>> OwnWritesAsync(RecordId record) => _writes.OfAsync(record);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordId>> LineageAsync(RecordId record) => _lineages.OfAsync(record);

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
    public ValueTask OpenAsync(OpenItem item) => _items.OpenAsync(item);

    /// <inheritdoc/>
    public ValueTask CloseAsync(string pairing, Side side, string key) => _items.CloseAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OpenItem>> OpenItemsAsync(string? pairing) => _items.ListAsync(pairing);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OpenItem>> OpenItemsAsync(string pairing, Side side, string key) =>
        _items.ListAsync(pairing, side, key);

    /// <inheritdoc/>
    public ValueTask SavePlanAsync(StoredPlan plan) => _plans.SaveAsync(plan);

    /// <inheritdoc/>
    public ValueTask<StoredPlan?> FindPlanAsync(string hash) => _plans.FindAsync(hash);

    /// <inheritdoc/>
    public ValueTask<PairingState> PairingStateAsync(string pairing, string fingerprint, DateTimeOffset at) =>
        _approvals.StateAsync(pairing, fingerprint, at);

    /// <inheritdoc/>
    public ValueTask<bool> IsApprovedAsync(string pairing, string operation) =>
        _approvals.IsApprovedAsync(pairing, operation);

    /// <inheritdoc/>
    public ValueTask GoLiveAsync(string pairing, DateTimeOffset at) => _approvals.GoLiveAsync(pairing, at);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CompiledPairing>> ApprovedAsync() => _runs.ApprovedAsync();

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
    public ValueTask<IReadOnlyList<RecordId>> SameThingAsync(RecordId record) => _erasure.SameThingAsync(record);

    /// <inheritdoc/>
    public ValueTask<ForgottenRecords> ForgottenAsync() => _forgotten.ReadAsync();

    /// <inheritdoc/>
    public ValueTask<bool> ScrubAsync() => _scrubbing.RunAsync();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEntry>> HistoryAsync(RecordId record, int limit) =>
        _history.OfAsync(record, limit);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LinkedBases>> LinksOfAsync(RecordId record) => _links.OfRecordAsync(record);

    /// <inheritdoc/>
    public ValueTask<Breaker?> BreakerAsync(string pairing) => _breakers.FindAsync(pairing);

    /// <inheritdoc/>
    public ValueTask OpenBreakerAsync(string pairing, string reason, string plan, DateTimeOffset at) =>
        _breakers.OpenAsync(pairing, reason, plan, at);

    /// <inheritdoc/>
    public ValueTask CloseBreakerAsync(string pairing) => _breakers.CloseAsync(pairing);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEntry>> LastWritesAsync(Link link, Side side, string field, int limit) =>
        _history.LastWritesAsync(link, side, field, limit);

    /// <inheritdoc/>
    public ValueTask<long> BeginRunAsync(DateTimeOffset at) => _runs.BeginAsync(at);

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

    /// <summary>
    /// Notes that a backup was put in the store's place where the store cannot know: in another folder, or with its
    /// lock file. All pairings observe again, and look for what they would create.
    /// </summary>
    /// <param name="at">Now: whatever the store knows, it saw before.</param>
    public ValueTask RestoredAsync(DateTimeOffset at) => _restores.NoteAsync(at);

    private static async Task<SqliteStore> OpenFileAsync(string path, StoreAccess access)
    {
        if (access == StoreAccess.Look)
            StoreFile.MustExist(path);
        if (access == StoreAccess.Look || path == StoreFile.Memory)
            return Open(path, access, owned: null, seen: null);

        var owned = OwnerLock.Take(path);
        try
        {
            var seen = owned.Witness.Read();
            StoreFile.Prepare(path);
            var store = Open(path, access, owned, seen);
            await store.CompareAsync(seen);
            return store;
        }
        catch
        {
            owned.Dispose();
            throw;
        }
    }

    private static SqliteStore Open(string path, StoreAccess access, OwnerLock? owned, WitnessMark? seen)
    {
        var connection = new Opening(path, access, Migrations.All).Connect();
        try
        {
            var epoch = access == StoreAccess.Own ? Opening.TakeOver(connection, seen?.Epoch ?? 0) : 0;
            return new SqliteStore(new Session(connection, path, epoch), owned);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async ValueTask CompareAsync(WitnessMark? seen)
    {
        try
        {
            if (seen is { } mark)
                await _restores.CompareAsync(mark);
        }
        catch
        {
            await _session.CloseAsync();
            throw;
        }
    }
}
