using Microsoft.Data.Sqlite;

namespace Sluice.Stores.Sqlite;

/// <summary>Makes sure that what was erased is in no page of the file and not in its log.</summary>
/// <remarks>
/// What is deleted is overwritten at once (<c>secure_delete</c>), but pages that were rebuilt may hold copies of what
/// moved on: only a file that was written anew holds none.
/// </remarks>
internal sealed class Scrubbing(Session session, string path)
{
    private readonly Statement _due = session.Prepare("select scrub from store where id = 1 and scrub = 1");
    private readonly Statement _done = session.Prepare("update store set scrub = 0 where id = 1");

    /// <summary>What SQLite says of a file that it could not write anew, in words that say what to do.</summary>
    internal static Exception Explain(SqliteException fault, string path, string temporary) =>
        Faults.IsRoom(fault)
            ? new StoreException(
                path,
                $"it cannot be written anew, which takes away what was forgotten ({fault.Message}). That needs room "
                    + $"for a copy in '{temporary}' (set SQLITE_TMPDIR to have it in another folder), and as much "
                    + "beside the store.",
                fault)
            : Faults.Explain(fault, path);

    public async ValueTask<bool> RunAsync()
    {
        if (!await session.ReadAsync(() => _due.Number() is not null))
            return true;
        if (path != StoreFile.Memory && !await session.AloneAsync(Rewrite))
            return false;

        await session.WriteAsync(() => { _done.Run(); });
        return true;
    }

    // The copy is as large as the store, which memory need not be. It lies in a file without a name.
    private bool Rewrite()
    {
        Run("pragma temp_store = file");
        try
        {
            Run("vacuum");
        }
        catch (SqliteException fault) when (Explain(fault, path, Temporary()) is StoreException explained)
        {
            throw explained;
        }
        finally
        {
            Run("pragma temp_store = memory");
        }

        using var truncate = session.Prepare("pragma wal_checkpoint(truncate)");
        return truncate.Number() == 0;
    }

    // Where SQLite looks for a place, in its order.
    private static string Temporary()
    {
        string?[] unix =
        [
            Environment.GetEnvironmentVariable("SQLITE_TMPDIR"), Environment.GetEnvironmentVariable("TMPDIR"),
            "/var/tmp", "/usr/tmp",
        ];
        return (OperatingSystem.IsWindows() ? null : unix.FirstOrDefault(Directory.Exists)) ?? Path.GetTempPath();
    }

    private void Run(string sql)
    {
        using var statement = session.Prepare(sql);
        statement.Run();
    }
}
