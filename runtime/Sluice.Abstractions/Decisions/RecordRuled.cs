namespace Sluice;

/// <summary>It is decided what happens to a record that has lost its counterpart.</summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Side">The side of the record.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Ruling">What happens.</param>
public sealed record RecordRuled(string Pairing, Side Side, string Key, Ruling Ruling) : DecisionEffect;
