using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Sluice.Simulation;

/// <summary>Looks through all that a store holds for what it should not know any more.</summary>
internal sealed class Traces(SqliteConnection store)
{
    private readonly Lazy<IReadOnlyList<(string Place, string Text)>> _texts = new(() => Read(store));

    /// <summary>The first place that holds a value or a key of somebody; null where none does.</summary>
    public string? Of(Person person)
    {
        var id = person.Id.ToString(CultureInfo.InvariantCulture);
        var number = person.Id.ToString("0000", CultureInfo.InvariantCulture);
        var keys = string.Join('|', person.Erased.Select(Regex.Escape));
        var theirs = new Regex(
            $@"person {id} +v|p{id}\.\d+@|\+47 ?{number}|(?<![\w-])({keys})(?![\w-])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
        return _texts.Value.Where(text => theirs.IsMatch(text.Text))
            .Select(text => $"{text.Place}: {text.Text}").FirstOrDefault();
    }

    private static List<(string Place, string Text)> Read(SqliteConnection store)
    {
        var texts = new List<(string, string)>();
        foreach (var table in Tables(store))
            using (var command = store.CreateCommand())
            {
                command.CommandText = $"select * from main.\"{table}\"";
                using var rows = command.ExecuteReader();
                while (rows.Read())
                    for (var i = 0; i < rows.FieldCount; i++)
                        if (Text(rows.GetValue(i)) is { } text)
                            texts.Add(($"{table}.{rows.GetName(i)}", text));
            }

        return texts;
    }

    private static List<string> Tables(SqliteConnection store)
    {
        using var command = store.CreateCommand();
        command.CommandText = "select name from sqlite_master where type = 'table'";
        using var rows = command.ExecuteReader();
        var tables = new List<string>();
        while (rows.Read())
            tables.Add(rows.GetString(0));
        return tables;
    }

    private static string? Text(object value) => value switch
    {
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => null,
    };
}
