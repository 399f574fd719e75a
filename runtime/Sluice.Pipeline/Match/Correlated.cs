namespace Sluice.Pipeline;

/// <summary>What was found where a create may have been carried out before.</summary>
/// <param name="Found">The one record that holds what would be sent; null where there is none.</param>
/// <param name="Doubt">Why a person has to say whether one is there; null where that is known.</param>
internal sealed record Correlated(Record? Found, string? Doubt);
