using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sluice.Stores.Sqlite;

/// <summary>The rows of a query, read forward.</summary>
internal readonly struct Rows(SqliteDataReader reader) : IDisposable
{
    public bool Read() => reader.Read();

    public long Number(int column) => reader.GetInt64(column);

    public long? NumberOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public int Small(int column) => reader.GetInt32(column);

    public bool Flag(int column) => reader.GetInt64(column) != 0;

    public Side Side(int column) => (Side)reader.GetInt32(column);

    public DateTimeOffset Time(int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);

    // GetString ends at the first NUL character; a value that comes back shorter would look like somebody's edit.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(reader.Handle, column));

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : Text(column);

    public FieldValue Value(int column) => FieldValue.FromStored(Text(column));

    public void Dispose() => reader.Dispose();
}
