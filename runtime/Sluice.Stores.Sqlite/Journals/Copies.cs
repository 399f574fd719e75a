namespace Sluice.Stores.Sqlite;

/// <summary>Creates that sent what another one had sent before.</summary>
internal sealed class Copies(Session session, Pairings pairings)
{
    private readonly BySide _before = new(
        session,
        """
        select 1 from pairings p cross join intents i on i.pairing = p.id
        where p.id = $pairing and i.content = $content and i.side = $side and i.origin_key <> $origin and i.state < 3
            and exists (
                select 1 from records r
                where r.entity = p.#_entity and r.key = $origin and r.first_seen_at > i.at)
        limit 1
        """);

    private readonly Statement _since = session.Prepare(
        "select count(*) from intents where pairing = $pairing and copy = 1 and at >= $since");

    public ValueTask<bool> IsCopyAsync(Intent create) => session.ReadAsync(() =>
        pairings.Find(create.Pairing) is { } pairing
        && _before[create.Side.Other()].Number(pairing, create.Content, create.Side, create.OriginKey) is not null);

    public ValueTask<int> CountAsync(string name, DateTimeOffset since) => session.ReadAsync(() =>
        pairings.Find(name) is { } pairing ? (int)_since.Number(pairing, since)! : 0);
}
