using System.Text.Json.Nodes;

namespace Sluice.Stores.Sqlite;

/// <summary>Forgets what is stored of fields that a pairing has no more.</summary>
internal sealed class ForgottenFields(Session session, Pairings pairings)
{
    private readonly Statement[] _ofFields =
    [
        .. new[] { "bases", "edits" }.Select(table => session.Prepare(
            $"""
            delete from {table}
            where link in (select id from links where pairing = $pairing)
                and field not in (select value from json_each($fields))
            """)),
    ];

    private readonly BySide _marks = new(
        session,
        """
        delete from marks
        where record in (select #_record from links where pairing = $pairing)
            and path not in (select value from json_each($paths))
        """);

    public ValueTask KeepAsync(
        string name, IReadOnlyList<string> fields, IReadOnlyList<string> leftPaths, IReadOnlyList<string> rightPaths) =>
        session.WriteAsync(() =>
        {
            if (pairings.Find(name) is not { } pairing)
                return;

            foreach (var statement in _ofFields)
                statement.Run(pairing, Json(fields));
            _marks[Side.Left].Run(pairing, Json(leftPaths));
            _marks[Side.Right].Run(pairing, Json(rightPaths));
        });

    private static string Json(IReadOnlyList<string> names) =>
        new JsonArray([.. names.Select(name => (JsonNode)name)]).ToJsonString();
}
