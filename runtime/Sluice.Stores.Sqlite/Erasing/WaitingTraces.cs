using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Stores.Sqlite;

/// <summary>Decisions and runs that name what was forgotten. What waits for others is left as it is.</summary>
/// <remarks>
/// All of it within a transaction: what was left before somebody is forgotten is found waiting, and what is left later
/// finds the hash. It is told by what a decision names, not by how its text reads: the same key may be another
/// record's, and who waits to be forgotten must still be found.
/// </remarks>
internal sealed class WaitingTraces(Session session, Entities entities, Forgotten forgotten)
{
    /// <summary>What came of a decision that names nobody else.</summary>
    public const string Outcome = "It is about a record that was forgotten.";

    private readonly BySide _entities = new(
        session,
        "select #_entity from pairings where name = coalesce($pairing, name) and #_entity is not null");

    private readonly Statement _decisions = session.Prepare(
        "select id, payload from inbox where settled_at is null order by id");

    private readonly Statement _settle = session.Prepare(
        """
        update inbox set settled_at = $at, applied = 0, outcome = $outcome, subject = kind, payload = ''
        where id = $id
        """);

    private readonly Statement _narrow = session.Prepare("update inbox set payload = $payload where id = $id");

    private readonly Statement _runs = session.Prepare(
        "select id, text from run_requests where text <> '' and state = 0 order by id");

    private readonly Statement _confine = session.Prepare("update run_requests set text = $text where id = $id");

    /// <summary>Settles what is about forgotten records alone, and takes them out of what is about others too.
    /// </summary>
    public void Settle(DateTimeOffset at)
    {
        foreach (var (id, payload) in Read(_decisions))
            if (OfDecision(payload) is not { } others)
                _settle.Run(at, Outcome, id);
            else if (others != payload)
                _narrow.Run(others, id);

        foreach (var (id, scope) in Read(_runs))
            if (OfRun(scope) is var others && others != scope)
                _confine.Run(others, id);
    }

    /// <summary>What a decision says of others; null where it is about forgotten records alone.</summary>
    public string? OfDecision(string payload)
    {
        if (Parse(payload) is not { } decision)
            return payload;
        if (Names(decision))
            return null;
        if (decision["pairs"] is not JsonArray pairs)
            return payload;

        var named = pairs.OfType<JsonObject>().Where(pair =>
            IsForgotten(Text(pair, "pairing"), Side.Left, Text(pair, "left"))
            || IsForgotten(Text(pair, "pairing"), Side.Right, Text(pair, "right"))).ToList();
        foreach (var pair in named)
            pairs.Remove(pair);

        return named.Count == 0 ? payload : pairs.Count == 0 ? null : decision.ToJsonString();
    }

    /// <summary>A run's scope without the key of a forgotten record.</summary>
    public string OfRun(string scope) => Parse(scope) is { } says && Confine(says) ? says.ToJsonString() : scope;

    private bool Names(JsonObject decision) =>
        Text(decision, "pairing") is { } pairing
            ? IsForgotten(pairing, Of(Text(decision, "side")), Text(decision, "key"))
            : (Text(decision, "system"), Text(decision, "entity"), Text(decision, "key"))
                is ({ } system, { } entity, { } key) && forgotten.Contains(new(new(system, entity), key));

    // A run names a key on either side; without a pairing, in any.
    private bool Confine(JsonObject scope)
    {
        var (key, pairing) = (Text(scope, "key"), Text(scope, "pairing"));
        var names = IsForgotten(pairing, Side.Left, key) || IsForgotten(pairing, Side.Right, key);
        if (names)
            scope["key"] = Redaction.Instead;

        return scope.Select(member => member.Value).OfType<JsonObject>().ToList()
            .Aggregate(names, (found, inner) => Confine(inner) || found);
    }

    private bool IsForgotten(string? pairing, Side side, string? key) =>
        key is not null && _entities[side].Query(pairing).All(rows => rows.Number(0)).Distinct()
            .Any(entity => forgotten.Contains(new(entities.Name(entity), key)));

    private static List<(long Id, string Says)> Read(Statement waiting) =>
        waiting.Query().All(rows => (rows.Number(0), rows.Text(1)));

    private static JsonObject? Parse(string says)
    {
        try
        {
            return JsonNode.Parse(says) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Side Of(string? side) => side == nameof(Side.Right) ? Side.Right : Side.Left;

    private static string? Text(JsonObject says, string name) =>
        says[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
