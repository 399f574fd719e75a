namespace Sluice;

/// <summary>
/// How many live links have a side that does not show a field any more which had a value there when both sides last
/// agreed.
/// </summary>
/// <param name="Pairing">The pairing's name.</param>
/// <param name="Side">The side that does not show it.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Links">How many links; more than none.</param>
public sealed record VanishedValues(string Pairing, Side Side, string Field, int Links);
