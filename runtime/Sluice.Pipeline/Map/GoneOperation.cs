namespace Sluice.Pipeline;

/// <summary>One side of a link was read and is not there.</summary>
internal sealed record GoneOperation(string Pairing, Link Link, Side Side) : Operation(Pairing);
