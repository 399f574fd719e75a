using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sluice.Stores.Sqlite;

/// <summary>
/// A statement that is prepared once, when it first runs. Values are given in the order in which the text first names
/// them.
/// </summary>
/// <remarks>
/// Only used by whoever holds the session's gate. A reader must be closed before the statement runs again. It talks to
/// SQLite itself: a command object for each of a cycle's many small statements costs more than the statement.
/// </remarks>
internal sealed class Statement(SqliteConnection connection, string sql, MemoryFile? keeper = null) : IDisposable
{
    private const int OnStack = 512;
    private sqlite3_stmt? _prepared;

    public string Sql { get; } = sql;

    /// <summary>How many values it takes.</summary>
    public int Parameters => raw.sqlite3_bind_parameter_count(Prepared());

    /// <summary>Runs it and says how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        using (var rows = Query(values))
            while (rows.Read())
            {
            }

        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>Runs it and reads the first number of the first row; null where there is none.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        using var rows = Query(values);
        var number = rows.Read() ? rows.NumberOrNull(0) : null;

        // What is inserted or updated is so only when the statement has run to its end.
        while (rows.Read())
        {
        }

        return number;
    }

    public Rows Query(params ReadOnlySpan<object?> values)
    {
        var prepared = Prepared();
        if (values.Length != raw.sqlite3_bind_parameter_count(prepared))
            throw new ArgumentException(
                $"{Parameters} values are needed, {values.Length} were given: {Sql}", nameof(values));

        for (var i = 0; i < values.Length; i++)
            Check(Bind(prepared, i + 1, values[i]));
        return new Rows(this, prepared);
    }

    /// <exception cref="SqliteException">The code says that something went wrong.</exception>
    public void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);

    public void Dispose()
    {
        if (keeper is null)
            _prepared?.Dispose();
    }

    private static int Bind(sqlite3_stmt prepared, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(prepared, index),
        string text => Bind(prepared, index, text),
        long number => raw.sqlite3_bind_int64(prepared, index, number),
        int number => raw.sqlite3_bind_int64(prepared, index, number),
        bool flag => raw.sqlite3_bind_int64(prepared, index, flag ? 1 : 0),
        DateTimeOffset time => raw.sqlite3_bind_int64(prepared, index, time.UtcTicks),
        FieldValue field => Bind(prepared, index, field.ToStored()),
        Side side => raw.sqlite3_bind_int64(prepared, index, (int)side),
        double number => raw.sqlite3_bind_double(prepared, index, number),
        byte[] bytes => raw.sqlite3_bind_blob(prepared, index, bytes),
        Enum other => raw.sqlite3_bind_int64(
            prepared, index, Convert.ToInt64(other, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
    };

    // By its length, for a text may well hold a NUL character.
    private static int Bind(sqlite3_stmt prepared, int index, string text)
    {
        if (text.Length == 0)
            return raw.sqlite3_bind_text(prepared, index, "");

        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = size <= OnStack ? stackalloc byte[OnStack] : new byte[size];
        return raw.sqlite3_bind_text(prepared, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private sqlite3_stmt Prepared()
    {
        if (_prepared is not null)
            return _prepared;

        if (keeper is not null)
            return _prepared = keeper.Prepared(Sql);

        Check(raw.sqlite3_prepare_v2(connection.Handle, Sql, out _prepared));
        return _prepared;
    }
}
