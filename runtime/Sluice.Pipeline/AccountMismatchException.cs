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
                + $"or correct Systems:{met?.System}.{Renamed(bound, met)}")
    {
    }

    // Where a name ends both ids and the rest is the same, the name is all that tells one account from another.
    private static string Renamed(Account? bound, Account? met) =>
        bound is not null && met is not null && bound.Name.Length > 0
            && bound.Id.EndsWith(bound.Name, StringComparison.Ordinal)
            && met.Id.EndsWith(met.Name, StringComparison.Ordinal)
            && bound.Id.Length > bound.Name.Length
            && bound.Id[..^bound.Name.Length] == met.Id[..^met.Name.Length]
            ? $" Where it is that account under a new name, {met.System} has nothing else to tell it by: give it the "
                + $"name '{bound.Name}' again in {met.System}, or begin a new store (Store:Path) and look at its plan; "
                + "records find their counterparts by their match rules, and `sluice link import` brings in the pairs "
                + "that no rule finds."
            : "";
}
