namespace Sluice.Pipeline;

/// <summary>A link lost a side, or both, and nothing is written for that.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Loss">What was lost.</param>
/// <param name="State">What the link is from now on.</param>
/// <param name="Items">What is open about its records from now on.</param>
/// <param name="Settled">Earlier writes of ours that came to nothing, or to this.</param>
internal sealed record GoneOperation(
    string Pairing, Loss Loss, LinkState State, IReadOnlyList<OpenItem> Items, IReadOnlyList<long> Settled)
    : Operation(Pairing)
{
    /// <summary>The side that an earlier write of ours deleted; null where there was none.</summary>
    public Side? Deleted { get; init; }

    /// <summary>What was found out about earlier writes of ours where somebody could look.</summary>
    public SettledIntents Earlier { get; init; } = SettledIntents.None;

    /// <summary>Writes of ours that were seen in the record that stayed: nobody may look at it again.</summary>
    public IReadOnlyList<Mark> Seen { get; init; } = [];

    public override string Signature => Deleted is null ? Loss.Signature : "";
}
