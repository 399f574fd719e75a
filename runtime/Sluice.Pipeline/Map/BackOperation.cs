namespace Sluice.Pipeline;

/// <summary>The side of a link that was gone is there again.</summary>
internal sealed record BackOperation(string Pairing, Link Link) : Operation(Pairing);
