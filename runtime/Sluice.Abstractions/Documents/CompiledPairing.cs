namespace Sluice;

/// <summary>What a pairing was compiled from.</summary>
/// <param name="Name">The pairing's name.</param>
/// <param name="Fingerprint">Of what became of the documents: creation clauses, rules and fields.</param>
/// <param name="Documents">The document that describes it, and its reverse; none where they are not known.</param>
public sealed record CompiledPairing(
    string Name, string Fingerprint, IReadOnlyList<CompiledDocument> Documents);
