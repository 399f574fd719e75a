using Microsoft.Data.Sqlite;

namespace Sluice.Stores.Sqlite;

/// <summary>What SQLite says, in words that say what to do. What only a bug can cause stays as it is.</summary>
internal static class Faults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Whether there may be too little room for a file, or no right to make it.</summary>
    public static bool IsRoom(SqliteException fault) => fault.SqliteErrorCode is Full or CannotOpen or InputOutput;

    public static Exception Explain(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        Busy or Locked => new StoreBusyException(
            path, "another process is writing to it and did not finish in time. Nothing was stored; try again.", fault),
        ReadOnly => new StoreException(
            path, "it is read-only. Give this user the right to write the file and its folder.", fault),
        InputOutput => new StoreException(
            path,
            $"the disk reported an error ({fault.SqliteExtendedErrorCode}). Nothing of this step was stored; check it.",
            fault),
        Corrupt => Damaged(path, "its contents contradict each other", fault),
        Full => new StoreException(
            path,
            "the disk is full. Nothing of this step was stored and nothing is lost; free some space and start again.",
            fault),
        CannotOpen => new StoreException(
            path,
            "it cannot be opened. Check that it is a file and that this user may write it and its folder.",
            fault),
        NotADatabase => new StoreException(
            path,
            "it is not a SQLite database. Configure the path of a store, or of a file that does not exist yet.",
            fault),
        _ => fault,
    };

    public static StoreException Damaged(string path, string how, Exception? cause = null) => new(
        path,
        $"it is damaged ({how}). Put it aside and restore a backup; with a new store every pairing plans anew before " +
        "it writes.",
        cause);
}
