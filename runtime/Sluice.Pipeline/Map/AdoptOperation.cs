namespace Sluice.Pipeline;

/// <summary>
/// Link a record that cannot be made a counterpart of for now to the one that it has by way of other pairings.
/// </summary>
internal sealed record AdoptOperation(string Pairing, CreateDecision Decision) : Operation(Pairing)
{
    public override string Signature => $"adopt {Decision.Target} of {Decision.Origin.Key}";
}
