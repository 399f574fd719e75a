namespace Sluice.Pipeline;

/// <summary>Link two records that match.</summary>
internal sealed record LinkOperation(string Pairing, LinkDecision Decision) : Operation(Pairing)
{
    public override string Signature => $"link {Decision.Left.Key} = {Decision.Right.Key}";
}
