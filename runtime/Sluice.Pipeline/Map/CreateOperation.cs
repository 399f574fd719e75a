namespace Sluice.Pipeline;

/// <summary>Create a record for another.</summary>
internal sealed record CreateOperation(
    string Pairing, CreateDecision Decision, Record Origin, WriteRequest Request) : Operation(Pairing)
{
    /// <summary>
    /// Whether it was looked for in vain, because the store was restored and may have forgotten it.
    /// </summary>
    public bool IsMissed { get; init; }

    /// <summary>Fields whose references have no counterpart yet: it is made without them.</summary>
    public IReadOnlyList<string> Deferred { get; init; } = [];

    // The lineage decides at the last moment whether this is a creation or a link to what another flow created for the
    // same record. An approval covers both, so both have the same signature.
    public override string Signature => $"create {Decision.Target} for {Decision.Origin.Key}";

    public override int Writes => 1;
}
