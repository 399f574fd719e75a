namespace Sluice.Pipeline;

/// <summary>Deletes whose outcome was not known did not happen; what is to be done is decided anew.</summary>
internal sealed record AbandonOperation(string Pairing, LinkedBases Linked, IReadOnlyList<Intent> Deletes)
    : Operation(Pairing);
