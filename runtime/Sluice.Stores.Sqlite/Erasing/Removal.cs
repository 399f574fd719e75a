using System.Globalization;

namespace Sluice.Stores.Sqlite;

/// <summary>Removes rows with everything that refers to them, whichever tables there are.</summary>
/// <remarks>All of it within a transaction.</remarks>
internal sealed class Removal(Session session, MatchMemory memory)
{
    private readonly Lazy<IReadOnlyList<Statement>> _links = new(() => Prepare(session, "links", []));
    private readonly Lazy<IReadOnlyList<Statement>> _intents = new(() => Prepare(session, "intents", []));

    // Links are no part of a record: they are removed for themselves, and before it.
    private readonly Lazy<IReadOnlyList<Statement>> _records = new(() =>
        Prepare(session, "records", ["links", "records"]));

    public void Link(long id) => Run(_links.Value, id);

    public void Intent(long id) => Run(_intents.Value, id);

    public void Record(long id) => Run(_records.Value, id);

    private void Run(IReadOnlyList<Statement> statements, long id)
    {
        memory.Forget();
        foreach (var statement in statements)
            statement.Run(id);
    }

    private static IReadOnlyList<Statement> Prepare(Session session, string table, IReadOnlyList<string> but) =>
    [
        .. References(session, table).Where(child => !but.Contains(child.Table))
            .Select(child => session.Prepare(Delete(child.Table, child.Column))),
        session.Prepare(Delete(table, "id")),
    ];

    private static List<(string Table, string Column)> References(Session session, string table)
    {
        var references = new List<(string Table, string Column)>();
        using var names = session.Prepare(
            """
            select m.name, f."from" from sqlite_master m join pragma_foreign_key_list(m.name) f
            where m.type = 'table' and f."table" = $table order by m.name
            """);
        using var rows = names.Query(table);
        while (rows.Read())
            references.Add((rows.Text(0), rows.Text(1)));

        return references;
    }

    private static string Delete(string table, string column) =>
        string.Create(CultureInfo.InvariantCulture, $"delete from {table} where {column} = $id");
}
