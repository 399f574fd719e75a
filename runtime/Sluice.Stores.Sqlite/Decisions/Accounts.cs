namespace Sluice.Stores.Sqlite;

/// <summary>The tenants this store belongs to.</summary>
internal sealed class Accounts(Session session)
{
    private readonly Statement _find = session.Prepare("select account, name from accounts where system = $system");

    private readonly Statement _bind = session.Prepare(
        "insert into accounts (system, account, name, bound_at) values ($system, $account, $name, $at)");

    public ValueTask<Account> BindAsync(Account account, DateTimeOffset at)
    {
        if (!session.MayWrite)
            return session.ReadAsync(() => Bound(account) ?? account);

        return session.WriteAsync(() =>
        {
            if (Bound(account) is { } bound)
                return bound;

            _bind.Run(account.System, account.Id, account.Name, at);
            return account;
        });
    }

    // Whom the vendor calls us may change; which tenant it is may not.
    private Account? Bound(Account account)
    {
        using var rows = _find.Query(account.System);
        if (!rows.Read())
            return null;

        return rows.Text(0) == account.Id ? account : new Account(account.System, rows.Text(0), rows.Text(1));
    }
}
