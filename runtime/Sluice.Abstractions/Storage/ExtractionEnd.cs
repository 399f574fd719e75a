namespace Sluice;

/// <summary>What a complete enumeration showed.</summary>
/// <param name="Seen">Distinct records seen.</param>
/// <param name="Gone">Records that were there before and now are not.</param>
public sealed record ExtractionEnd(int Seen, int Gone);
