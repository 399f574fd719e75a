using System.Text;
using SQLitePCL;

namespace Sluice.Stores.Sqlite;

/// <summary>The rows of a query, read forward.</summary>
internal readonly struct Rows(Statement statement, sqlite3_stmt prepared) : IDisposable
{
    public bool Read()
    {
        var code = raw.sqlite3_step(prepared);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            statement.Check(code);
        return false;
    }

    /// <summary>Reads what is left of them, and closes them.</summary>
    public List<T> All<T>(Func<Rows, T> read)
    {
        using (this)
        {
            var all = new List<T>();
            while (Read())
                all.Add(read(this));
            return all;
        }
    }

    public long Number(int column) => raw.sqlite3_column_int64(prepared, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public int Small(int column) => (int)Number(column);

    public bool Flag(int column) => Number(column) != 0;

    public Side Side(int column) => (Side)Small(column);

    public DateTimeOffset Time(int column) => new(Number(column), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    // As bytes: a text may hold NUL characters, and one that comes back shorter would look like somebody's edit.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(prepared, column));

    /// <summary>The bytes of a text, until the next row is read.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(prepared, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(prepared, column).ToArray();

    /// <summary>Whether a column holds a text, which is not made into one where it does.</summary>
    public bool Is(int column, string text) =>
        Ascii.Equals(raw.sqlite3_column_blob(prepared, column), text) || Text(column) == text;

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public FieldValue Value(int column) => FieldValue.FromStored(Text(column));

    public void Dispose() => raw.sqlite3_reset(prepared);

    private bool IsNull(int column) => raw.sqlite3_column_type(prepared, column) == raw.SQLITE_NULL;
}
