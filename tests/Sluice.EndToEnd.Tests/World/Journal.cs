using Microsoft.Data.Sqlite;

namespace Sluice.EndToEnd.Tests.World;

/// <summary>Reads the journal of a store that nobody has open.</summary>
internal static class Journal
{
    /// <summary>From a copy of its files: whoever opens a store that was left behind tidies it up.</summary>
    public static IReadOnlyList<JournalLine> Read(string store)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-journal-");
        try
        {
            foreach (var file in new[] { store, store + "-wal" }.Where(File.Exists))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            return Lines(Path.Combine(folder.FullName, Path.GetFileName(store)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<JournalLine> Lines(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            select i.run, p.name, i.side, i.target_key, i.at, i.state
            from intents i join pairings p on p.id = i.pairing
            order by i.id
            """;
        var lines = new List<JournalLine>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
            lines.Add(new(
                rows.GetInt64(0), rows.GetString(1).Split('/')[rows.GetInt32(2)],
                rows.IsDBNull(3) ? null : rows.GetString(3), new(rows.GetInt64(4), TimeSpan.Zero),
                rows.GetInt32(5) > 1));

        return lines;
    }
}
