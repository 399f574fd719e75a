using System.Text.Json.Nodes;

namespace Sluice.Stores.Sqlite;

/// <summary>Decisions and runs that wait and name what is erased. What waits for others is left as it is.</summary>
/// <remarks>
/// All of it within a transaction. It is told by what a decision names, not by how its text reads: the same key may be
/// another record's, and who waits to be forgotten must still be found.
/// </remarks>
internal sealed class WaitingTraces(Session session, Entities entities)
{
    private const string Outcome = "It is about a record that was forgotten.";

    private readonly BySide _pairings = new(session, "select name from pairings where #_entity = $entity");

    private readonly Statement _decisions = session.Prepare(
        "select id, payload from inbox where settled_at is null and json_valid(payload) order by id");

    private readonly Statement _settle = session.Prepare(
        """
        update inbox set settled_at = $at, applied = 0, outcome = $outcome, subject = kind, payload = ''
        where id = $id
        """);

    private readonly Statement _narrow = session.Prepare("update inbox set payload = $payload where id = $id");

    private readonly Statement _runs = session.Prepare(
        "select id, text from run_requests where text <> '' and state = 0 and json_valid(text) order by id");

    private readonly Statement _confine = session.Prepare("update run_requests set text = $text where id = $id");

    /// <summary>Settles what is about one of these records alone, and takes them out of what is about others too.
    /// </summary>
    public void Settle(IReadOnlyCollection<RecordId> erased, DateTimeOffset at)
    {
        var places = Places(erased);
        foreach (var (id, payload) in Read(_decisions))
            if (Names(payload, erased, places))
                _settle.Run(at, Outcome, id);
            else
                Narrow(id, payload, places, at);

        foreach (var (id, scope) in Read(_runs))
            if (Confine(scope, places))
                _confine.Run(scope.ToJsonString(), id);
    }

    private void Narrow(long id, JsonObject decision, HashSet<Place> places, DateTimeOffset at)
    {
        if (decision["pairs"] is not JsonArray pairs)
            return;

        var named = pairs.OfType<JsonObject>().Where(pair =>
            places.Contains(new(Text(pair, "pairing"), Side.Left, Text(pair, "left")))
            || places.Contains(new(Text(pair, "pairing"), Side.Right, Text(pair, "right")))).ToList();
        foreach (var pair in named)
            pairs.Remove(pair);

        if (named.Count > 0 && pairs.Count == 0)
            _settle.Run(at, Outcome, id);
        else if (named.Count > 0)
            _narrow.Run(decision.ToJsonString(), id);
    }

    private HashSet<Place> Places(IEnumerable<RecordId> erased)
    {
        var places = new HashSet<Place>();
        foreach (var record in erased)
            if (entities.Find(record.Entity) is { } entity)
                foreach (var side in new[] { Side.Left, Side.Right })
                {
                    using var rows = _pairings[side].Query(entity);
                    while (rows.Read())
                        places.Add(new(rows.Text(0), side, record.Key));
                }

        return places;
    }

    private static bool Names(
        JsonObject decision, IReadOnlyCollection<RecordId> erased, HashSet<Place> places) =>
        Text(decision, "key") is { } key && (
            places.Contains(new(Text(decision, "pairing"), Of(Text(decision, "side")), key))
            || erased.Any(record =>
                (record.Entity.System, record.Entity.Entity, record.Key)
                    == (Text(decision, "system"), Text(decision, "entity"), key)));

    // A run names a key on either side; without a pairing, in any.
    private static bool Confine(JsonObject scope, HashSet<Place> places)
    {
        var (key, pairing) = (Text(scope, "key"), Text(scope, "pairing"));
        var names = key is not null
            && places.Any(place => place.Key == key && (pairing is null || place.Pairing == pairing));
        if (names)
            scope["key"] = Redaction.Instead;

        return scope.Select(member => member.Value).OfType<JsonObject>().ToList()
            .Aggregate(names, (found, inner) => Confine(inner, places) || found);
    }

    private static List<(long Id, JsonObject Says)> Read(Statement waiting)
    {
        var read = new List<(long Id, JsonObject Says)>();
        using var rows = waiting.Query();
        while (rows.Read())
            if (JsonNode.Parse(rows.Text(1)) is JsonObject says)
                read.Add((rows.Number(0), says));

        return read;
    }

    private static Side Of(string? side) => side == nameof(Side.Right) ? Side.Right : Side.Left;

    private static string? Text(JsonObject says, string name) =>
        says[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private readonly record struct Place(string? Pairing, Side Side, string? Key);
}
