namespace Sluice;

/// <summary>
/// Of two values that differ, one goes. The base becomes what the losing side shows, on both sides: from then on the
/// difference is an edit on the winning side, which flows across unless the other one is edited too.
/// </summary>
/// <param name="Link">The link's number.</param>
/// <param name="Base">The field's base.</param>
/// <param name="Side">The side that the open item names.</param>
/// <param name="Entry">What to append to the history: who decided, and what.</param>
public sealed record ValueTaken(long Link, FieldBase Base, Side Side, HistoryEntry Entry) : DecisionEffect;
