namespace Sluice.Pipeline;

/// <summary>Nothing is done, for a reason that a person should see.</summary>
internal sealed record HoldOperation(string Pairing, OpenItem Item) : Operation(Pairing)
{
    /// <summary>
    /// The link that it is about, which stays to be looked at; null where it is about a record without one.
    /// </summary>
    public Link? Link { get; init; }

    /// <summary>
    /// Whether it is known what would be created of the record, and that it is nothing that was refused; where not,
    /// what was refused about it may be so still.
    /// </summary>
    public bool IsDrafted { get; init; }

    /// <summary>What its record would have to be connected with; null where that is not the reason.</summary>
    public MissingConnection? Missing { get; init; }
}
