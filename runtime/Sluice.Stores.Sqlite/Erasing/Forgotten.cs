namespace Sluice.Stores.Sqlite;

/// <summary>Remembers whom to leave alone, by nothing but a salted hash.</summary>
internal sealed class Forgotten(Session session)
{
    private readonly Statement _salt = session.Prepare("select salt from store where id = 1");

    // The salt of a store never changes: hashes of earlier keys could not be found again.
    private readonly Statement _season = session.Prepare(
        "update store set salt = iif(salt = '', lower(hex(randomblob(16))), salt), scrub = 1 where id = 1");

    private readonly Statement _add = session.Prepare(
        "insert into forgotten (hash, at) values ($hash, $at) on conflict (hash) do nothing");

    private readonly Statement _find = session.Prepare("select 1 from forgotten where hash = $hash");

    private readonly Statement _all = session.Prepare("select hash from forgotten where hash > $after");

    public ValueTask<ForgottenRecords> ReadAsync() => session.ReadAsync(() =>
    {
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        using var rows = _all.Query("");
        while (rows.Read())
            hashes.Add(rows.Text(0));

        return hashes.Count == 0 ? ForgottenRecords.None : new ForgottenRecords(Salt(), hashes);
    });

    /// <summary>Within a transaction: whether a record was forgotten.</summary>
    public bool Contains(RecordId record) =>
        Salt() is { Length: > 0 } salt && _find.Number(ForgottenRecords.Hash(salt, record)) is not null;

    /// <summary>Within a transaction: leaves records alone from now on, and has the file scrubbed.</summary>
    public void Add(IEnumerable<RecordId> records, DateTimeOffset at)
    {
        _season.Run();
        var salt = Salt();
        foreach (var record in records)
            _add.Run(ForgottenRecords.Hash(salt, record), at);
    }

    private string Salt()
    {
        using var rows = _salt.Query();
        return rows.Read() ? rows.Text(0) : "";
    }
}
