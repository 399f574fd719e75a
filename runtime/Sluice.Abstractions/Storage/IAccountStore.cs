namespace Sluice;

/// <summary>Which tenants a store belongs to.</summary>
public interface IAccountStore
{
    /// <summary>
    /// Binds a system to an account the first time it is met; afterwards tells whether it is still the same one.
    /// </summary>
    /// <returns>
    /// The account the store is bound to; equal in system and id to <paramref name="account"/> where all is well.
    /// </returns>
    ValueTask<Account> BindAsync(Account account, DateTimeOffset at);
}
