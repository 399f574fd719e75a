namespace Sluice.Pipeline;

/// <summary>Nothing is done, for a reason that a person should see.</summary>
internal sealed record HoldOperation(string Pairing, OpenItem Item) : Operation(Pairing);
