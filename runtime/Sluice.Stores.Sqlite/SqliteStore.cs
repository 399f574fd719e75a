using Microsoft.Data.Sqlite;

namespace Sluice.Stores.Sqlite;

/// <summary>The embedded store: one SQLite file, readable by its user only.</summary>
/// <remarks>
/// What a method stored is on disk when it returns. SQLite works synchronously: a method occupies its thread while it
/// works, and methods of one store run one after the other.
/// </remarks>
public sealed partial class SqliteStore : IStore
{
    private readonly Session _session;
    private readonly OwnerLock? _lock;
    private readonly string? _original;
    private readonly Accounts _accounts;
    private readonly Extractions _extractions;
    private readonly Observations _observations;
    private readonly ShownPaths _shown;
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
    private readonly DecidedHistory _decided;
    private readonly Inbox _inbox;
    private readonly Settlements _settlements;
    private readonly Erasure _erasure;
    private readonly Forgotten _forgotten;
    private readonly Scrubbing _scrubbing;
    private readonly Breakers _breakers;
    private readonly Copies _copies;
    private readonly Restores _restores;
    private readonly RunRequests _requests;
    private readonly Edits _edits;
    private readonly SignIns _signIns;

    internal SqliteStore(Session session, OwnerLock? owned, string? original = null)
    {
        (_session, _lock, _original) = (session, owned, original);
        var entities = new Entities(session);
        var pairings = new Pairings(session);
        var numbers = new RecordNumbers(session, entities);
        var memory = new MatchMemory(session, pairings);
        var dirt = new LinkMarks(session);
        var (bases, edits) = (new Bases(session), _edits = new Edits(session));
        var writes = _writes = new OwnWrites(session, numbers);
        _marks = new Marks(session, numbers);
        _extractions = new Extractions(session, entities, dirt, memory);
        var views = new Views(session, pairings, memory);
        _names = new Names(session, entities);
        var records = new ObservedRecords(session, entities, numbers, views, _names, _extractions, dirt, edits);
        _links = new LinkReader(session, entities, pairings, numbers, bases, writes, edits);
        _observations = new Observations(session, entities, _extractions, records, _links);
        _shown = new ShownPaths(session, entities);
        _matching = new Matching(session, entities, pairings, numbers, _links, memory);
        _lineages = new Lineages(session, numbers);
        var steps = new Steps(session, owned?.Witness);
        _journal = new Journal(session, pairings, _marks, steps);
        var rulings = new Rulings(session);
        _items = new OpenItems(session, pairings, rulings, _marks);
        _history = new History(session, entities, pairings);
        _decided = new DecidedHistory(session, numbers, _lineages);
        _linkWriter = new LinkWriter(
            session, entities, pairings, numbers, records, _links, dirt, bases, _marks, writes, edits, _items,
            _journal, _history, _extractions, rulings, memory);
        _formerFields = new ForgottenFields(session, pairings);
        (_accounts, _plans) = (new(session), new(session));
        (_copies, _breakers, _restores) = (new(session, pairings), new(session, pairings), new(session, pairings));
        _signIns = new(session);
        _approvals = new Approvals(session, pairings, _plans, _breakers);
        (_forgotten, _scrubbing) = (new(session), new(session, session.Path));
        var waiting = new WaitingTraces(session, entities, _forgotten);
        (_inbox, _requests) = (new(session, waiting), new(session, waiting));
        var removal = new Removal(session, memory);
        _erasure = new Erasure(
            session, entities, _links, _lineages, removal, new(session, memory), waiting, _forgotten);
        _settlements = new Settlements(
            session, _inbox, pairings, _approvals, rulings,
            new DecidedLinks(
                session, pairings, numbers, _links, _lineages, _linkWriter, dirt, _marks, bases, _items, _history,
                removal),
            _erasure);
        _runs = new Runs(session, pairings, _breakers, new(session), steps, new(session, _plans));
    }

    /// <inheritdoc/>
    public long Epoch => _session.Epoch;

    internal Session Session => _session;

    /// <summary>
    /// Opens a store. An owner makes the file where there is none, and brings its schema up to this program's.
    /// </summary>
    /// <param name="path">The file; <c>:memory:</c> for one that ends with this instance.</param>
    /// <param name="access">
    /// Whether to own it, to look only, or to have a copy. One looking may also leave decisions, and ask for runs.
    /// </param>
    /// <exception cref="StoreBusyException">Another process owns it.</exception>
    /// <exception cref="StoreException">
    /// It cannot be used: no folder, no right, no store, damaged, or written by a newer program.
    /// </exception>
    public static Task<SqliteStore> OpenAsync(string path, StoreAccess access)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path == StoreFile.Memory && access != StoreAccess.Own)
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

    /// <summary>
    /// Notes that a backup was put in the store's place where the store cannot know: in another folder, or with its
    /// lock file. All pairings observe again, and look for what they would create, among whatever was not seen before
    /// its last run ended.
    /// </summary>
    public ValueTask RestoredAsync() => _restores.NoteAsync();

    private static async Task<SqliteStore> OpenFileAsync(string path, StoreAccess access)
    {
        if (access != StoreAccess.Own)
            StoreFile.MustExist(path);
        if (access == StoreAccess.Copy)
            return Copy(path);
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

    private static SqliteStore Open(string path, StoreAccess access, OwnerLock? owned, WitnessMark? seen) => Over(
        new Opening(path, access, Migrations.All).Connect(),
        connection => new(
            new(connection, path, access == StoreAccess.Own ? Opening.TakeOver(connection, seen?.Epoch ?? 0) : 0),
            owned));

    private static SqliteStore Copy(string path) => Over(
        new Opening(StoreFile.Memory, StoreAccess.Own, Migrations.All, original: path).Connect(),
        connection => new(new(connection, StoreFile.Memory, Opening.TakeOver(connection)), owned: null, path));

    private static SqliteStore Over(SqliteConnection connection, Func<SqliteConnection, SqliteStore> open)
    {
        try
        {
            return open(connection);
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
