namespace Sluice.Pipeline;

/// <summary>Link two records that match.</summary>
internal sealed record LinkOperation(string Pairing, LinkDecision Decision) : Operation(Pairing)
{
    public override string Signature => $"link {Decision.Left.Key} = {Decision.Right.Key}";

    /// <summary>The create that made one of them of the other; null where they only met.</summary>
    public MadeRecord? Made { get; init; }
}
