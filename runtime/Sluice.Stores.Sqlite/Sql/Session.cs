using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sluice.Stores.Sqlite;

/// <summary>
/// One connection with its prepared statements. Every piece of work is one transaction, one at a time.
/// </summary>
internal sealed class Session : IDisposable
{
    // Guards the connection, its statements, and everything in memory that belongs to what is stored.
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SqliteConnection _connection;
    private readonly string _path;

    // Only the simulation opens a store without a fence, to show what it is for.
    private readonly bool _isFenced;
    private readonly MemoryFile? _keeper;
    private readonly List<Statement> _statements = [];
    private readonly List<Action> _afterCommit = [];
    private readonly List<Action> _afterRollback = [];
    private readonly Statement _read;
    private readonly Statement _write;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _epoch;
    private bool _closed;

    public Session(MemoryFile file, bool isFenced)
        : this(file.Connection, StoreFile.Memory, Opening.TakeOver(file.Connection), isFenced, file)
    {
    }

    public Session(
        SqliteConnection connection, string path, long epoch, bool isFenced = true, MemoryFile? keeper = null)
    {
        (_connection, _path, Epoch, _isFenced, _keeper) = (connection, path, epoch, isFenced, keeper);
        _read = Prepare("begin");
        _write = Prepare("begin immediate");
        _commit = Prepare("commit");
        _rollback = Prepare("rollback");
        _epoch = Prepare("select epoch from store where id = 1");
    }

    /// <summary>Zero where the store was opened to look only.</summary>
    public long Epoch { get; }

    /// <summary>The store's file.</summary>
    public string Path => _path;

    public bool MayWrite => Epoch != 0;

    /// <summary>Whether nobody else has become the owner: what is in memory is then as it is stored.</summary>
    public bool IsOwner => MayWrite && _epoch.Number() == Epoch;

    public IReadOnlyList<Statement> Statements => _statements;

    public Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql, _keeper);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Within work that writes: what to do in memory once it is stored.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>For good: what to forget in memory whenever work that writes failed.</summary>
    public void AfterEveryRollback(Action action) => _afterRollback.Add(action);

    /// <remarks>An owner reads what nobody else changes; whoever looks needs one moment for all it reads.</remarks>
    public ValueTask<T> ReadAsync<T>(Func<T> work) => InTransactionAsync(MayWrite ? null : _read, work);

    public ValueTask<T> WriteAsync<T>(Func<T> work)
    {
        if (!MayWrite)
            throw new InvalidOperationException(
                $"Store '{_path}' was opened to look only: only decisions and requests can be left. Open it as its "
                    + "owner.");

        return InTransactionAsync(_write, () =>
        {
            var current = _epoch.Number() ?? 0;
            return current == Epoch || !_isFenced ? work() : throw new FencedException(Epoch, current);
        });
    }

    public async ValueTask WriteAsync(Action work) => await WriteAsync(() =>
    {
        work();
        return true;
    });

    /// <summary>Writes what is no commit of an owner, and so may come from anybody.</summary>
    public ValueTask<T> LeaveAsync<T>(Func<T> work) => InTransactionAsync(_write, work);

    /// <summary>Work that is no transaction: on the file as a whole, while nothing else is done.</summary>
    public async ValueTask<T> AloneAsync<T>(Func<T> work)
    {
        await _gate.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStore));
            return work();
        }
        catch (SqliteException fault) when (Faults.Explain(fault, _path) is var explained && explained != fault)
        {
            throw explained;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask CloseAsync()
    {
        await _gate.WaitAsync();
        try
        {
            Dispose();
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        if (_closed)
            return;

        Release();
        _connection.Dispose();
    }

    /// <summary>Ends this session and leaves the connection to whoever owns it next.</summary>
    public void Release()
    {
        _closed = true;
        foreach (var statement in _statements)
            statement.Dispose();
    }

    private async ValueTask<T> InTransactionAsync<T>(Statement? begin, Func<T> work)
    {
        await _gate.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteStore));
            begin?.Run();
            var result = work();
            if (begin is not null)
                _commit.Run();
            _afterCommit.ForEach(static action => action());
            return result;
        }
        catch (Exception failure)
        {
            Undo();
            if (failure is SqliteException fault && Faults.Explain(fault, _path) is var explained && explained != fault)
                throw explained;

            throw;
        }
        finally
        {
            _afterCommit.Clear();
            _gate.Release();
        }
    }

    // SQLite has rolled back by itself after some faults (a full disk), and a second time would hide the first reason.
    private void Undo()
    {
        if (!_closed && raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            _rollback.Run();

        _afterRollback.ForEach(static action => action());
    }
}
