namespace Sluice.Pipeline;

/// <summary>How far a cycle is.</summary>
/// <param name="Step">What is being done: <c>list</c>, <c>match</c>.</param>
/// <param name="Subject">To what: an entity or a pairing.</param>
/// <param name="Count">How many records so far.</param>
public readonly record struct CycleProgress(string Step, string Subject, int Count);
