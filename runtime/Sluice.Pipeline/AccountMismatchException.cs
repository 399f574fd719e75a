namespace Sluice.Pipeline;

/// <summary>The store belongs to another tenant of a system: nothing is read into it, nothing is written.</summary>
public sealed class AccountMismatchException : Exception
{
    /// <summary>A refused account.</summary>
    /// <param name="bound">The account the store belongs to.</param>
    /// <param name="met">The account the settings reach.</param>
    public AccountMismatchException(Account bound, Account met)
        : base(
            $"The store belongs to {bound?.System} account '{bound?.Name}' ({bound?.Id}), but the settings reach "
                + $"'{met?.Name}' ({met?.Id}). Use the store of that account (Store:Path), "
                + $"or correct Systems:{met?.System}.")
    {
    }
}
