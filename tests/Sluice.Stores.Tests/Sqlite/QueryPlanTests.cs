using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Sluice.Stores.Tests;

public sealed partial class QueryPlanTests : IAsyncLifetime
{
    private readonly StoreFolder _folder = new();
    private SqliteConnection _connection = null!;

    // The plans are asked for without foreign keys: for a constraint SQLite plans a scan that it only runs where a
    // statement broke one and may have mended it.
    public async ValueTask InitializeAsync()
    {
        await (await _folder.OwnAsync()).DisposeAsync();
        _connection = new SqliteConnection($"Data Source={_folder.Path};Pooling=False;Foreign Keys=False");
        _connection.Open();
    }

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task No_statement_reads_a_table_that_grows_from_end_to_end()
    {
        await using var store = await _folder.OwnAsync();

        var scans = store.Session.Statements.SelectMany(
            statement => Scans(statement.Sql).Select(step => $"{step}: {statement.Sql}"));

        Assert.Empty(scans);
        Assert.True(store.Session.Statements.Count > 50);
    }

    [Theory]
    [InlineData("select id from records where key = $key")]
    [InlineData("update links set dirty = 1 where left_record + 0 = $record")]
    [InlineData("select 1 from intents where state < 3")]
    public void A_statement_that_does_is_found(string sql) => Assert.NotEmpty(Scans(sql));

    private IEnumerable<string> Scans(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "explain query plan " + sql;
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
            command.Parameters.AddWithValue(name, 1);

        var steps = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            steps.Add(reader.GetString(3));

        return steps.Where(step => Scan().IsMatch(step));
    }

    [GeneratedRegex(@"\$[a-z_]+")]
    private static partial Regex Parameter();

    // There are as many sign-ins as systems, as many pairings as documents say, as many waiting approvals and
    // runs as a person typed, and what is given as JSON is a list of names.
    [GeneratedRegex(
        @"^SCAN (?>(TABLE )?)(?!pairings\b|sign_ins\b|json_each\b|breaker_approvals\b|thing\b|CONSTANT\b|SUBQUERY\b"
        + @"|inbox USING INDEX inbox_waiting|run_requests USING (COVERING )?INDEX run_requests_open)")]
    private static partial Regex Scan();
}
