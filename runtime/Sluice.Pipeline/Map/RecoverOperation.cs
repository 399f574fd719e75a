namespace Sluice.Pipeline;

/// <summary>Link a record to the one that was created for it in the time that a restored store has lost.</summary>
internal sealed record RecoverOperation(string Pairing, CreateDecision Decision, Record Found) : Operation(Pairing)
{
    public override string Signature => $"recover {Decision.Target} {Found.Key} of {Decision.Origin.Key}";
}
