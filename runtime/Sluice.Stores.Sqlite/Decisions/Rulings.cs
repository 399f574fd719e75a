namespace Sluice.Stores.Sqlite;

/// <summary>What people decided about records without a counterpart. All of it within a transaction.</summary>
internal sealed class Rulings(Session session)
{
    private readonly Statement _set = session.Prepare(
        """
        insert into rulings (pairing, side, key, ruling, at) values ($pairing, $side, $key, $ruling, $at)
        on conflict (pairing, side, key) do update set ruling = excluded.ruling, at = excluded.at
        """);

    private readonly Statement _of = session.Prepare(
        "select ruling from rulings where pairing = $pairing and side = $side and key = $key");

    private readonly Statement _end = session.Prepare(
        "delete from rulings where pairing = $pairing and side = $side and key = $key");

    public void Set(long pairing, Side side, string key, Ruling ruling, DateTimeOffset at) =>
        _set.Run(pairing, side, key, (int)ruling, at);

    public Ruling? Of(long pairing, Side side, string key) => (Ruling?)_of.Number(pairing, side, key);

    public void End(long pairing, Side side, string key) => _end.Run(pairing, side, key);
}
