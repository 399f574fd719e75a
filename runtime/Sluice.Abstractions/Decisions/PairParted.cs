namespace Sluice;

/// <summary>
/// Two records are not the same thing, whether they were linked or not. Writes between them whose outcome is unknown
/// are not waited for any more.
/// </summary>
/// <param name="Link">The negative link.</param>
public sealed record PairParted(NewLink Link) : DecisionEffect;
