using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Sluice.Stores.Sqlite;

/// <summary>
/// A statement that is prepared once. Values are given in the order in which the text first names them.
/// </summary>
/// <remarks>
/// Only used by whoever holds the session's gate. A reader must be closed before the statement runs again.
/// </remarks>
internal sealed partial class Statement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = Sql = sql;
        _parameters = [.. Parameter().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal)
            .Select(name => _command.Parameters.Add(new SqliteParameter(name, DBNull.Value)))];
    }

    public string Sql { get; }

    /// <summary>Runs it and says how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it and reads the first number of the first row; null where there is none.</summary>
    public long? Number(params ReadOnlySpan<object?> values)
    {
        using var rows = Query(values);
        return rows.Read() ? rows.NumberOrNull(0) : null;
    }

    public Rows Query(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return new Rows(_command.ExecuteReader());
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != _parameters.Length)
            throw new ArgumentException(
                $"{_parameters.Length} values are needed, {values.Length} were given: {Sql}", nameof(values));

        for (var i = 0; i < values.Length; i++)
            _parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset time => time.UtcTicks,
                FieldValue value => value.ToStored(),
                Side side => (int)side,
                var other => other,
            };
    }

    [GeneratedRegex(@"\$[a-z_]+")]
    private static partial Regex Parameter();
}
