using Microsoft.Data.Sqlite;
using Sluice.Stores.Sqlite;
using SQLitePCL;

namespace Sluice.Benchmarks.Stores;

/// <summary>
/// A file with the store's own schema and settings, written by bare prepared statements: what the same rows cost at
/// least.
/// </summary>
internal sealed class RawRows : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<RawStatement> _statements = [];
    private readonly RawStatement _begin;
    private readonly RawStatement _commit;

    private RawRows(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("begin immediate");
        _commit = Prepare("commit");
    }

    public static async Task<RawRows> CreateAsync(string path)
    {
        await (await SqliteStore.OpenAsync(path, StoreAccess.Own)).DisposeAsync();
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var rows = new RawRows(connection);
        foreach (var setting in new[]
        {
            "journal_mode = wal", "synchronous = full", "foreign_keys = on", "temp_store = memory",
            "secure_delete = on", "cache_size = -32768",
        })
            rows.Prepare($"pragma {setting}").Run();
        return rows;
    }

    public RawStatement Prepare(string sql)
    {
        raw.sqlite3_prepare_v2(_connection.Handle, sql, out var prepared);
        var statement = new RawStatement(prepared ?? throw new ArgumentException($"It cannot be prepared: {sql}"));
        _statements.Add(statement);
        return statement;
    }

    public void Commit(Action work)
    {
        _begin.Run();
        work();
        _commit.Run();
    }

    public long Last() => raw.sqlite3_last_insert_rowid(_connection.Handle);

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }
}
