namespace Sluice.Stores.Sqlite;

/// <summary>Where keys and values of a record stand.</summary>
internal sealed class TraceStatements(Session session)
{
    public BySide Pairings { get; } = new(session, "select id from pairings where #_entity = $entity");

    public BySide Bases { get; } = new(
        session,
        """
        select b.left_value, b.right_value from links l join bases b on b.link = l.id
        where l.pairing = $pairing and l.#_key = $key
        """);

    public BySide Moved { get; } = new(
        session, "select old_value, new_value from history where pairing = $pairing and #_key = $key");

    public Statement Sent { get; } = session.Prepare(
        $"""
        select v.value, v.value from intents i join intent_values v on v.intent = i.id
        where i.pairing = $pairing and {About}
        """);

    public Statement Asked { get; } = session.Prepare(
        "select left_value, right_value from review where pairing = $pairing and side = $side and key = $key");

    public Statement Written { get; } = session.Prepare("select value, overruled from marks where record = $record");

    public Statement MatchKeys { get; } = session.Prepare("select key from match_keys where record = $record");

    public Statement LinksOf { get; } = session.Prepare(
        "select id from links where left_record = $record or right_record = $record");

    public Statement Intents { get; } = session.Prepare(
        $"select i.id from intents i where i.pairing = $pairing and {About}");

    /// <summary>Removes what other records name it by.</summary>
    public Statement Names { get; } = session.Prepare("delete from names where entity = $entity and key = $key");

    /// <summary>What removes the rows of a key in a pairing.</summary>
    public IReadOnlyDictionary<Side, IReadOnlyList<Statement>> Rows { get; } =
        new Dictionary<Side, IReadOnlyList<Statement>>
        {
            [Side.Left] = Of(session, "left_key", side: 0),
            [Side.Right] = Of(session, "right_key", side: 1),
        };

    private const string About =
        "((i.side = $side and i.target_key = $key) or (i.side <> $side and i.origin_key = $key))";

    private static IReadOnlyList<Statement> Of(Session session, string column, int side) =>
    [
        session.Prepare($"delete from history where pairing = $pairing and {column} = $key"),
        session.Prepare($"delete from review where pairing = $pairing and side = {side} and key = $key"),
        session.Prepare($"delete from rulings where pairing = $pairing and side = {side} and key = $key"),
        session.Prepare(
            $"""
            delete from suspects
            where intent in (select id from intents where pairing = $pairing and side = {side}) and key = $key
            """),
    ];
}
