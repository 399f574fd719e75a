using System.Text;
using SQLitePCL;

namespace Sluice.Benchmarks.Stores;

/// <summary>A prepared statement, with nothing around it.</summary>
internal sealed class RawStatement(sqlite3_stmt prepared) : IDisposable
{
    public RawStatement Bind(int index, long number)
    {
        raw.sqlite3_bind_int64(prepared, index, number);
        return this;
    }

    public RawStatement Bind(int index, string text)
    {
        Span<byte> bytes = stackalloc byte[512];
        raw.sqlite3_bind_text(prepared, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        return this;
    }

    /// <returns>Whether it had a row.</returns>
    /// <exception cref="InvalidOperationException">SQLite refused.</exception>
    public bool Run()
    {
        var code = raw.sqlite3_step(prepared);
        raw.sqlite3_reset(prepared);
        return code is raw.SQLITE_ROW or raw.SQLITE_DONE
            ? code == raw.SQLITE_ROW
            : throw new InvalidOperationException($"SQLite says {code}.");
    }

    public void Dispose() => prepared.Dispose();
}
