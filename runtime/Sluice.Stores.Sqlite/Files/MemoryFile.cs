using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sluice.Stores.Sqlite;

/// <summary>
/// A store's file in memory, for the simulation: one owner after the other, whatever became of the one before, and one
/// run after the other. What was prepared stays prepared.
/// </summary>
internal sealed class MemoryFile : IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> _prepared = new(StringComparer.Ordinal);
    private readonly List<string> _clearing = ["pragma foreign_keys = off"];

    // Nobody asks how much memory is in use, and to count it takes a lock over all threads.
    static MemoryFile()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public MemoryFile()
    {
        Connection = new Opening(StoreFile.Memory, StoreAccess.Own, Migrations.All).Connect();
        var tables = new List<string>();
        using (var names = Command("select name from sqlite_master where type = 'table'"))
        using (var rows = names.ExecuteReader())
            while (rows.Read())
                tables.Add(rows.GetString(0));

        foreach (var table in tables)
        {
            using (var copy = Command($"create temp table new_{table} as select * from main.{table}"))
                copy.ExecuteNonQuery();
            _clearing.Add($"delete from main.{table}");
            _clearing.Add($"insert into main.{table} select * from temp.new_{table}");
        }

        _clearing.Add("pragma foreign_keys = on");
    }

    public SqliteConnection Connection { get; }

    /// <summary>Makes it as new.</summary>
    public void Clear()
    {
        foreach (var sql in _clearing)
        {
            var statement = Prepared(sql);
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
            }

            SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), Connection.Handle);
        }
    }

    public sqlite3_stmt Prepared(string sql)
    {
        if (_prepared.TryGetValue(sql, out var known))
            return known;

        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(Connection.Handle, sql, out var prepared), Connection.Handle);
        _prepared[sql] = prepared;
        return prepared;
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
            statement.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Command(string sql) => new(sql, Connection);
}
