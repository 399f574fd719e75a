namespace Sluice;

/// <summary>
/// Of two values that differ, one goes. The base becomes what the losing side shows, on both sides, and the winning
/// side's value the newest edit of all: it flows across, unless the other side is edited once more.
/// </summary>
/// <param name="Link">The link's number.</param>
/// <param name="Base">The field's base.</param>
/// <param name="Side">The side that the open item names.</param>
/// <param name="Entry">What to append to the history: who decided, and what.</param>
/// <param name="Marks">What both records show, and which edit that is.</param>
public sealed record ValueTaken(
    long Link, FieldBase Base, Side Side, HistoryEntry Entry, IReadOnlyList<Mark> Marks) : DecisionEffect;
