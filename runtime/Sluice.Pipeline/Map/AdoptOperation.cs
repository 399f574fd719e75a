namespace Sluice.Pipeline;

/// <summary>Link a record to the one its lineage already has on the other side, instead of creating a second.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Decision">What would have been created.</param>
/// <param name="Counterpart">The physical record that is there, or that another operation of the plan will make.</param>
internal sealed record AdoptOperation(string Pairing, CreateDecision Decision, RecordId Counterpart) : Operation(Pairing)
{
    public override string Signature => $"create {Decision.Target} for {Decision.Origin.Key}";
}
