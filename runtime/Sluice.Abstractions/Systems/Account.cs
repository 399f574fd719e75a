namespace Sluice;

/// <summary>Which tenant a connection reaches. A store is bound to the accounts it met and refuses others.</summary>
/// <param name="System">The system's name.</param>
/// <param name="Id">What tells this tenant from others: the base address and what the vendor says we are. No
/// secret.</param>
/// <param name="Name">For people: whom the vendor says we are.</param>
public sealed record Account(string System, string Id, string Name)
{
    /// <summary>
    /// The record that our own sign-in belongs to, whose credentials are never written; null where there is none.
    /// </summary>
    public RecordId? Self { get; init; }
}
