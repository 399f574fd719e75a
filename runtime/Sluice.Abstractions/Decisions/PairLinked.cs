namespace Sluice;

/// <summary>
/// Two records are the same thing. What said that they are not is taken back, and so is what was decided about either.
/// </summary>
/// <param name="Link">The link. Where an observation tells which physical record a key stands for, that is
/// used.</param>
public sealed record PairLinked(NewLink Link) : DecisionEffect;
