using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sluice.Stores.Sqlite;

/// <summary>From a file to a connection whose schema is this program's.</summary>
/// <param name="path">The file.</param>
/// <param name="access">What is wanted of it.</param>
/// <param name="migrations">The steps to this program's schema.</param>
/// <param name="original">The file that it begins as a copy of; null where it is no copy.</param>
internal sealed class Opening(
    string path, StoreAccess access, IReadOnlyList<string> migrations, string? original = null)
{
    // "Slce": tells a store from any other SQLite database.
    private const long ApplicationId = 0x536C6365;

    public SqliteConnection Connect()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = path == StoreFile.Memory ? SqliteOpenMode.Memory : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            if (original is not null)
                Copy(connection);
            Configure(connection);
            CheckVersion(connection);
            if (access == StoreAccess.Own)
                Own(connection);

            return connection;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw Faults.Explain(fault, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// From here on, whoever owned the store before can commit nothing more; and neither can whoever owned the file
    /// that stood in its place.
    /// </summary>
    public static long TakeOver(SqliteConnection connection, long seen = 0)
    {
        try
        {
            return Number(
                connection,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"update store set epoch = max(epoch, {seen}) + 1 where id = 1 returning epoch"));
        }
        catch (SqliteException fault) when (Faults.Explain(fault, connection.DataSource) is StoreException explained)
        {
            throw explained;
        }
    }

    // Temporary data stays in memory: a record's values belong in no file that has not the store's mode. Match keys
    // come in no order, so a first listing needs their index at hand: 32 MB instead of SQLite's 2 made it half as fast
    // again.
    private static void Configure(SqliteConnection connection)
    {
        Execute(connection, "pragma busy_timeout = 5000");
        Execute(connection, "pragma synchronous = full");
        Execute(connection, "pragma foreign_keys = on");
        Execute(connection, "pragma temp_store = memory");
        Execute(connection, "pragma secure_delete = on");
        Execute(connection, "pragma cache_size = -32768");
    }

    // In one step, so that it is the store of one moment, whatever its owner commits meanwhile.
    private void Copy(SqliteConnection connection)
    {
        using var file = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = original,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        file.Open();
        Execute(file, "pragma busy_timeout = 5000");
        file.BackupDatabase(connection);
    }

    private void CheckVersion(SqliteConnection connection)
    {
        var tables = Number(connection, "select count(*) from sqlite_master");
        var version = Number(connection, "pragma user_version");
        if (tables > 0 && Number(connection, "pragma application_id") != ApplicationId)
            throw new StoreException(
                path,
                "another program's database. Configure the path of a store, or of a file that does not exist yet.");
        if (version > migrations.Count)
            throw new StoreException(
                path,
                $"a newer program wrote it (schema {version}; this program knows {migrations.Count}). Use that " +
                "program, or a backup from before it.");
        if (version < migrations.Count && access == StoreAccess.Look)
            throw new StoreException(
                path,
                $"its schema is of an older program ({version} of {migrations.Count}). `sluice run` or `sluice plan` " +
                "brings it up.");
    }

    private void Own(SqliteConnection connection)
    {
        Execute(connection, "pragma journal_mode = wal");
        var check = Scalar(connection, "pragma quick_check(1)") as string;
        if (check != "ok")
            throw Faults.Damaged(path, check?.ReplaceLineEndings(" ") ?? "no answer to a check");

        for (var version = Number(connection, "pragma user_version"); version < migrations.Count; version++)
            Migrate(connection, (int)version);
    }

    private void Migrate(SqliteConnection connection, int version)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, migrations[version], transaction);
        Mark("user_version", version + 1);
        Mark("application_id", ApplicationId);
        transaction.Commit();

        void Mark(string name, long value) =>
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"pragma {name} = {value}"), transaction);
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql) => (long)(Scalar(connection, sql) ?? 0L);

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
