namespace Sluice.Stores.Sqlite;

/// <summary>Sign-ins whose tokens are replaced as they are used.</summary>
internal sealed class SignIns(Session session)
{
    private readonly Statement _find = session.Prepare(
        "select system, serial, state, content, reason, since from sign_ins where system = $system");

    private readonly Statement _all = session.Prepare(
        "select system, serial, state, x'', reason, since from sign_ins order by system");

    private readonly Statement _move = session.Prepare(
        """
        update sign_ins set state = $to, reason = $reason, since = $at
        where system = $system and serial = $serial and state = $from
        """);

    private readonly Statement _renew = session.Prepare(
        """
        update sign_ins set serial = serial + 1, state = 0, content = $content, reason = '', since = $at
        where system = $system and serial = $serial
        """);

    private readonly Statement _leave = session.Prepare(
        """
        insert into sign_ins (system, serial, state, content, reason, since) values ($system, 1, 0, $content, '', $at)
        on conflict (system) do update
        set serial = serial + 1, state = 0, content = excluded.content, reason = '', since = excluded.since
        """);

    public bool MayRenew => session.MayWrite;

    public ValueTask<SignIn?> FindAsync(string system) => session.ReadAsync(() =>
    {
        using var rows = _find.Query(system);
        return rows.Read() ? Read(rows) : null;
    });

    public ValueTask<IReadOnlyList<SignIn>> AllAsync() => session.ReadAsync<IReadOnlyList<SignIn>>(() =>
    {
        var all = new List<SignIn>();
        using var rows = _all.Query();
        while (rows.Read())
            all.Add(Read(rows));
        return all;
    });

    public ValueTask<bool> MoveAsync(SignIn found, SignInState state, string reason, DateTimeOffset at) =>
        session.WriteAsync(() => _move.Run(state, reason, at, found.System, found.Serial, found.State) > 0);

    // Whoever lost the store while the answer was on its way holds the only tokens that are good.
    public ValueTask<bool> RenewAsync(SignIn found, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        session.LeaveAsync(() => _renew.Run(content.ToArray(), at, found.System, found.Serial) > 0);

    // A person signs in while an owner lives: like a decision, it comes from anybody and the owner takes it up.
    public async ValueTask LeaveAsync(string system, ReadOnlyMemory<byte> content, DateTimeOffset at) =>
        await session.LeaveAsync(() => _leave.Run(system, content.ToArray(), at));

    private static SignIn Read(Rows rows) => new(
        rows.Text(0), rows.Number(1), (SignInState)rows.Small(2), rows.Bytes(3), rows.Text(4), rows.Time(5));
}
